/// Pixels as bytes: four with straight alpha, or the three that opaque ones need.
@inline(__always)
func store(_ pixels: UnsafeBufferPointer<Pixel>, hasAlpha: Bool, into bytes: UnsafeMutableBufferPointer<UInt8>) {
    if hasAlpha {
        for index in pixels.indices { storeStraight(pixels[index], bytes, 4 * index) }
    } else {
        storeOpaque(pixels, bytes)
    }
}

private func storeOpaque(_ pixels: UnsafeBufferPointer<Pixel>, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
    // Four pixels make three words.
    let fours = pixels.count & ~3
    let raw = UnsafeMutableRawBufferPointer(bytes)
    var (index, place) = (0, 0)
    while index < fours {
        let a = pixels[index] & 0xFF_FFFF
        let b = pixels[index &+ 1] & 0xFF_FFFF
        let c = pixels[index &+ 2] & 0xFF_FFFF
        let d = pixels[index &+ 3]
        raw.storeBytes(of: (a | b << 24).littleEndian, toByteOffset: place, as: UInt32.self)
        raw.storeBytes(of: (b >> 8 | c << 16).littleEndian, toByteOffset: place &+ 4, as: UInt32.self)
        raw.storeBytes(of: (c >> 16 | d << 8).littleEndian, toByteOffset: place &+ 8, as: UInt32.self)
        index &+= 4
        place &+= 12
    }
    for pixel in pixels[fours...] {
        bytes[place] = UInt8(truncatingIfNeeded: pixel)
        bytes[place + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
        bytes[place + 2] = UInt8(truncatingIfNeeded: pixel >> 16)
        place += 3
    }
}

/// Divides the colours by alpha, to the nearest.
@inline(__always)
func storeStraight(_ pixel: Pixel, _ bytes: UnsafeMutableBufferPointer<UInt8>, _ first: Int) {
    let alpha = pixel >> 24
    if alpha == 0 || alpha == 255 {
        let whole = alpha == 0 ? 0 : pixel
        UnsafeMutableRawBufferPointer(bytes).storeBytes(of: whole.littleEndian, toByteOffset: first, as: UInt32.self)
        return
    }
    for component in 0..<3 {
        let value = pixel >> (8 * UInt32(component)) & 255
        bytes[first + component] = UInt8(truncatingIfNeeded: min((value * 255 + alpha / 2) / alpha, 255))
    }
    bytes[first + 3] = UInt8(truncatingIfNeeded: alpha)
}

/// Turns the bytes behind a .npy header into numbers, piece by piece.
struct NPYDecoder {
    private let element: NPYElement
    private let shape: [Int]
    private var values: [Double]
    private var order: ElementOrder
    private var filled = 0

    /// Makes room for all numbers: only for headers whose data has been seen to be there.
    init(_ header: NPYHeader) {
        element = header.element
        shape = header.shape
        values = [Double](repeating: 0, count: header.count)
        order = ElementOrder(shape: header.shape, isFortranOrder: header.isFortranOrder)
    }

    var array: NumericArray { NumericArray(shape: shape, values: values) }

    /// Takes the next numbers; bytes beyond the last number and the rest of a broken number are left out.
    mutating func append(_ bytes: ArraySlice<UInt8>) {
        switch (element.kind, element.size) {
        case (.boolean, _): store(bytes) { (raw: UInt8) in raw == 0 ? 0 : 1 }
        case (.signed, 1): store(bytes) { (raw: Int8) in Double(raw) }
        case (.signed, 2): store(bytes) { (raw: Int16) in Double(raw) }
        case (.signed, 4): store(bytes) { (raw: Int32) in Double(raw) }
        case (.signed, _): store(bytes) { (raw: Int64) in Double(raw) }
        case (.unsigned, 1): store(bytes) { (raw: UInt8) in Double(raw) }
        case (.unsigned, 2): store(bytes) { (raw: UInt16) in Double(raw) }
        case (.unsigned, 4): store(bytes) { (raw: UInt32) in Double(raw) }
        case (.unsigned, _): store(bytes) { (raw: UInt64) in Double(raw) }
        case (.float, 2): store(bytes) { (raw: UInt16) in Double(halfBits: raw) }
        case (.float, 4): store(bytes) { (raw: UInt32) in Double(Float(bitPattern: raw)) }
        case (.float, _): store(bytes) { (raw: UInt64) in Double(bitPattern: raw) }
        }
    }

    private mutating func store<T: FixedWidthInteger>(_ bytes: ArraySlice<UInt8>, _ value: (T) -> Double) {
        let size = MemoryLayout<T>.size
        let count = min(bytes.count / size, values.count - filled)
        let isBigEndian = element.isBigEndian
        bytes.withUnsafeBytes { buffer in
            for index in 0..<count {
                let raw = buffer.loadUnaligned(fromByteOffset: index * size, as: T.self)
                values[order.next()] = value(isBigEndian ? T(bigEndian: raw) : T(littleEndian: raw))
            }
        }
        filled += count
    }
}

/// Where in row-major order the numbers of a file belong, one after the other.
struct ElementOrder {
    private let shape: [Int]
    /// How far apart neighbours along each axis are in row-major order.
    private let strides: [Int]
    private var index: [Int]
    private var place = 0
    private let isFortranOrder: Bool

    init(shape: [Int], isFortranOrder: Bool) {
        self.shape = shape
        // In arrays of one axis both orders are the same.
        self.isFortranOrder = isFortranOrder && shape.count > 1
        index = [Int](repeating: 0, count: shape.count)
        var strides = index
        var stride = 1
        for axis in shape.indices.reversed() {
            strides[axis] = stride
            stride *= max(1, shape[axis])
        }
        self.strides = strides
    }

    /// The place of the next number.
    mutating func next() -> Int {
        let result = place
        guard isFortranOrder else {
            place += 1
            return result
        }
        for axis in shape.indices {
            index[axis] += 1
            place += strides[axis]
            guard index[axis] == shape[axis] else { break }
            place -= shape[axis] * strides[axis]
            index[axis] = 0
        }
        return result
    }
}

extension Double {
    /// The value of an IEEE 754 half, which is a double exactly.
    init(halfBits bits: UInt16) {
        let exponent = Int(bits >> 10) & 0x1F
        let fraction = Double(bits & 0x3FF)
        let magnitude: Double
        switch exponent {
        case 0: magnitude = fraction * 0x1p-24
        case 31: magnitude = fraction == 0 ? .infinity : .nan
        default: magnitude = (1024 + fraction) * Double(sign: .plus, exponent: exponent - 25, significand: 1)
        }
        self = bits & 0x8000 == 0 ? magnitude : -magnitude
    }
}

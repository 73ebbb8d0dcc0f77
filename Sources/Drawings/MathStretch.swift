/// Signs that grow with what they enclose.
extension MathSetter {
    /// Delimiters around atoms, at least as high as nine tenths of them (TeX's `\delimiterfactor`).
    func fenced(_ left: String, _ atoms: [Atom], _ right: String, _ level: Level) -> MathBox {
        let inner = list(atoms, level)
        let (em, axis) = (em(level), Self.axisHeight * em(level))
        let reach = max(inner.height - axis, inner.depth + axis)
        let target = max(0.901 * 2 * reach, 2 * reach - 0.5 * em)
        var result = MathBox()
        var pen = 0.0
        func add(_ sign: String) {
            guard let scalar = sign.unicodeScalars.first else {
                pen += 0.12 * em
                return
            }
            let box = stretched(scalar, to: target, level)
            result.add(box, at: Point(pen, (box.height - box.depth) / 2 - axis))
            pen += box.width
        }
        add(left)
        result.add(inner, at: Point(pen, 0))
        pen += inner.width + inner.italicCorrection
        add(right)
        result.width = pen
        return result
    }

    /// The smallest form of a sign that is at least so high and deep: one of the font's own, one put together of its
    /// pieces, or, without either, the sign drawn out.
    func stretched(_ scalar: Unicode.Scalar, to target: Double, _ level: Level) -> MathBox {
        let mathematical = faces.mathematical
        let face = mathematical?.has(scalar) == true ? mathematical : nil
        guard let face, let glyph = face.glyph(scalar) else { return drawnOut(scalar, to: target, level) }
        let scale = em(level) / face.unitsPerEm
        func box(_ glyph: UInt32) -> MathBox {
            MathBox(
                face.outline(glyph).scaled(by: Point(scale, -scale)), width: face.advance(glyph) * scale)
        }
        var largest = box(glyph)
        for variant in face.variants(of: glyph, upright: true) {
            largest = box(variant)
            if largest.height + largest.depth >= target { return largest }
        }
        if let outline = Assembly(face, glyph)?.outline(to: target / scale) {
            return MathBox(outline.path.scaled(by: Point(scale, -scale)), width: outline.width * scale)
        }
        return drawnOut(largest, to: target)
    }

    private func drawnOut(_ scalar: Unicode.Scalar, to target: Double, _ level: Level) -> MathBox {
        drawnOut(box(.symbol(String(scalar), .upright, .opening), level), to: target)
    }

    private func drawnOut(_ box: MathBox, to target: Double) -> MathBox {
        let total = box.height + box.depth
        guard total > 0, target > total else { return box }
        let factor = target / total
        // Strokes grow with the breadth, which therefore grows less.
        let breadth = factor.squareRoot().squareRoot()
        return MathBox(box.outline.scaled(by: Point(breadth, factor)), width: box.width * breadth)
    }
}

/// A sign put together from a font's pieces, y up.
private struct Assembly {
    let face: Typeface
    let parts: [Typeface.Part]
    let leastOverlap: Double

    init?(_ face: Typeface, _ glyph: UInt32) {
        (parts, leastOverlap) = face.parts(of: glyph)
        self.face = face
        guard parts.contains(where: \.isRepeated) else { return nil }
    }

    /// The pieces with those repeated that may be, until they are long enough; then they are pushed together.
    func outline(to target: Double) -> (path: Path, width: Double)? {
        var chosen: [Typeface.Part] = []
        for count in 0...256 {
            chosen = parts.flatMap { [Typeface.Part](repeating: $0, count: $0.isRepeated ? count : 1) }
            if length(chosen) >= target { break }
        }
        guard !chosen.isEmpty else { return nil }
        let joins = Double(max(1, chosen.count - 1))
        let spare = max(0, length(chosen) - target) / joins
        var path = Path()
        var (y, width) = (0.0, 0.0)
        for (index, part) in chosen.enumerated() {
            let outline = face.outline(part.glyph)
            guard let ink = outline.bounds else { continue }
            path.append(outline.moved(by: Point(0, y - ink.min.y)))
            width = max(width, face.advance(part.glyph))
            guard index + 1 < chosen.count else { continue }
            let most = min(part.connectors.above, chosen[index + 1].connectors.below)
            y += part.length - min(leastOverlap + spare, max(most, leastOverlap))
        }
        return (path, width)
    }

    private func length(_ parts: [Typeface.Part]) -> Double {
        parts.reduce(0) { $0 + $1.length } - leastOverlap * Double(max(0, parts.count - 1))
    }
}

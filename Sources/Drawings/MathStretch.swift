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
        let face = faces.growingFace(scalar)
        guard face.isMathematical, let glyph = face.glyph(scalar) else { return drawnOut(scalar, to: target, level) }
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
        if let whole = Assembly(face, glyph)?.outline(to: target / scale) {
            return MathBox(whole.path.scaled(by: Point(scale, -scale)), width: whole.width * scale)
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

/// A sign put together from a font's pieces, y up. They abut, and those that could be repeated are drawn out instead:
/// where pieces of one path overlap, the soft edges of a raster would darken.
private struct Assembly {
    let face: Typeface
    let parts: [Typeface.Part]

    init?(_ face: Typeface, _ glyph: UInt32) {
        parts = face.parts(of: glyph)
        self.face = face
        guard parts.contains(where: \.isRepeated) else { return nil }
    }

    func outline(to target: Double) -> (path: Path, width: Double) {
        let outlines = parts.map { face.outline($0.glyph) }
        let lengths = outlines.map { $0.bounds?.height ?? 0 }
        func sum(_ isRepeated: Bool) -> Double {
            zip(parts, lengths).reduce(0) { $0 + ($1.0.isRepeated == isRepeated ? $1.1 : 0) }
        }
        let factor = sum(true) > 0 ? max(0, target - sum(false)) / sum(true) : 0
        var path = Path()
        var y = 0.0
        for (index, outline) in outlines.enumerated() where lengths[index] > 0 {
            let stretch = parts[index].isRepeated ? factor : 1
            guard stretch > 0, let ink = outline.bounds else { continue }
            path.append(outline.scaled(by: Point(1, stretch)).moved(by: Point(0, y - stretch * ink.min.y)))
            y += stretch * lengths[index]
        }
        return (path, parts.map { face.advance($0.glyph) }.max() ?? 0)
    }
}

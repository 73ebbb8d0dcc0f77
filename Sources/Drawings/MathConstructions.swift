/// Scripts, fractions, roots and accents.
extension MathSetter {
    /// Appendix G, rule 18.
    func scripts(
        _ base: Atom, _ sub: [Atom], _ primes: Int, _ sup: [Atom], _ level: Level
    ) -> MathBox {
        let nucleus = box(base, level)
        let (em, small) = (em(level), self.em(level.smaller))
        let below = sub.isEmpty ? nil : list(sub, level.smaller.cramped)
        let above = sup.isEmpty ? nil : list(sup, level.smaller)
        var rise = nucleus.isCharacter ? 0 : nucleus.height - 0.386 * small
        var drop = nucleus.isCharacter ? 0 : nucleus.depth + 0.05 * small
        if let above {
            let least = level.isCramped ? 0.289 : level.isDisplay ? 0.413 : 0.363
            rise = max(rise, least * em, above.depth + Self.xHeight * em / 4)
        }
        if let below {
            drop = max(drop, (above == nil ? 0.15 : 0.247) * em)
            if above == nil { drop = max(drop, below.height - 0.8 * Self.xHeight * em) }
        }
        if let above, let below {
            let gap = rise - above.depth - (below.height - drop)
            drop += max(0, 4 * 0.04 * em - gap)
            let lift = 0.8 * Self.xHeight * em - (rise - above.depth)
            if lift > 0 { (rise, drop) = (rise + lift, drop - lift) }
        }
        var result = nucleus
        let (foot, head) = (nucleus.width, nucleus.width + nucleus.italicCorrection)
        var end = head
        if let below {
            result.add(below, at: Point(foot, drop))
            end = max(foot + below.width + below.italicCorrection, primes == 0 && above == nil ? 0 : head)
        }
        var pen = head
        if primes > 0 {
            let marks = self.primes(primes, over: nucleus, level)
            result.add(marks, at: Point(pen, 0))
            pen += marks.width
        }
        if let above {
            result.add(above, at: Point(pen, -rise))
            pen += above.width + above.italicCorrection
        }
        result.width = max(end, pen == head ? end : pen) + 0.05 * size
        (result.italicCorrection, result.isCharacter, result.attachment) = (0, false, nil)
        return result
    }

    /// Fonts draw the prime raised; beside what is higher than a letter it stands higher.
    private func primes(_ count: Int, over base: MathBox, _ level: Level) -> MathBox {
        let prime = box(.symbol("′", .upright, .ordinary), Level(script: level.script))
        var marks = MathBox()
        for index in 0..<min(count, 64) { marks.add(prime, at: Point(Double(index) * 0.75 * prime.width, 0)) }
        let lift = base.isCharacter ? 0 : max(0, base.height - prime.height)
        var lifted = MathBox()
        lifted.add(marks, at: Point(0.02 * em(level), -lift))
        return lifted
    }

    /// Appendix G, rule 15.
    func fraction(_ above: [Atom], _ below: [Atom], _ isDisplay: Bool?, _ level: Level) -> MathBox {
        let isDisplay = isDisplay ?? level.isDisplay
        // A display fraction's parts are as large as the text.
        let inner = isDisplay ? Level(script: level.script, isCramped: level.isCramped) : level.smaller
        let (top, bottom) = (list(above, inner), list(below, inner.cramped))
        let (em, rule) = (em(level), rule(level))
        let clearance = (isDisplay ? 3 : 1.5) * rule
        let axis = Self.axisHeight * em
        let rise = max((isDisplay ? 0.677 : 0.394) * em, axis + rule / 2 + clearance + top.depth)
        let drop = max((isDisplay ? 0.686 : 0.345) * em, bottom.height + clearance + rule / 2 - axis)
        let (topWidth, bottomWidth) = (top.width + top.italicCorrection, bottom.width + bottom.italicCorrection)
        let width = max(topWidth, bottomWidth)
        let (margin, overhang) = (0.12 * em, 0.03 * em)
        var result = MathBox()
        result.add(top, at: Point(margin + (width - topWidth) / 2, -rise))
        result.add(bottom, at: Point(margin + (width - bottomWidth) / 2, drop))
        result.addRule(
            Box(x: margin - overhang, y: -axis - rule / 2, width: width + 2 * overhang, height: rule))
        result.width = width + 2 * margin
        return result
    }

    /// Appendix G, rule 11.
    func root(_ radicand: [Atom], _ degree: [Atom], _ level: Level) -> MathBox {
        let inner = list(radicand, level.cramped)
        let (em, rule) = (em(level), rule(level))
        var gap = rule + (level.isDisplay ? Self.xHeight * em : rule) / 4
        // Under the bar there is room for an x at least, so that roots beside each other are alike.
        let (height, depth) = (max(inner.height, Self.xHeight * em), max(inner.depth, 0))
        let sign = stretched("√", to: height + depth + gap + rule, level)
        let bar =
            sign.outline.rightEnd(within: 0.15 * em) ?? Box(x: sign.width, y: -sign.height, width: 0, height: rule)
        gap += max(0, (sign.height + sign.depth - (height + depth + gap + bar.height)) / 2)
        let top = height + gap + bar.height
        var result = MathBox()
        var pen = 0.0
        if !degree.isEmpty {
            let index = list(degree, Level(script: 2))
            let raise = 0.6 * (sign.height + sign.depth) - (sign.height + sign.depth - top)
            let end = max(0.278 * em + index.width, 0.556 * em)
            result.add(index, at: Point(end - index.width, -raise - max(0, index.depth)))
            pen = end - 0.556 * em
        }
        let drop = sign.height - top
        result.add(sign, at: Point(pen, drop))
        // The bar goes on where the sign ends.
        let start = pen + bar.max.x
        pen += max(sign.width, bar.max.x)
        let width = inner.width + inner.italicCorrection
        result.addRule(Box(x: start, y: bar.min.y + drop, width: pen + width - start, height: bar.height))
        result.add(inner, at: Point(pen, 0))
        result.width = pen + width + 0.04 * em
        return result
    }

    /// Appendix G, rules 9, 10 and 12.
    func accented(_ accent: MathText.Accent, _ atoms: [Atom], _ level: Level) -> MathBox {
        var base = list(atoms, level.cramped)
        let (em, rule) = (em(level), rule(level))
        let width = base.width + base.italicCorrection
        switch accent {
        case .overline:
            base.addRule(Box(x: 0, y: -base.height - 3 * rule, width: width, height: rule))
            base.isCharacter = false
        case .underline:
            base.addRule(Box(x: 0, y: base.depth + 2 * rule, width: width, height: rule))
            base.isCharacter = false
        case .mark(let scalar, let isWide):
            let mark = mark(scalar, over: isWide ? width : nil, level)
            let lift = max(0, base.height - Self.accentBase * em)
            let place = base.attachment ?? width / 2
            let (advance, correction, attachment) = (base.width, base.italicCorrection, place)
            base.add(mark, at: Point(place - (mark.attachment ?? 0), -lift))
            (base.width, base.italicCorrection, base.attachment) = (advance, correction, attachment)
        }
        return base
    }

    /// The height of the letters that fonts draw their accents over, in ems.
    private static let accentBase = 0.45

    /// A combining mark; a wide one is the widest form that is not wider than what is under it.
    private func mark(_ scalar: Unicode.Scalar, over room: Double?, _ level: Level) -> MathBox {
        // The text's own accents are the narrower ones.
        let face = room == nil ? faces.face(forText: scalar) : faces.growingFace(scalar)
        let scale = em(level) / face.unitsPerEm
        guard let glyph = face.glyph(scalar) else { return MathBox() }
        var chosen = glyph
        if let room {
            let forms = face.variants(of: glyph, upright: false)
            chosen = forms.last { (face.outline($0).bounds?.width ?? 0) * scale <= room } ?? glyph
        }
        var box = MathBox(face.outline(chosen).scaled(by: Point(scale, -scale)), width: 0)
        box.attachment = box.outline.bounds?.center.x
        return box
    }
}

extension Path {
    /// The edge at which a shape ends on the right, where it is upright and not longer than a length.
    fileprivate func rightEnd(within length: Double) -> Box? {
        guard let bounds else { return nil }
        let end = points.filter { $0.x > bounds.max.x - 0.005 * bounds.width }.map(\.y)
        guard let top = end.min(), let bottom = end.max(), bottom > top, bottom - top <= length else { return nil }
        return Box(from: Point(bounds.max.x, top), to: Point(bounds.max.x, bottom))
    }
}

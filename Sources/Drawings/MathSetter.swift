/// Sets mathematics as TeX does in the text of a line (The TeXbook, appendix G), with Computer Modern's measures in
/// ems, which other text faces are near.
struct MathSetter {
    typealias Atom = MathText.Atom
    typealias Class = MathText.Class

    let faces: Typefaces
    /// The size of the text around, in points.
    let size: Double

    /// How large, and how closely, a part of a formula is set.
    struct Level: Hashable {
        /// 0 for text, 1 for scripts, 2 for scripts of scripts.
        var script = 0
        /// Whether fractions stand as in a displayed formula.
        var isDisplay = false
        /// Whether superscripts stand lower, as under roots and rules.
        var isCramped = false

        var smaller: Level { Level(script: min(2, script + 1), isCramped: isCramped) }
        var cramped: Level { Level(script: script, isDisplay: isDisplay, isCramped: true) }
    }

    /// Script sizes in parts of the text's.
    static let scriptScales = [1.0, 0.7, 0.5]
    /// The middle of signs above the baseline, in ems.
    static let axisHeight = 0.25
    /// The height of the letter x, in ems.
    static let xHeight = 0.431

    /// An em at a level, in points.
    func em(_ level: Level) -> Double { size * Self.scriptScales[level.script] }

    /// The thickness of rules, in points.
    func rule(_ level: Level) -> Double {
        let face = faces.mathematical
        let own = face.map { ($0.ruleThickness ?? 0) / $0.unitsPerEm } ?? 0
        return em(level) * (own > 0 ? min(own, Self.thickestRule) : 0.05)
    }
    /// Fonts drawn for print at small sizes ask for heavy rules.
    private static let thickestRule = 0.055

    // MARK: Lists

    /// Atoms beside each other.
    func list(_ atoms: [Atom], _ level: Level) -> MathBox {
        var box = MathBox()
        let classes = Self.settled(atoms)
        var before: Class?
        for (atom, role) in zip(atoms, classes) {
            guard let role else {
                if case .space(let ems) = atom { box.width += ems * em(level) }
                continue
            }
            if let before { box.width += Self.space(before, role, isScript: level.script > 0) * em(level) }
            let next = self.box(atom, level)
            let pen = box.width
            box.add(next, at: Point(pen, 0))
            box.width = pen + next.width + next.italicCorrection
            before = role
            guard atoms.count == 1 else { continue }
            // What stands alone keeps its nature.
            return next
        }
        return box
    }

    /// Each atom's class, nil for spaces. A binary operator without two operands is a sign.
    static func settled(_ atoms: [Atom]) -> [Class?] {
        var classes = atoms.map(\.role)
        var before: Int?
        for index in classes.indices {
            guard let role = classes[index] else { continue }
            let last = before.flatMap { classes[$0] }
            switch (last, role) {
            case (nil, .binary), (.binary, .binary), (.function, .binary), (.relation, .binary), (.opening, .binary),
                (.punctuation, .binary):
                classes[index] = .ordinary
            case (.binary, .relation), (.binary, .closing), (.binary, .punctuation):
                if let before { classes[before] = .ordinary }
            default: break
            }
            before = index
        }
        if let before, classes[before] == .binary { classes[before] = .ordinary }
        return classes
    }

    /// The room between neighbours, in ems; rows and columns in the order of `Class`. 0 none, 1 thin, 2 medium, 3
    /// thick; negative where scripts have none.
    static func space(_ left: Class, _ right: Class, isScript: Bool) -> Double {
        let kind = spacing[left.rawValue][right.rawValue]
        return isScript && kind < 0 ? 0 : [0, 3.0 / 18, 4.0 / 18, 5.0 / 18][abs(kind)]
    }

    private static let spacing = [
        [0, 1, -2, -3, 0, 0, 0, -1],
        [1, 1, 0, -3, 0, 0, 0, -1],
        [-2, -2, 0, 0, -2, 0, 0, -2],
        [-3, -3, 0, 0, -3, 0, 0, -3],
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 1, -2, -3, 0, 0, 0, -1],
        [-1, -1, 0, -1, -1, -1, -1, -1],
        [-1, 1, -2, -3, -1, 0, -1, -1],
    ]

    // MARK: Atoms

    func box(_ atom: Atom, _ level: Level) -> MathBox {
        switch atom {
        case .symbol(let sign, let alphabet, let role): return symbol(sign, alphabet, role, level)
        case .text(let text): return words(text, level)
        case .space(let ems): return MathBox(width: ems * em(level))
        case .group(let atoms, _): return list(atoms, level)
        case .scripts(let base, let sub, let primes, let sup): return scripts(base, sub, primes, sup, level)
        case .fraction(let above, let below, let isDisplay): return fraction(above, below, isDisplay, level)
        case .root(let radicand, let degree): return root(radicand, degree, level)
        case .accent(let accent, let atoms): return accented(accent, atoms, level)
        case .fenced(let left, let atoms, let right): return fenced(left, atoms, right, level)
        }
    }

    private func symbol(_ sign: String, _ alphabet: MathText.Alphabet, _ role: Class, _ level: Level) -> MathBox {
        var box = MathBox()
        var run = ""
        var runFace: Typeface?
        func flush() {
            guard let runFace, !run.isEmpty else { return }
            let next = glyphs(run, runFace, alphabet, level)
            let pen = box.width
            if pen == 0 { box = next } else { box.add(next, at: Point(pen, 0)) }
            box.width = pen + next.width
            box.italicCorrection = next.italicCorrection
            run = ""
        }
        let scalars = sign.unicodeScalars
        for scalar in scalars {
            let (face, shaped) = faces.face(forMath: scalar, alphabet)
            if face !== runFace { flush() }
            runFace = face
            run.unicodeScalars.append(shaped)
        }
        flush()
        box.isCharacter = scalars.count == 1 || alphabet == .upright
        if role == .function, scalars.count == 1 { return centered(box, level) }
        return box
    }

    /// A large sign, such as a sum's, with its middle on the axis.
    private func centered(_ box: MathBox, _ level: Level) -> MathBox {
        let drop = (box.height - box.depth) / 2 - Self.axisHeight * em(level)
        var moved = MathBox(box.outline.moved(by: Point(0, drop)), width: box.width)
        moved.italicCorrection = box.italicCorrection
        if (box.outline.bounds?.max.x ?? 0) <= box.width {
            // Some fonts count the lean of an integral, and more, as a part of its width.
            moved.italicCorrection = min(box.italicCorrection, 0.2 * em(level))
            moved.width -= moved.italicCorrection
        }
        return moved
    }

    /// Upright text inside mathematics.
    func words(_ text: String, _ level: Level) -> MathBox {
        var box = MathBox()
        for (face, run) in faces.runs(text) {
            let next = glyphs(run, face, .upright, level)
            let pen = box.width
            box.add(next, at: Point(pen, 0))
            box.width = pen + next.width
        }
        return box
    }

    private func glyphs(
        _ text: String, _ face: Typeface, _ alphabet: MathText.Alphabet, _ level: Level
    ) -> MathBox {
        let scale = em(level) / face.unitsPerEm
        let (glyphs, advance) = face.shape(text, script: level.script)
        var outline = Path()
        for glyph in glyphs {
            let origin = Point(glyph.offset.x * scale, -glyph.offset.y * scale)
            outline.append(face.outline(glyph.index).scaled(by: Point(scale, -scale)).moved(by: origin))
        }
        var box = MathBox(outline, width: advance * scale)
        guard let last = glyphs.last, let ink = outline.bounds else { return box }
        if alphabet != .upright, !face.isMathematical, ink.min.x < 0 {
            // Letters of text reach back over what is before them.
            box.outline = outline.moved(by: Point(-ink.min.x, 0))
            box.width -= ink.min.x
        }
        let overhang = max(0, (box.outline.bounds?.max.x ?? 0) - box.width)
        box.italicCorrection = max(overhang, (face.italicCorrection(last.index) ?? 0) * scale)
        if glyphs.count == 1 {
            box.attachment = face.accentAttachment(last.index).map { $0 * scale } ?? box.outline.topMiddle
        }
        return box
    }
}

extension MathText.Atom {
    /// The atom's class; nil for a space.
    var role: MathText.Class? {
        switch self {
        case .symbol(_, _, let role), .group(_, let role): role
        case .text, .root, .accent: .ordinary
        case .space: nil
        case .scripts(let base, _, _, _): base.role ?? .ordinary
        case .fraction, .fenced: .inner
        }
    }
}

extension Path {
    /// Where an accent stands over a letter that does not say it: between the middle of all and that of its top.
    fileprivate var topMiddle: Double? {
        guard let bounds else { return nil }
        let top = points.filter { $0.y <= bounds.min.y + 0.15 * bounds.height }.map(\.x)
        guard let left = top.min(), let right = top.max() else { return nil }
        return (bounds.center.x + (left + right) / 2) / 2
    }
}

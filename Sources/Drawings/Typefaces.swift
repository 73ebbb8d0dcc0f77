/// The typefaces that a text is set in, each opened when it is first needed.
final class Typefaces {
    let regular: Typeface
    let italic: Typeface
    private let files: FontFiles
    /// By path; nil for a file that is no font any more.
    private var opened: [String: Typeface?] = [:]
    /// Characters asked for that no font has, in order.
    private(set) var missing: [Unicode.Scalar] = []

    /// - Throws: `FontError` where a file that everything needs is missing or no font.
    init(_ files: FontFiles) throws(FontError) {
        self.files = files
        regular = try Typeface(path: files.regular)
        italic = files.italic == files.regular ? regular : try Typeface(path: files.italic)
        opened = [files.regular: regular, files.italic: italic]
    }

    private func face(_ path: String) -> Typeface? {
        if let known = opened[path] { return known }
        let face = try? Typeface(path: path)
        opened[path] = .some(face)
        return face
    }

    private var bold: Typeface? { files.bold.flatMap(face) }
    private var math: Typeface? { files.math.flatMap(face) }
    private var fallbacks: some Sequence<Typeface> { files.fallbacks.lazy.compactMap { [self] in face($0) } }

    /// The first face with a MATH table, for signs that grow.
    var mathematical: Typeface? {
        if let math, math.isMathematical { return math }
        return fallbacks.first(where: \.isMathematical)
    }

    /// The face in which a sign has larger forms, else the one that has it at all.
    func growingFace(_ scalar: Unicode.Scalar) -> Typeface {
        if let mathematical, mathematical.has(scalar) { return mathematical }
        return face(forMath: scalar, .upright).face
    }

    /// The face that has a character of upright text.
    func face(forText scalar: Unicode.Scalar) -> Typeface {
        if regular.has(scalar) { return regular }
        return others(scalar) ?? absent(scalar)
    }

    /// Upright text, broken where a character needs another face.
    func runs(_ text: String) -> [(face: Typeface, text: String)] {
        var runs: [(face: Typeface, text: String)] = []
        for scalar in text.unicodeScalars {
            let face = face(forText: scalar)
            if runs.last?.face !== face { runs.append((face, "")) }
            runs[runs.count - 1].text.unicodeScalars.append(scalar)
        }
        return runs
    }

    /// The face that has a character of mathematics, and the character that has the alphabet's shape there.
    func face(
        forMath scalar: Unicode.Scalar, _ alphabet: MathText.Alphabet
    ) -> (face: Typeface, scalar: Unicode.Scalar) {
        let isWord = scalar.properties.isAlphabetic || (scalar.isASCII && scalar.properties.numericType != nil)
        switch alphabet {
        case .upright:
            // Signs belong to the letters of mathematics, words and numbers to the text.
            if !isWord, let math, math.has(scalar) { return (math, scalar) }
            return (face(forText: scalar), scalar)
        case .textItalic: if italic.has(scalar) { return (italic, scalar) }
        case .bold: if let bold, bold.has(scalar) { return (bold, scalar) }
        case .italic, .boldItalic, .script, .doubleStruck: break
        }
        let letters = alphabet == .textItalic ? MathText.Alphabet.italic : alphabet
        let shaped = letters.mathematical(scalar)
        if let shaped, let math, math.has(shaped) { return (math, shaped) }
        if alphabet == .italic, italic.has(scalar) { return (italic, scalar) }
        if let shaped, let face = fallbacks.first(where: { $0.has(shaped) }) { return (face, shaped) }
        return self.face(forMath: scalar, .upright)
    }

    private func others(_ scalar: Unicode.Scalar) -> Typeface? {
        if let math, math.has(scalar) { return math }
        return fallbacks.first { $0.has(scalar) }
    }

    /// The last face shows its sign for a character it lacks: a box.
    private func absent(_ scalar: Unicode.Scalar) -> Typeface {
        if !scalar.properties.isDefaultIgnorableCodePoint, !missing.contains(scalar) { missing.append(scalar) }
        return files.fallbacks.last.flatMap(face) ?? regular
    }
}

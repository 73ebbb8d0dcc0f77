extension MathText.Alphabet {
    /// The character of Unicode's mathematical alphabets (U+2100 and U+1D400 on) that has the letter's shape in this
    /// one; nil where there is none.
    func mathematical(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard let starts else { return nil }
        if let exception = exceptions[scalar] { return exception }
        let (value, start): (UInt32, UInt32?) =
            switch scalar {
            case "A"..."Z": (scalar.value - 0x41, starts.capital)
            case "a"..."z": (scalar.value - 0x61, starts.small)
            case "0"..."9": (scalar.value - 0x30, starts.digit)
            case "Α"..."Ω": (scalar.value - 0x391, starts.greek)
            case "∇": (25, starts.greek)
            case "α"..."ω": (scalar.value - 0x3B1 + 26, starts.greek)
            default: (Self.greekVariants[scalar] ?? 0, Self.greekVariants[scalar] == nil ? nil : starts.greek)
            }
        return start.flatMap { Unicode.Scalar($0 + value) }
    }

    /// The first character of each row; the Greek row runs from the capital alpha.
    private var starts: (capital: UInt32, small: UInt32, digit: UInt32?, greek: UInt32?)? {
        switch self {
        case .upright, .textItalic: nil
        case .italic: (0x1D434, 0x1D44E, nil, 0x1D6E2)
        case .bold: (0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8)
        case .boldItalic: (0x1D468, 0x1D482, nil, 0x1D71C)
        case .script: (0x1D49C, 0x1D4B6, nil, nil)
        case .doubleStruck: (0x1D538, 0x1D552, 0x1D7D8, nil)
        }
    }

    /// Letters that Unicode had before the alphabets.
    private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
        switch self {
        case .italic: ["h": "ℎ", "ı": "\u{1D6A4}", "ȷ": "\u{1D6A5}"]
        case .script:
            [
                "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
                "o": "ℴ",
            ]
        case .doubleStruck: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
        case .upright, .textItalic, .bold, .boldItalic: [:]
        }
    }

    /// Places in the Greek rows behind the small omega.
    private static let greekVariants: [Unicode.Scalar: UInt32] = [
        "∂": 51, "ϵ": 52, "ϑ": 53, "ϰ": 54, "ϕ": 55, "ϱ": 56, "ϖ": 57,
    ]
}

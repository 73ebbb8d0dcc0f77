extension MathText {
    /// Empty space by the name behind the backslash, in ems (TeX's thin, medium and thick spaces and its quads).
    static let spaces: [String: Double] = [
        ",": 3.0 / 18, ":": 4.0 / 18, ">": 4.0 / 18, ";": 5.0 / 18, "!": -3.0 / 18, " ": 0.25, "quad": 1, "qquad": 2,
    ]

    /// Functions that are set upright by their name, TeX's and those that formulas of scenes know.
    static let functions: Set<String> = [
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "asin", "acos", "atan", "sinh", "cosh",
        "tanh", "coth", "exp", "log", "ln", "lg", "min", "max", "inf", "sup", "lim", "liminf", "limsup", "arg",
        "argmin", "argmax", "det", "dim", "gcd", "hom", "ker", "deg", "Pr", "abs", "sign", "mean", "sigmoid", "huber",
    ]

    /// Alphabets by the command that turns its argument into them.
    static let alphabets: [String: Alphabet] = [
        "mathrm": .upright, "mathit": .textItalic, "mathbf": .bold, "boldsymbol": .boldItalic, "bm": .boldItalic,
        "mathcal": .script, "mathbb": .doubleStruck, "mathnormal": .italic,
    ]

    /// Marks over a letter, by their TeX names, as combining characters.
    static let accents: [String: Accent] = [
        "hat": .mark("\u{302}", isWide: false), "widehat": .mark("\u{302}", isWide: true),
        "tilde": .mark("\u{303}", isWide: false), "widetilde": .mark("\u{303}", isWide: true),
        "bar": .mark("\u{304}", isWide: false), "breve": .mark("\u{306}", isWide: false),
        "dot": .mark("\u{307}", isWide: false), "ddot": .mark("\u{308}", isWide: false),
        "mathring": .mark("\u{30A}", isWide: false), "check": .mark("\u{30C}", isWide: false),
        "acute": .mark("\u{301}", isWide: false), "grave": .mark("\u{300}", isWide: false),
        "vec": .mark("\u{20D7}", isWide: false), "overline": .overline, "underline": .underline,
    ]

    /// TeX's names of symbols. Lower-case Greek is italic, upper-case upright, as TeX sets them.
    static let symbols: [String: Atom] = {
        var table: [String: Atom] = [:]
        for (names, alphabet, role) in symbolRows {
            for row in names.split(separator: " ") {
                let parts = row.split(separator: "=", maxSplits: 1).map(String.init)
                table[parts[0]] = .symbol(parts[1], alphabet, role)
            }
        }
        // Signs that mean something to TeX.
        for sign in ["%", "&", "#", "_"] { table[sign] = .symbol(sign, .upright, .ordinary) }
        // Three periods stand farther apart than the sign of text.
        let periods = [Atom](repeating: .symbol(".", .upright, .punctuation), count: 3)
        for name in ["ldots", "dots"] { table[name] = .group(periods, .inner) }
        return table
    }()

    /// One role a row, `name=sign`.
    private static let symbolRows: [(String, Alphabet, Class)] = [
        (
            """
            alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ \
            varkappa=ϰ lambda=λ mu=μ nu=ν xi=ξ omicron=ο pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ \
            upsilon=υ phi=ϕ varphi=φ chi=χ psi=ψ omega=ω partial=∂ varGamma=Γ varDelta=Δ varTheta=Θ varLambda=Λ \
            varXi=Ξ varPi=Π varSigma=Σ varUpsilon=Υ varPhi=Φ varPsi=Ψ varOmega=Ω imath=ı jmath=ȷ
            """, .italic, .ordinary
        ),
        (
            """
            Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω nabla=∇ infty=∞ \
            ell=ℓ hbar=ℏ Re=ℜ Im=ℑ aleph=ℵ emptyset=∅ varnothing=∅ forall=∀ exists=∃ neg=¬ lnot=¬ top=⊤ bot=⊥ \
            angle=∠ prime=′ dagger=† ddagger=‡ degree=° vert=| Vert=‖ |=‖ backslash=\\ checkmark=✓
            """, .upright, .ordinary
        ),
        ("sum=∑ prod=∏ coprod=∐ int=∫ iint=∬ oint=∮ bigcup=⋃ bigcap=⋂ bigoplus=⨁ bigotimes=⨂", .upright, .function),
        (
            """
            cdot=⋅ times=× div=÷ pm=± mp=∓ ast=∗ star=⋆ circ=∘ bullet=∙ oplus=⊕ ominus=⊖ otimes=⊗ oslash=⊘ odot=⊙ \
            cap=∩ cup=∪ wedge=∧ land=∧ vee=∨ lor=∨ setminus=∖ diamond=⋄
            """, .upright, .binary
        ),
        (
            """
            le=≤ leq=≤ ge=≥ geq=≥ ll=≪ gg=≫ ne=≠ neq=≠ approx=≈ sim=∼ simeq=≃ cong=≅ equiv=≡ propto=∝ doteq=≐ \
            prec=≺ succ=≻ preceq=⪯ succeq=⪰ lesssim=≲ gtrsim=≳ in=∈ ni=∋ notin=∉ subset=⊂ supset=⊃ subseteq=⊆ \
            supseteq=⊇ mid=∣ parallel=∥ perp=⊥ vdash=⊢ models=⊨ to=→ rightarrow=→ leftarrow=← gets=← \
            leftrightarrow=↔ longrightarrow=⟶ longleftarrow=⟵ Rightarrow=⇒ implies=⟹ Leftarrow=⇐ \
            Leftrightarrow=⇔ iff=⟺ mapsto=↦ uparrow=↑ downarrow=↓ updownarrow=↕ nearrow=↗ searrow=↘ swarrow=↙ \
            nwarrow=↖ hookrightarrow=↪ rightharpoonup=⇀ coloneqq=≔
            """, .upright, .relation
        ),
        ("cdots=⋯ vdots=⋮ ddots=⋱", .upright, .inner),
        ("colon=:", .upright, .punctuation),
        ("{={ lbrace={ lbrack=[ langle=⟨ lfloor=⌊ lceil=⌈ lvert=| lVert=‖", .upright, .opening),
        ("}=} rbrace=} rbrack=] rangle=⟩ rfloor=⌋ rceil=⌉ rvert=| rVert=‖", .upright, .closing),
    ]

    /// What may stand behind `\left` and `\right`, as typed.
    static func delimiter(_ name: String) -> String? {
        switch name {
        case ".": ""
        case "(", ")", "[", "]", "|", "/": name
        case "<": "⟨"
        case ">": "⟩"
        case "\\uparrow", "\\downarrow", "\\updownarrow", "\\backslash", "\\vert", "\\Vert", "\\|":
            symbols[String(name.dropFirst())]?.sign
        case _ where name.count > 1 && name.first == "\\":
            switch symbols[String(name.dropFirst())] {
            case .symbol(let sign, _, .opening), .symbol(let sign, _, .closing): sign
            default: nil
            }
        case "⟨", "⟩", "⌊", "⌋", "⌈", "⌉", "‖": name
        default: nil
        }
    }

    /// A character as it stands between dollar signs.
    static func atom(for character: Character) -> Atom {
        switch character {
        case "-": return .symbol("−", .upright, .binary)
        case "*": return .symbol("∗", .upright, .binary)
        case "~": return .space(0.25)
        case "+", "−", "·": return .symbol(String(character), .upright, .binary)
        case "=", "<", ">", ":": return .symbol(String(character), .upright, .relation)
        case ",", ";": return .symbol(String(character), .upright, .punctuation)
        case "(", "[": return .symbol(String(character), .upright, .opening)
        case ")", "]", "!", "?": return .symbol(String(character), .upright, .closing)
        default:
            // A symbol that is typed as itself plays the part it has under its name.
            if let known = bySign[character] { return known }
            return .symbol(String(character), character.isLetter ? .italic : .upright, .ordinary)
        }
    }

    private static let bySign: [Character: Atom] = {
        let named = symbols.sorted { $0.key < $1.key }.filter { !$0.key.hasPrefix("var") && $0.key != "bot" }
        var table: [Character: Atom] = [:]
        table["…"] = symbols["ldots"]
        for (_, atom) in named {
            if let sign = atom.sign?.first, !sign.isASCII, table[sign] == nil { table[sign] = atom }
        }
        // The variants have characters of their own, the capitals have none.
        for name in ["varepsilon", "vartheta", "varkappa", "varpi", "varrho", "varsigma", "varphi"] {
            if let atom = symbols[name], let sign = atom.sign?.first { table[sign] = atom }
        }
        return table
    }()
}

extension MathText.Atom {
    /// The sign of a symbol.
    var sign: String? { if case .symbol(let sign, _, _) = self { sign } else { nil } }
}

extension MathText {
    /// Empty space by the character behind the backslash, in ems (TeX's thin, medium and thick spaces).
    static let spaces: [Character: Double] = [",": 3.0 / 18, ":": 4.0 / 18, ";": 5.0 / 18, " ": 0.25, "!": -3.0 / 18]

    /// Operators that are set upright by their name.
    static let operators: Set<String> = [
        "sin", "cos", "tan", "exp", "log", "min", "max", "abs", "sign", "asin", "acos", "atan", "sinh", "cosh", "tanh",
        "mean", "sigmoid", "huber",
    ]

    /// TeX's names of symbols. Lower-case Greek is italic, upper-case upright, as TeX sets them.
    static let symbols: [String: Atom] = {
        var table: [String: Atom] = [:]
        let lower = [
            "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ",
            "eta": "η", "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ",
            "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ",
            "psi": "ψ", "omega": "ω",
        ]
        let upright = [
            "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ",
            "Psi": "Ψ", "Omega": "Ω", "nabla": "∇", "partial": "∂", "infty": "∞", "ldots": "…", "ell": "ℓ", "sqrt": "√",
        ]
        let binary = ["cdot": "⋅", "times": "×", "pm": "±"]
        let relation = [
            "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "to": "→",
            "leftarrow": "←", "rightarrow": "→", "sim": "∼", "propto": "∝",
        ]
        for (name, sign) in lower { table[name] = .symbol(sign, .italic, .ordinary) }
        for (name, sign) in upright { table[name] = .symbol(sign, .upright, .ordinary) }
        for (name, sign) in binary { table[name] = .symbol(sign, .upright, .binary) }
        for (name, sign) in relation { table[name] = .symbol(sign, .upright, .relation) }
        for (name, sign) in ["{": "{", "}": "}", "%": "%", "&": "&", "#": "#"] {
            table[name] = .symbol(sign, .upright, .ordinary)
        }
        return table
    }()
}

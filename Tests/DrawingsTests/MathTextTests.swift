import Testing

@testable import Drawings

@Suite struct MathTextTests {
    private func atoms(_ text: String) throws -> [MathText.Atom] {
        let pieces = try MathText("$\(text)$").pieces
        guard case .math(let atoms)? = pieces.first, pieces.count == 1 else { return [] }
        return atoms
    }

    private static let x = MathText.Atom.symbol("x", .italic, .ordinary)
    private static let y = MathText.Atom.symbol("y", .italic, .ordinary)

    private static func number(_ digits: String) -> MathText.Atom { .symbol(digits, .upright, .ordinary) }

    @Test func plainTextIsOnePiece() throws {
        #expect(try MathText("RMSprop, β = 0.9").pieces == [.text("RMSprop, β = 0.9")])
        #expect(try MathText(#"5 \$"#).pieces == [.text("5 $")])
    }

    @Test func symbolsKeepTheirAlphabetAndClass() throws {
        #expect(
            try atoms(#"\eta = -10"#) == [
                .symbol("η", .italic, .ordinary), .symbol("=", .upright, .relation), .symbol("−", .upright, .binary),
                Self.number("10"),
            ])
    }

    @Test func signsWithAMeaningOfTheirOwnAreEscaped() throws {
        #expect(
            try atoms(#"\{\%\}"#) == [
                .symbol("{", .upright, .opening), .symbol("%", .upright, .ordinary), .symbol("}", .upright, .closing),
            ])
    }

    @Test(arguments: ["x_1^2", "x^2_1", "x^{2}_{1}", "x _1 ^2"])
    func scriptsOfOneSymbolStandTogether(text: String) throws {
        #expect(try atoms(text) == [.scripts(Self.x, sub: [Self.number("1")], primes: 0, sup: [Self.number("2")])])
    }

    @Test func symbolsTypedAsThemselvesAreThoseOfTheirNames() throws {
        for text in ["α", "≤", "∇", "×", "→", "∑", "Γ"] {
            let named = MathText.symbols.values.filter { $0.sign == text }
            let typed = try #require(try atoms(text).first)
            #expect(named.contains(typed))
        }
    }

    @Test(
        arguments: [
            (#"\frac{x}{y}"#, .fraction([x], over: [y], isDisplay: nil)),
            (#"\frac xy"#, .fraction([x], over: [y], isDisplay: nil)),
            (#"\dfrac12"#, .fraction([number("1")], over: [number("2")], isDisplay: true)),
            (#"\tfrac12"#, .fraction([number("1")], over: [number("2")], isDisplay: false)),
            (#"\sqrt x"#, .root([x], degree: [])), (#"\sqrt[3]{x}"#, .root([x], degree: [number("3")])),
            (#"\hat x"#, .accent(.mark("\u{302}", isWide: false), [x])),
            (#"\overline{xy}"#, .accent(.overline, [x, y])),
            (#"\left(x\right]"#, .fenced("(", [x], "]")), (#"\left\|x\right."#, .fenced("‖", [x], "")),
            (#"\mathbf{x}"#, .group([.symbol("x", .bold, .ordinary)], .ordinary)),
            (#"\mathrm{ab}"#, .group([.symbol("ab", .upright, .ordinary)], .ordinary)),
            (#"\operatorname{xy}"#, .group([.symbol("xy", .upright, .ordinary)], .function)),
            (#"\boldsymbol\theta"#, .group([.symbol("θ", .boldItalic, .ordinary)], .ordinary)),
            (#"\text{if {x} \$5}"#, .text("if {x} $5".replacing("{", with: "").replacing("}", with: ""))),
            ("x''", .scripts(x, sub: [], primes: 2, sup: [])), ("x'^y", .scripts(x, sub: [], primes: 1, sup: [y])),
            (#"\quad"#, .space(1)), ("~", .space(0.25)), (#"\log"#, .symbol("log", .upright, .function)),
        ] as [(String, MathText.Atom)])
    func constructionsAreReadAsTeXReadsThem(text: String, atom: MathText.Atom) throws {
        #expect(try atoms(text) == [atom])
    }

    @Test(arguments: [
        ("$x", 1, "never closed"), ("$x_$", 3, "nothing follows '_'"), (#"loss $\etta$"#, 7, #"'\etta' is not known"#),
        ("$x_1_2$", 5, "a second '_'"), ("$x^1^2$", 5, "a second '^'"), ("$x^2'$", 5, "a second '''"),
        ("$a}$", 3, "never opened"), ("${a$", 4, "a dollar sign inside braces"), ("$x^_2$", 3, "another script mark"),
        (#"$\frac{a}$"#, 2, "no denominator"), (#"$\frac$"#, 2, "no numerator"),
        (#"$\sqrt$"#, 2, "nothing stands under"),
        (#"$\sqrt[3{x}$"#, 7, "never closed"), (#"$\hat$"#, 2, #"under '\hat'"#),
        (#"$1 + \right)$"#, 6, #"without '\left'"#),
        (#"$\left(x$"#, 2, #"no '\right'"#), (#"$\left(x}$"#, 9, "never opened"),
        (#"$\left x\right)$"#, 8, "cannot follow"),
        (#"$\left(x\right$"#, 9, "no delimiter"), (#"$\left"#, 2, "no delimiter"), (#"$\left(x"#, 2, #"no '\right'"#),
        (#"$\text x$"#, 2, "no argument"), (#"$\text{a$"#, 9, "a dollar sign"),
        (#"$\text{a\b}$"#, 9, "a command inside"),
        (#"$\mathbf$"#, 2, "no argument"), (#"$\displaystyle x$"#, 2, "not known"), ("$a\\", 3, "nothing behind it"),
        (#"$\begin{matrix}$"#, 2, "not known"), (#"${\mathbf a"#, 2, "never closed"),
    ])
    func mistakesHaveAPlace(text: String, column: Int, words: String) {
        #expect {
            _ = try MathText(text)
        } throws: { error in
            guard let error = error as? MathText.ParseError else { return false }
            return error.column == column && error.message.contains(words)
        }
    }

    @Test(arguments: [(#"\aplha"#, #"\alpha"#), (#"\fraq{1}{2}"#, #"\frac"#), (#"\epsilom"#, #"\epsilon"#)])
    func mistypedCommandsAreGuessed(text: String, meant: String) {
        #expect {
            _ = try MathText("$\(text)$")
        } throws: { ($0 as? MathText.ParseError)?.help?.contains("'\(meant)'") == true }
    }

    @Test(arguments: ["{", "x^", #"\sqrt"#, #"\frac"#, #"\left("#, #"\hat{"#, #"\sqrt["#, "x_{", #"\mathbf{\sqrt{"#])
    func deepNestingIsRefused(part: String) {
        let text = "$" + String(repeating: part, count: 20_000) + "$"
        #expect(throws: MathText.ParseError.self) { try MathText(text) }
    }

    @Test func whatABinaryOperatorLacksMakesItASign() throws {
        let roles: (String) throws -> [MathText.Class?] = { MathSetter.settled(try self.atoms($0)) }
        #expect(try roles("-x") == [.ordinary, .ordinary])
        #expect(try roles("x - y") == [.ordinary, .binary, .ordinary])
        #expect(try roles("x = -y") == [.ordinary, .relation, .ordinary, .ordinary])
        #expect(try roles("(-x)") == [.opening, .ordinary, .ordinary, .closing])
        #expect(try roles("x + = y") == [.ordinary, .ordinary, .relation, .ordinary])
        #expect(try roles(#"x \cdot -y"#) == [.ordinary, .binary, .ordinary, .ordinary])
        #expect(try roles(#"x \, - y"#) == [.ordinary, nil, .binary, .ordinary])
    }

    /// Nothing that is typed traps, and what is accepted can be set.
    @Test func noiseIsReadAndSet() throws {
        let lettering = try Lettering(FontFiles.find())
        let words =
            MathParser.names.map { "\\" + $0 } + [
                "{", "}", "{", "}", "_", "^", "'", "$", "x", "2", "-", "+", "(", ")", "[", "]", "|", " ", "\\{", "\\,",
                "\\|", ".",
                "\\left(", "\\right)", "\\left.", "\\sqrt[", "\\frac{", "~", "\\", "é", "🙂", "\u{301}", "\u{202E}",
            ]
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var accepted = 0
        for _ in 0..<4000 {
            let text = "$" + (0...random(9)).map { _ in words[random(words.count)] }.joined() + "$"
            guard let parsed = try? MathText(text) else { continue }
            accepted += 1
            let line = lettering.line(parsed, size: 10)
            #expect(line.width.isFinite && line.outline.points.allSatisfy { $0.x.isFinite && $0.y.isFinite })
        }
        #expect(accepted > 400)
    }
}

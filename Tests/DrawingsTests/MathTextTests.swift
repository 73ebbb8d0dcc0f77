import Testing

@testable import Drawings

@Suite struct MathTextTests {
    @Test func plainTextIsOneAtom() throws {
        #expect(try MathText("RMSprop, β = 0.9").atoms == [.text("RMSprop, β = 0.9")])
        #expect(try MathText(#"5 \$"#).atoms == [.text("5 $")])
    }

    @Test func symbolsKeepTheirStyleAndSpacing() throws {
        #expect(
            try MathText(#"$\eta = -1$"#).atoms == [
                .symbol("η", .italic, .ordinary), .symbol("=", .upright, .relation), .symbol("−", .upright, .binary),
                .symbol("1", .upright, .ordinary),
            ])
    }

    @Test func signsWithAMeaningOfTheirOwnAreEscaped() throws {
        #expect(try MathText(#"$\{\%\}$"#).atoms == ["{", "%", "}"].map { .symbol($0, .upright, .ordinary) })
    }

    @Test func scriptsOfOneSymbolStandTogether() throws {
        let expected: [MathText.Atom] = [
            .symbol("x", .italic, .ordinary),
            .scripts(sub: [.symbol("1", .upright, .ordinary)], sup: [.symbol("2", .upright, .ordinary)]),
        ]
        #expect(try MathText("$x_1^2$").atoms == expected)
        #expect(try MathText("$x^2_1$").atoms == expected)
        #expect(try MathText("$x^{2}_{1}$").atoms == expected)
    }

    @Test(arguments: [
        ("$x", 1, "never closed"), ("$x_$", 3, "nothing follows '_'"), (#"loss $\etta$"#, 7, #"'\etta' is not known"#),
        ("$x_1_2$", 5, "a second '_'"), ("$a}$", 3, "never opened"), ("${a$", 4, "a dollar sign inside braces"),
        ("$x^_2$", 3, "another script mark"),
    ])
    func mistakesHaveAPlace(text: String, column: Int, words: String) {
        #expect {
            _ = try MathText(text)
        } throws: { error in
            guard let error = error as? MathText.ParseError else { return false }
            return error.column == column && error.message.contains(words)
        }
    }

    @Test func deepNestingIsRefused() {
        let text = "$" + String(repeating: "{", count: 100_000) + "$"
        #expect(throws: MathText.ParseError.self) { try MathText(text) }
    }
}

@Suite struct LetteringTests {
    let lettering: Lettering

    init() throws { lettering = try Lettering(FontFiles.find()) }

    @Test func kerningPullsPairsTogether() {
        let pair = lettering.line("AV", size: 10).width
        let apart = lettering.line("A", size: 10).width + lettering.line("V", size: 10).width
        #expect(pair < apart - 0.5)
    }

    @Test func widthGrowsWithTheSizeExactly() {
        #expect(lettering.line("Ravine", size: 20).width == 2 * lettering.line("Ravine", size: 10).width)
    }

    @Test func scriptsAreSmallerAndShifted() throws {
        let base = try #require(lettering.line("$x$", size: 10).ink)
        let raised = try #require(lettering.line("$x^2$", size: 10).ink)
        let lowered = try #require(lettering.line("$x_2$", size: 10).ink)
        #expect(raised.min.y < base.min.y - 1)
        #expect(lowered.max.y > base.max.y + 1)
    }

    @Test func variablesAreItalic() {
        #expect(lettering.line("$x$", size: 10).outline != lettering.line("x", size: 10).outline)
    }

    @Test func charactersThatStixLacksComeFromTheFallback() throws {
        // A subscript zero is missing in STIX General.
        let ink = try #require(lettering.line("x₀", size: 10).ink)
        #expect(ink.width > lettering.line("x", size: 10).width + 1)
    }

    @Test func theMinusOfANumberTakesNoRoom() {
        let negative = lettering.line("$−1$", size: 10).width
        let parts = lettering.line("−", size: 10).width + lettering.line("1", size: 10).width
        #expect(abs(negative - parts) < 1e-9)
        #expect(lettering.line("$2 − 1$", size: 10).width > lettering.line("2−1", size: 10).width + 3)
    }

    @Test func aMissingFontNamesItsPackage() {
        #expect {
            _ = try FontFiles.find(in: ["/nowhere"])
        } throws: { error in
            (error as? FontError)?.help.contains("fonts-stix") == true
        }
    }
}

@Suite struct ColormapTests {
    @Test func viridisRunsFromVioletToYellow() {
        #expect(Colormap.viridis.color(at: 0) == Color(0x440154))
        #expect(Colormap.viridis.color(at: 1) == Color(0xFDE725))
        #expect(Colormap.viridis.color(at: .nan) == Color(0x440154))
        #expect(Colormap.viridis.color(at: 7) == Color(0xFDE725))
    }
}

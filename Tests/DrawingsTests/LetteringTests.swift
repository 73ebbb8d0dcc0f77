import Testing

@testable import Drawings

@Suite struct LetteringTests {
    let lettering: Lettering

    init() throws { lettering = try Lettering(FontFiles.find()) }

    private func ink(_ math: String) throws -> Box { try #require(lettering.line("$\(math)$", size: 100).ink) }

    private func width(_ math: String) -> Double { lettering.line("$\(math)$", size: 100).width }

    @Test func kerningPullsPairsTogether() {
        let pair = lettering.line("AV", size: 10).width
        let apart = lettering.line("A", size: 10).width + lettering.line("V", size: 10).width
        #expect(pair < apart - 0.5)
    }

    @Test(arguments: ["Ravine", #"$\frac{x^2}{\sqrt{y}}$"#])
    func widthGrowsWithTheSizeExactly(text: String) {
        #expect(lettering.line(text, size: 20).width == 2 * lettering.line(text, size: 10).width)
    }

    @Test func variablesAreItalic() {
        #expect(lettering.line("$x$", size: 10).outline != lettering.line("x", size: 10).outline)
        #expect(lettering.line(#"$\mathrm{x}$"#, size: 10).outline == lettering.line("x", size: 10).outline)
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

    @Test func scriptsAreSevenAndFiveTenths() throws {
        let plain = try ink("H").height
        #expect(abs(try ink("{}^H").height - 0.7 * plain) < 0.01)
        #expect(abs(try ink("{}^{{}^H}").height - 0.5 * plain) < 0.01)
    }

    @Test(arguments: ["x", "f", "V", #"\beta"#, "(x)", #"\hat{v}"#])
    func scriptsKeepClearOfEachOtherAndTheBase(base: String) throws {
        let (bare, both) = (try ink(base), try ink("\(base)_i^2"))
        let (sup, sub) = (try ink("{}^2"), try ink("{}_i"))
        #expect(both.width > bare.width + 10)
        // Both heights and the gap between them find room.
        #expect(both.height > sup.height + sub.height + 16 - 0.01)
        #expect(both.min.y < bare.max.y && both.max.y > bare.max.y - 1)
    }

    @Test func aSuperscriptClearsWhatLeans() throws {
        // The superscript of f begins behind its lean, the subscript does not.
        #expect(width("f^1") > width("f_1") + 5)
        #expect(abs(width("x^1") - width("x_1")) < 5)
    }

    @Test func aFractionIsCentredOnTheAxis() throws {
        let fraction = try ink(#"\frac{1}{1}"#)
        #expect(abs((fraction.min.y + fraction.max.y) / 2 + 25) < 8)
        let (wide, narrow) = (try ink(#"\frac{1}{100000}"#), try ink("{}^{100000}"))
        #expect(wide.width >= narrow.width)
        #expect(try ink(#"\dfrac{1}{1}"#).height > fraction.height * 1.3)
    }

    @Test(arguments: ["x", "x^2+y^2", #"\frac{a}{b}"#, #"\hat{v}_t"#, "y_{i_j}", #"\sqrt{\sqrt{x}}"#])
    func aRootCoversItsRadicand(radicand: String) throws {
        let (inner, root) = (try ink(radicand), try ink(#"\sqrt{\#(radicand)}"#))
        #expect(root.min.y < inner.min.y - 5 && root.max.y > inner.max.y - 15)
        #expect(root.width > inner.width + 20)
        // The bar reaches over all of it.
        let pen = width(#"\sqrt{\#(radicand)}"#)
        let line = lettering.line(#"$\sqrt{\#(radicand)}$"#, size: 100)
        let top = line.outline.points.filter { $0.y < root.min.y + 1 }.map(\.x)
        #expect(try #require(top.max()) > pen - 6)
    }

    @Test(arguments: ["(", "[", "\\{", "|", "\\|", "\\langle", "\\lfloor", "\\lceil", "/", "\\uparrow"])
    func delimitersGrow(delimiter: String) throws {
        let plain = try ink(#"\left\#(delimiter) x \right."#)
        for inner in [
            #"\dfrac{a}{b}"#, #"\dfrac{\dfrac{a}{b}}{\dfrac{c}{d}}"#,
            #"\dfrac{\dfrac{\dfrac{\dfrac ab}c}d}{\dfrac a{\dfrac bc}}"#,
        ] {
            let (content, fenced) = (try ink(inner), try ink(#"\left\#(delimiter) \#(inner) \right."#))
            #expect(fenced.height >= 0.9 * content.height && fenced.height > plain.height)
        }
    }

    @Test(arguments: ["x", "f", "A", "\\theta", "\\beta"])
    func accentsStandOverTheirLetters(letter: String) throws {
        let bare = try ink(letter)
        for accent in ["hat", "bar", "tilde", "dot", "ddot", "vec", "check", "breve"] {
            let both = try ink(#"\\#(accent){\#(letter)}"#)
            #expect(both.min.y < bare.min.y - 4 && both.max.y == bare.max.y)
            #expect(both.width < bare.width + 45)
            #expect(abs(width(#"\\#(accent){\#(letter)}"#) - width(letter)) < 1e-9)
        }
        #expect(try ink(#"\overline{\#(letter)}"#).min.y < bare.min.y - 4)
    }

    @Test func roomDependsOnTheClasses() {
        let parts = width("x") + width("=") + width("y")
        #expect(abs(width("x=y") - parts - 2 * 500 / 18) < 1e-6)
        #expect(abs(width("x+y") - width("x") - width("+") - width("y") - 2 * 400 / 18) < 1e-6)
        #expect(abs(width(#"\log x"#) - width(#"\log"#) - width("x") - 300.0 / 18) < 1e-6)
        #expect(abs(width(#"\log(x)"#) - width(#"\log"#) - width("(x)")) < 1e-6)
    }

    @Test(arguments: MathText.symbols.keys.sorted())
    func everySymbolHasAGlyph(name: String) throws {
        let text = name.first?.isLetter == true ? "$\\\(name) $" : "$\\\(name)$"
        let fresh = try Lettering(FontFiles.find())
        #expect(fresh.line(text, size: 10).ink != nil)
        #expect(fresh.missing.isEmpty)
    }

    @Test func alphabetsDiffer() throws {
        let shapes = ["mathrm", "mathit", "mathbf", "boldsymbol", "mathcal", "mathbb"].map {
            lettering.line("$\\\($0){R}$", size: 10).outline
        }
        #expect(Set(shapes).count == shapes.count && lettering.missing.isEmpty)
    }

    @Test func aTallFormulaSaysSo() {
        #expect(lettering.line("Ag(]$x_1^2$", size: 10).excess == (0, 0))
        let tall = lettering.line(#"$\dfrac{\dfrac{a}{b}}{\dfrac{c}{d}}$"#, size: 10).excess
        #expect(tall.above > 5 && tall.below > 5)
    }

    @Test func aCutLineFits() {
        let line = lettering.line(#"RMSprop $\frac{\eta}{\sqrt{v}} + 1000000$ and more"#, size: 10, atMost: 60)
        #expect(line.width <= 60 && line.width > 40)
    }
}

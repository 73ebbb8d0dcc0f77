import Foundation
import Testing

@testable import Drawings

@Suite struct FontTests {
    @Test func aMissingFontNamesItsPackage() {
        #expect {
            _ = try FontFiles.find(in: ["/nowhere"])
        } throws: { error in
            (error as? FontError)?.help.contains("fonts-stix") == true
        }
    }

    @Test func aFamilyIsFoundInAnySpelling() throws {
        let standard = try FontFiles.find()
        let families = FontFamilies()
        for name in ["DejaVu Sans", "dejavu-sans", "DEJAVU SANS"] {
            let files = try families.files(name, backedBy: standard)
            #expect(files.regular.hasSuffix("/DejaVuSans.ttf"))
            #expect(files.fallbacks.contains(standard.regular))
        }
        #expect(families.names.contains("DejaVu Sans"))
    }

    @Test func anUnknownFamilyIsToldWithThoseThereAre() {
        #expect {
            _ = try FontFamilies().file("DejaVu Sanz")
        } throws: { error in
            let help = (error as? FontError)?.help ?? ""
            return help.contains("did you mean 'DejaVu Sans'?") && help.contains("STIX")
        }
        #expect(throws: FontError.unknownFamily("DejaVu Sans", found: [])) {
            try FontFamilies(in: ["/nowhere"]).file("DejaVu Sans")
        }
    }

    @Test func foldersThatLeadBackAreSearchedOnce() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let inner = folder.appending(path: "a/b")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: inner.appending(path: "up"), withDestinationURL: folder)
        try Data("no font".utf8).write(to: inner.appending(path: "broken.otf"))
        #expect(FontFolders([folder.path]).files.map { $0.split(separator: "/").last } == ["broken.otf"])
        #expect(FontFamilies(in: [folder.path]).names.isEmpty)
        #expect(!FontFiles.isFont(inner.appending(path: "broken.otf").path))
        #expect(throws: FontError.self) { try Typeface(path: inner.appending(path: "broken.otf").path) }
    }

    /// Formulas keep their shape without a font for mathematics.
    @Test func withoutAMathTableSignsAreDrawnOut() throws {
        var files = try FontFiles.find()
        files.fallbacks.removeAll { $0.contains("Math") }
        let lettering = try Lettering(files)
        let (small, large) = (
            lettering.line(#"$\sqrt{x}$"#, size: 100),
            lettering.line(#"$\left(\sqrt{\dfrac{a}{\dfrac bc}}\right)$"#, size: 100)
        )
        #expect(try #require(large.ink).height > 1.5 * #require(small.ink).height)
        #expect(lettering.missing.isEmpty)
    }

    /// Latin Modern, where it is installed: its own letters and signs, STIX for what it lacks.
    @Test(.enabled(if: FontFamilies().names.contains("Latin Modern Roman")))
    func latinModernSetsMathematics() throws {
        let standard = try FontFiles.find()
        let families = FontFamilies()
        let files = try families.files("latin modern", backedBy: standard)
        #expect(files.regular.hasSuffix("lmroman10-regular.otf") && files.italic.hasSuffix("lmroman10-italic.otf"))
        #expect(files.bold?.hasSuffix("lmroman10-bold.otf") == true)
        #expect(files.math?.hasSuffix("latinmodern-math.otf") == true)
        let (own, stix) = (try Lettering(files), try Lettering(standard))
        for name in ["alpha", "nabla", "le", "sum", "Gamma", "partial", "to"] {
            #expect(own.line("$\\\(name)$", size: 10).outline != stix.line("$\\\(name)$", size: 10).outline)
        }
        for name in MathText.symbols.keys where name.first?.isLetter == true {
            #expect(own.line("$\\\(name)$", size: 10).ink != nil)
        }
        #expect(own.missing.isEmpty)
        let fenced = own.line(#"$\left(\dfrac{a}{b}\right)$"#, size: 100)
        #expect(try #require(fenced.ink).height > 180)
    }
}

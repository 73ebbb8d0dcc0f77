import Foundation
import Testing

/// `ravine render` as scripts use it.
@Suite struct RenderTests {
    private let bowl = "surface: sphere\nsteps: 5\noptimizers: [adam]\nfigure: { width: 60mm, dpi: 72 }\n"

    @Test func writesAPictureAndPrintsItsPath() throws {
        let workshop = try Workshop()
        try workshop.write(bowl, to: "bowl.yaml")
        let outcome = try workshop.ravine("render", "bowl.yaml")
        #expect(outcome.status == 0)
        #expect(outcome.output == "output/bowl.png\n")
        #expect(outcome.errors == "")
        #expect(try workshop.bytes(of: "output/bowl.png").prefix(8) == [137, 80, 78, 71, 13, 10, 26, 10])
        #expect(try workshop.files(in: "output") == ["bowl.png"])
    }

    @Test func goesOnAfterABadScene() throws {
        let workshop = try Workshop()
        try workshop.write(bowl, to: "good.yaml")
        try workshop.write("surface: rosenbrok\n", to: "bad.yaml")
        let outcome = try workshop.ravine("render", "bad.yaml", "good.yaml", "missing.yaml", "--out", "there")
        #expect(outcome.status == 66)
        #expect(outcome.output == "there/good.png\n")
        #expect(outcome.errors.contains("bad.yaml:1:10: error: "))
        #expect(outcome.errors.contains("missing.yaml"))
    }

    @Test func standardOutputCarriesThePictureAlone() throws {
        let workshop = try Workshop()
        let file = workshop.folder.appending(path: "picture.png")
        try Data().write(to: file)
        let outcome = try workshop.ravine("render", "-", "-o", "-", input: bowl, outputPath: file.path)
        #expect(outcome.status == 0)
        #expect(try workshop.ravine("render", "-", "-o", "x.png", input: bowl).output == "x.png\n")
        #expect(try workshop.bytes(of: "picture.png") == workshop.bytes(of: "x.png"))
        #expect(try workshop.ravine("render", "-", input: bowl).output == "output/scene.png\n")
    }

    @Test func sizeChangesThePageAndScaleTheResolution() throws {
        let workshop = try Workshop()
        try workshop.write("surface: sphere\n", to: "a.yaml")
        _ = try workshop.ravine("render", "a.yaml", "-o", "a.png", "--size", "640x400", "--scale", "0.5")
        let header = try workshop.bytes(of: "a.png")[16..<24]
        #expect(Array(header) == [0, 0, 1, 0x40, 0, 0, 0, 0xC8])
    }

    @Test func theFormatComesFromTheSuffixOrTheOption() throws {
        let workshop = try Workshop()
        try workshop.write(bowl, to: "a.yaml")
        #expect(try workshop.ravine("render", "a.yaml", "-o", "a.SVG").output == "a.SVG\n")
        #expect(try workshop.ravine("render", "a.yaml", "--format", "pdf").output == "output/a.pdf\n")
        #expect(try workshop.bytes(of: "a.SVG").starts(with: "<?xml".utf8))
        #expect(try workshop.bytes(of: "output/a.pdf").starts(with: "%PDF-1.4".utf8))
        let piped = try workshop.ravine("render", "-", "-o", "-", "--format", "svg", input: bowl)
        #expect(piped.output.utf8.elementsEqual(try workshop.bytes(of: "a.SVG")))
        let contradiction = try workshop.ravine("render", "a.yaml", "-o", "a.svg", "--format", "pdf")
        #expect(contradiction.status == 64 && contradiction.errors.contains("contradict"))
        let unknown = try workshop.ravine("render", "a.yaml", "-o", "a.bmp")
        #expect(unknown.status == 64 && unknown.errors.contains("formats are png, "))
    }

    @Test func vectorPagesHaveTheirSizeInPointsAtAnyScale() throws {
        let workshop = try Workshop()
        try workshop.write("surface: sphere\nfigure: { dpi: 144 }\n", to: "a.yaml")
        for scale in ["1", "0.5"] {
            _ = try workshop.ravine("render", "a.yaml", "-o", "a.svg", "--size", "640x401", "--scale", scale)
            _ = try workshop.ravine("render", "a.yaml", "-o", "a.pdf", "--size", "640x401", "--scale", scale)
            let (svg, pdf) = (try workshop.bytes(of: "a.svg"), try workshop.bytes(of: "a.pdf"))
            let sides = "width=\"320pt\" height=\"200.5pt\" viewBox=\"0 0 320 200.5\""
            #expect(svg.firstRange(of: Array(sides.utf8)) != nil)
            #expect(pdf.firstRange(of: Array("/MediaBox[0 0 320 200.5]".utf8)) != nil)
        }
    }

    @Test func aPageTooSmallIsRefusedAndTheOthersAreDrawn() throws {
        let workshop = try Workshop()
        try workshop.write("surface: sphere\nfigure: { width: 20mm }\n", to: "small.yaml")
        try workshop.write(bowl, to: "good.yaml")
        let outcome = try workshop.ravine("render", "small.yaml", "good.yaml")
        #expect(outcome.status == 65)
        #expect(outcome.output == "output/good.png\n")
        #expect(try workshop.ravine("check", "small.yaml").status == 65)
        #expect(try workshop.ravine("render", "good.yaml", "--scale", "0.0001").status == 64)
        #expect(try workshop.ravine("render", "good.yaml", "--size", "20x20").status == 64)
    }

    @Test func manyRunsAreSimulated() throws {
        let workshop = try Workshop()
        let starts = (1...60).map { "[\($0), 1]" }.joined(separator: ", ")
        try workshop.write("surface: sphere\nsteps: 2\nstart: [\(starts)]\noptimizers: [adam]\n", to: "a.yaml")
        let outcome = try workshop.ravine("simulate", "a.yaml")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("adam@60"))
    }

    @Test func aSignalLeavesNoHalfFileAndIsSeen() throws {
        let workshop = try Workshop()
        try workshop.write("surface: rastrigin\nfigure: { width: 900mm }\n", to: "a.yaml")
        let process = try workshop.start("render", "a.yaml", "-o", "x.png")
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == SIGTERM)
        #expect(try workshop.files(in: "") == ["a.yaml"])
    }

    @Test func aMissingFontIsSaidWithItsPackage() throws {
        let workshop = try Workshop()
        let outcome = try workshop.ravine(
            ["render", "-"], input: bowl, environment: ["RAVINE_FONTS": "/nowhere"])
        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("fonts-stix"))
        #expect(!workshop.contains("output"))
    }

    @Test func aFamilyThatIsNotThereIsSaidAtItsPlaceWithThoseThatAre() throws {
        let workshop = try Workshop()
        try workshop.write("surface: sphere\nfigure: { font: Garamond Nonesuch }\n", to: "a.yaml")
        for command in ["render", "check"] {
            let outcome = try workshop.ravine(command, "a.yaml")
            #expect(outcome.status == 69)
            #expect(outcome.errors.contains("a.yaml:2:17: error: the machine has no font of the family 'Garamond"))
            #expect(outcome.errors.contains("DejaVu Sans"))
        }
        // Numbers need no font.
        #expect(try workshop.ravine("simulate", "a.yaml").status == 0)
    }

    @Test func aFileThatIsNoFontIsAMistakeOfTheScene() throws {
        let workshop = try Workshop()
        try workshop.write("surface: sphere\nfigure: { font: a.otf }\n", to: "a.yaml")
        try workshop.write("not a font", to: "a.otf")
        let outcome = try workshop.ravine("check", "a.yaml")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("a.yaml:2:17: error: 'a.otf' cannot be read as a font"))
    }

    @Test func aFamilyAndAFileLetterTheFigure() throws {
        let workshop = try Workshop()
        var pictures: Set<Data> = []
        for (index, font) in ["", "font: dejavu serif", "font: { regular: DejaVu Serif, italic: DejaVu Sans }"]
            .enumerated()
        {
            try workshop.write("surface: sphere\nfigure: { width: 60mm, \(font) }\n", to: "\(index).yaml")
            #expect(try workshop.ravine("render", "\(index).yaml", "-o", "\(index).png").status == 0)
            pictures.insert(try Data(contentsOf: workshop.folder.appending(path: "\(index).png")))
        }
        #expect(pictures.count == 3)
    }

    @Test func anOutputThatCannotBeCreatedLeavesNothing() throws {
        let workshop = try Workshop()
        try workshop.write(bowl, to: "a.yaml")
        try workshop.write("a file", to: "output")
        #expect(try workshop.ravine("render", "a.yaml").status == 73)
        #expect(try workshop.ravine("render", "a.yaml", "-o", "none/such/a.png").status == 73)
        try FileManager.default.createDirectory(
            at: workshop.folder.appending(path: "a.png"), withIntermediateDirectories: true)
        #expect(try workshop.ravine("render", "a.yaml", "-o", "a.png").status == 73)
        let left = try workshop.files(in: "").filter { !$0.hasPrefix("std") }
        #expect(left == ["a.png", "a.yaml", "output"])
    }

    @Test func aFullDiskIsAnErrorOfWriting() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let workshop = try Workshop()
        #expect(try workshop.ravine("render", "-", "-o", "-", input: bowl, outputPath: "/dev/full").status == 74)
    }
}

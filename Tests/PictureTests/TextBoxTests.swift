import Drawings
import Figures
import Foundation
import SceneFile
import Testing

@testable import ravine

/// No label, legend or tick overlaps another, lies on another panel or leaves the page.
@Suite struct TextBoxTests {
    static let scenes: [String] = {
        ["Scenes", "Scenes/rmsprop-lesson"].flatMap { folder in
            let files =
                (try? FileManager.default.contentsOfDirectory(atPath: project.appending(path: folder).path)) ?? []
            return files.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
        }
    }()

    /// Inches: a slide, a page of notes, a narrow column.
    static let sizes = [(8.0, 6.0), (5.0, 3.75), (3.5, 2.625)]

    private func boxes(
        _ name: String, _ size: (width: Double, height: Double)?, _ theme: Theme = .light
    ) throws -> TextBoxes {
        var scene = try #require(Scene.read(path: project.appending(path: name).path).scene)
        if let size {
            (scene.figure.page.width, scene.figure.page.height) = (72 * size.width, 72 * size.height)
            scene.figure.page.isHeightGiven = true
        }
        if theme != .light { scene.figure.theme = theme }
        // Contours need not be fine.
        scene.figure.page.dotsPerInch = 10
        let (drawing, lettering) = try RenderPipeline.drawing(of: scene, jobs: 2)
        return TextBoxes(drawing, lettering)
    }

    @Test(arguments: scenes)
    func keepsApart(name: String) throws {
        #expect(try boxes(name, nil).faults == [])
        for size in Self.sizes {
            let boxes = try boxes(name, size)
            #expect(boxes.words.count > 8)
            #expect(boxes.faults == [], "\(size.0) × \(size.1) in")
        }
    }

    /// A theme may change sizes too.
    @Test(arguments: scenes)
    func keepsApartInEveryTheme(name: String) throws {
        for theme in Theme.allCases where theme != .light {
            for size in Self.sizes { #expect(try boxes(name, size, theme).faults == [], "\(theme), \(size.0) in") }
        }
    }

    /// Words are whole at the size of a slide and at the author's.
    @Test(arguments: scenes)
    func cutsNoWord(name: String) throws {
        #expect(try boxes(name, Self.sizes[0]).cut == [])
        #expect(try boxes(name, nil).cut == [])
    }

    /// The check itself: text on text, text off the page, text on a panel.
    @Test func findsFaults() throws {
        let lettering = try RenderPipeline.lettering()
        let line = lettering.line("overlapping", size: 10)
        var drawing = Drawing(size: Point(200, 100))
        drawing.commands = [
            .fill(line.placed(at: Point(20, 50)), .black), .fill(line.placed(at: Point(30, 54)), .black),
        ]
        #expect(TextBoxes(drawing, lettering).faults.count == 1)
        drawing.commands[1] = .fill(line.placed(at: Point(180, 50)), .black)
        #expect(TextBoxes(drawing, lettering).faults.count == 1)
        drawing.commands[1] = .stroke(
            Path(Box(x: 60, y: 20, width: 100, height: 60)), Stroke(width: 1), .black)
        #expect(TextBoxes(drawing, lettering).faults.count == 1)
        drawing.commands.removeLast()
        #expect(TextBoxes(drawing, lettering).faults == [])
    }
}

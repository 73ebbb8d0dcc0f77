import SceneFile
import Testing

/// A scene that names data, the files beside it, and exactly what must be said about them.
struct BadData: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let files: [String: String]
    let diagnostics: String

    init(_ name: String, _ scene: String, _ files: [String: String], _ diagnostics: String) {
        testDescription = name
        self.files = files.merging(["scene.yaml": scene]) { $1 }
        self.diagnostics = diagnostics
    }

    static let all = grids + data + recorded + starts + transforms + parts
}

@Suite struct BadDataTests {
    @Test(arguments: BadData.all) func everyMistakeIsTold(_ bad: BadData) throws {
        let (reading, folder) = try SceneFolder(bad.files).read()
        #expect(reading.scene == nil)
        let told = reading.diagnostics.map(\.description).joined().replacing(folder, with: "")
        #expect(told == bad.diagnostics)
        #expect(reading.diagnostics.contains(where: \.isMissingFile) == bad.diagnostics.contains("no such file"))
    }

    @Test func theTableIsLong() {
        #expect(BadData.all.count >= 80)
        #expect(Set(BadData.all.map(\.testDescription)).count == BadData.all.count)
    }
}

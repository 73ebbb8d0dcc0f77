import SceneFile
import Testing

/// A scene with mistakes and exactly what must be said about it.
struct BadScene: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let diagnostics: String

    init(_ name: String, _ text: String, _ diagnostics: String) {
        (testDescription, self.text, self.diagnostics) = (name, text, diagnostics)
    }

    static let all =
        syntax + sceneKeys + numbers + surface + domainAndStarts + optimizers + figure + style + map + animation
        + manyAtOnce
}

/// Reads a scene that stands in a test.
func read(_ text: String) -> SceneReading {
    Scene.read(Array(text.utf8), name: "scene", file: "scene.yaml")
}

@Suite struct BadSceneTests {
    @Test(arguments: BadScene.all) func everyMistakeIsTold(_ bad: BadScene) {
        let reading = read(bad.text)
        #expect(reading.scene == nil)
        #expect(reading.diagnostics.map(\.description).joined() == bad.diagnostics)
    }

    @Test func theTableIsLong() {
        #expect(BadScene.all.count >= 60)
        #expect(Set(BadScene.all.map(\.testDescription)).count == BadScene.all.count)
    }
}

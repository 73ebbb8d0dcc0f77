import SceneFile
import Testing

@Suite struct ExtendedSceneTests {
    private func read(_ path: String, among files: [String: String]) throws -> (SceneReading, folder: String) {
        let (reading, folder) = try SceneFolder(files).read(path)
        return (reading, folder)
    }

    @Test func valuesOfAnotherSceneAreOverridden() throws {
        let (reading, _) = try read(
            "a.yaml",
            among: [
                "a.yaml": "extends: base/course.yaml\nsteps: 7\nmap: { levels: log }\n",
                "base/course.yaml": "extends: ../root.yaml\nsteps: 5\nmap: { aspect: equal, levels: linear }\n",
                "root.yaml": "surface: rosenbrock\noptimizers: [adam]\n",
            ])
        #expect(reading.diagnostics.isEmpty)
        let scene = try #require(reading.scene)
        #expect(scene.name == "a")
        #expect(scene.runs.map(\.steps) == [7])
        #expect(scene.figure.map.levels == .logarithmic)
        #expect(scene.figure.map.aspect == .equal)
    }

    @Test func surfacesMergeUnlessTheyAreOthers() throws {
        let base = "surface: { formula: b*x^2 + y^2, parameters: { b: 3 } }\n"
        let changed = try read(
            "a.yaml", among: ["a.yaml": "extends: b.yaml\nsurface: { parameters: { b: 5 } }\n", "b.yaml": base])
        #expect(changed.0.scene?.surface.field.value(at: SIMD2(1, 0)) == 5)
        let other = try read(
            "a.yaml", among: ["a.yaml": "extends: b.yaml\nsurface: { name: beale }\n", "b.yaml": base])
        #expect(other.0.scene?.surface.id == "beale")
    }

    @Test func mistakesBearTheirOwnFile() throws {
        let (reading, folder) = try read(
            "a.yaml", among: ["a.yaml": "extends: b.yaml\nstps: 3\n", "b.yaml": "surface: rosenbrock\nsteps: x\n"])
        let places = reading.diagnostics.map { "\($0.file.dropFirst(folder.count)):\($0.line):\($0.column)" }
        #expect(Set(places) == ["a.yaml:2:1", "b.yaml:2:8"])
    }

    @Test func circlesAreTold() throws {
        let (reading, _) = try read("a.yaml", among: ["a.yaml": "extends: b.yaml\n", "b.yaml": "extends: ./a.yaml\n"])
        #expect(reading.diagnostics.map(\.message) == ["'./a.yaml' extends itself, directly or by way of others"])
    }

    @Test func aMissingSceneIsAMissingFile() throws {
        let (reading, _) = try read("a.yaml", among: ["a.yaml": "extends: nowhere.yaml\nsteps: x\n"])
        #expect(reading.diagnostics.map(\.isMissingFile) == [true, false])
        #expect(reading.diagnostics.first?.message == "cannot read 'nowhere.yaml': no such file")
    }
}

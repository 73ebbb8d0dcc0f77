import Foundation
import Testing

/// `ravine schema`, held against scenes by another program.
@Suite struct SchemaTests {
    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let schema = project.appending(path: "Scenes/scene.schema.json")

    private static var scenes: [String] {
        get throws {
            let folder = project.appending(path: "Scenes")
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            return files.filter { $0.hasSuffix(".yaml") }.sorted()
        }
    }

    /// What the validator says of scenes; it must be there (`Scripts/setup --tests`).
    private func validate(_ files: [String]) throws -> Workshop.Outcome {
        let workshop = try Workshop()
        let script = Self.project.appending(path: "Scripts/validate-scenes").path
        // A Python of the user's own may come before the system's, which has what Scripts/setup installs.
        let outcomes = try ["python3", "/usr/bin/python3"].map { python in
            try workshop.run("/usr/bin/env", [python, script, Self.schema.path] + files)
        }
        return try #require(
            outcomes.first { !$0.errors.contains("validate-scenes: ") },
            "jsonschema or PyYAML is missing: Scripts/setup --tests")
    }

    @Test func theCommittedSchemaIsCurrent() throws {
        let printed = try Workshop().ravine("schema")
        #expect(printed.status == 0)
        let isCurrent = printed.output == (try String(contentsOf: Self.schema, encoding: .utf8))
        #expect(isCurrent, "./ravine schema > Scenes/scene.schema.json")
    }

    @Test func everySceneIsValid() throws {
        let files = try Self.scenes.map { Self.project.appending(path: "Scenes/\($0)").path }
        let outcome = try validate(files)
        #expect(outcome.output == "" && outcome.errors == "" && outcome.status == 0)
        #expect(files.count >= 30)
    }

    @Test func everySceneLeadsEditorsToTheSchema() throws {
        for name in try Self.scenes {
            let text = try String(contentsOf: Self.project.appending(path: "Scenes/\(name)"), encoding: .utf8)
            let up = String(repeating: "../", count: name.split(separator: "/").count - 1)
            #expect(text.contains("\n# yaml-language-server: $schema=\(up)scene.schema.json\n"), "\(name)")
        }
    }

    @Test func theTemplateIsValid() throws {
        let workshop = try Workshop()
        _ = try workshop.ravine("init", "a.yaml")
        #expect(try validate([workshop.folder.appending(path: "a.yaml").path]).output == "")
    }

    @Test func nothingAdditionalIsAllowedAnywhere() throws {
        let document = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema))
        var count = 0
        func check(_ value: Any, inProperties: Bool = false) {
            if let list = value as? [Any] { for element in list { check(element) } }
            guard let object = value as? [String: Any] else { return }
            if !inProperties, let properties = object["properties"] as? [String: Any] {
                #expect(object["additionalProperties"] as? Bool == false, "\(properties.keys)")
                // A key without a kind would take anything.
                for (name, schema) in properties { #expect(!((schema as? [String: Any])?.isEmpty ?? true), "\(name)") }
                for (name, schema) in properties where name != "vary" {
                    let keys = Set((schema as? [String: Any] ?? [:]).keys).subtracting(["description"])
                    #expect(!keys.isEmpty, "\(name) is of no kind")
                }
                count += 1
            }
            for (name, inner) in object { check(inner, inProperties: !inProperties && name == "properties") }
        }
        check(document)
        #expect(count > 100)
    }

    private static let wrong = [
        "surfce: sphere", "surface: spehre", "surface: 3", "surface: { nme: sphere }",
        "surface: { name: sphere, formula: x }", "surface: { formula: x, l2: 1 }",
        "surface: { grid: a.npz, rows: z }", "surface: { data: a.csv, model: cubic }",
        "surface: { name: beale, transform: { rotate: 30 } }", "surface: { name: beale, transform: [{ turn: 30deg }] }",
        "surface: { formula: x, minima: [[1]] }", "surfaces: [sphere]", "domain: { x: [0, 1, 2], y: [0, 1] }",
        "domain: [0, 1]", "domain: { x: [0, 1], z: [0, 1] }", "start: 3", "start: [1, 2, 3]", "start: { random: 0 }",
        "start: { circle: { radius: -1, count: 3 } }", "steps: 0", "steps: 1.5", "steps: many", "seed: -1",
        "convention: pytorch", "batch: 0", "noise: -1", "seeds: 0", "until: { los: 1 }", "optimizers: adam",
        "optimizers: [adm]", "optimizers: [{ adam: { lr: fast } }]", "optimizers: [{ adam: { learning: 1 } }]",
        "optimizers: [{ adam: { convention: keras, betas: [0.9, 0.99] } }]", "optimizers: [{ adam: {}, sgd: {} }]",
        "optimizers: [{ sgd: { momentum: -1 } }]", "optimizers: [{ adam: { vary: { id: [a, b] } } }]",
        "optimizers: [{ adam: { schedule: { StepLR: { stepsize: 3 } } } }]",
        "optimizers: [{ adam: { schedule: NoLR } }]", "optimizers: [{ adam: { clip_grad_norm: 0 } }]",
        "optimizers: [{ recorded: { label: x } }]", "axes: { z: a }", "map: { levels: [1] }", "map: { levels: many }",
        "map: { colormap: jett }", "figure: { width: 160 }", "figure: { dpi: 1 }", "figure: { panels: { a: mapp } }",
        "figure: { panels: { a: { curve: { z: loss } } } }", "figure: { panels: { a: { map: {}, curve: {} } } }",
        "figure: { layout: [] }", "figure: { settings: some }", "figure: { font: { bold: 3, weight: 4 } }",
        "figure: { theme: neon }", "animation: { fps: 0 }", "animation: { pace: fast }", "[]", "surface",
    ]

    @Test func everyWrongSceneIsInvalid() throws {
        let workshop = try Workshop()
        for (index, text) in Self.wrong.enumerated() { try workshop.write(text + "\n", to: "\(index).yaml") }
        let outcome = try validate(Self.wrong.indices.map { workshop.folder.appending(path: "\($0).yaml").path })
        let names = Set(
            outcome.output.split(separator: "\n").compactMap { $0.split(separator: "/").last?.prefix { $0 != "." } })
        for (index, text) in Self.wrong.enumerated() { #expect(names.contains("\(index)"), "\(text)") }
        #expect(outcome.status == 1)
        // Ravine itself takes none of them.
        for index in Self.wrong.indices { #expect(try workshop.ravine("check", "\(index).yaml").status != 0) }
    }
}

import Foundation
import Testing

/// A file made to break Ravine, with what `ravine check` must say of it.
struct HostileScene: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    /// Further files, by name.
    let files: [String: String]
    let status: Int32
    /// Of many messages the first.
    let beginning: String

    init(
        _ name: String, _ text: String = "", bytes: [UInt8]? = nil, files: [String: String] = [:], status: Int32,
        _ beginning: String
    ) {
        testDescription = name
        self.bytes = bytes ?? Array(text.utf8)
        (self.files, self.status, self.beginning) = (files, status, beginning)
    }

    static let all = names + sizes + references

    static func nested(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// Forty levels, each twice the one below.
    static let bomb = "a0: &a0 [1, 1]\n" + (1..<40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

    static let numbers = (1...1100).map { "\($0)e-4" }.joined(separator: ", ")

    static let chain = Dictionary(uniqueKeysWithValues: (1...20).map { ("s\($0).yaml", "extends: s\($0 + 1).yaml\n") })
}

@Suite struct HostileSceneTests {
    /// In a gigabyte of address space and a few seconds, of which nearly all is the machine's.
    @Test(.timeLimit(.minutes(1)), arguments: HostileScene.all)
    func isRefusedWithItsReason(_ scene: HostileScene) throws {
        let workshop = try Workshop()
        try Data(scene.bytes).write(to: workshop.folder.appending(path: "scene.yaml"))
        for (name, text) in scene.files { try workshop.write(text, to: name) }
        let shell = "ulimit -v 1048576; ulimit -t 10; exec \"$0\" check scene.yaml"
        let outcome = try workshop.run("/bin/bash", ["-c", shell, Workshop.executable.path])
        #expect(outcome.status == scene.status)
        #expect(outcome.errors.hasPrefix(scene.beginning), "\(outcome.errors.prefix(2000))")
        let isWhole = outcome.errors == scene.beginning || scene.testDescription.contains("bomb of aliases")
        #expect(isWhole, "\(outcome.errors.prefix(2000))")
    }

    @Test func theTableIsLong() {
        #expect(HostileScene.all.count >= 50)
        #expect(Set(HostileScene.all.map(\.testDescription)).count == HostileScene.all.count)
    }
}

import SceneFile
import Testing

/// Files made to break a reader: each must be refused, with a message, in little time and memory.
@Suite struct HostileTests {
    private func message(of bytes: [UInt8]) -> String? {
        let reading = Scene.read(bytes, name: "scene", file: "scene.yaml")
        #expect(reading.scene == nil)
        return reading.diagnostics.first(where: { $0.severity == .error })?.message
    }

    private func messages(of text: String) -> [String] { read(text).diagnostics.map(\.message) }

    /// Forty levels, each twice the one below.
    private static let bomb =
        "a0: &a0 [1, 1]\n" + (1..<40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

    @Test(.timeLimit(.minutes(1))) func aliasBombAsValueIsBounded() {
        #expect(messages(of: Self.bomb).contains("the scene has more than 200000 values"))
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "x: {*a39 : 1}\n", "x: {a, *a39}\n", "*a39 : 1\n", "[*a39]: 1\n", "? *a39\n: 1\n", "? [*a39]\n: 1\n",
            "x: [*a39 : 1]\n", "x:\n  {a,\n  *a39\n  }\n", "x: [? *a39 : 1]\n", "x: {[*a39, *a39] : 1}\n",
            "x: [*a39 :\u{308} 1]\n",
        ])
    func aliasBombAsKeyIsRefused(_ key: String) {
        #expect(messages(of: Self.bomb + key) == ["an alias cannot be part of a key"])
    }

    @Test func aliasesAsValuesWork() throws {
        let text = """
            surface: rosenbrock
            start: [&here [1, 2], *here]
            optimizers:
              - sgd: &rate { lr: 0.1 }
              - adam: *rate
            """
        let scene = try #require(read(text).scene)
        #expect(scene.runs.map(\.id) == ["sgd", "sgd@2", "adam", "adam@2"])
        #expect(scene.runs.allSatisfy { $0.start == SIMD2(1, 2) })
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "]) func deepNestingIsRefused(_ opening: String) {
        for depth in [100, 900, 50_000] {
            let isFlow = !opening.hasSuffix(" ") || opening.hasPrefix("{")
            let text = (isFlow ? "a: " : "") + String(repeating: opening, count: depth)
            #expect(!messages(of: text).isEmpty)
        }
        let closed = "a: " + String(repeating: "[", count: 70) + String(repeating: "]", count: 70)
        #expect(messages(of: closed).contains("the values are nested deeper than 64 levels"))
    }

    @Test func brokenTextIsToldWithItsPlace() {
        let latin1 = Array("surface: rosenbrock\ntitle: caf".utf8) + [0xE9, 0x0A]
        let reading = Scene.read(latin1, name: "scene", file: "scene.yaml")
        #expect(
            reading.diagnostics.map { "\($0.line):\($0.column) \($0.message)" } == ["2:11 the file is not UTF-8 here"])
        #expect(message(of: [0xFF, 0xFE, 0x73, 0x00]) == "the file is UTF-16")
        #expect(message(of: [UInt8](repeating: 0x23, count: (4 << 20) + 1)) == "the file is larger than 4 MB")
    }

    @Test func aByteOrderMarkCountsForNothing() {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("surface: rosenbrock\nsteps: x\n".utf8)
        let reading = Scene.read(bytes, name: "scene", file: "scene.yaml")
        #expect(reading.diagnostics.map { [$0.line, $0.column] } == [[2, 8]])
    }

    @Test func sexagesimalNumbersAreText() {
        let digits = "1" + String(repeating: ":59", count: 5000)
        #expect(messages(of: "surface: rosenbrock\nsteps: \(digits)\n").first?.contains("not text '1:59:59") == true)
    }

    @Test(.timeLimit(.minutes(1))) func manyValuesInOneLineAreRefusedSoon() {
        let text = "surface: rosenbrock\nstart: [" + String(repeating: "[1,1],", count: 100_000) + "]\n"
        #expect(messages(of: text).contains("the scene has more than 200000 values"))
    }

    @Test(.timeLimit(.minutes(1))) func aFileOfMistakesIsToldInPart() {
        let reading = read("surface: rosenbrock\n" + (0..<1000).map { "key\($0): 1\n" }.joined())
        #expect(reading.diagnostics.count == 200)
        #expect(reading.omitted == 800)
    }

    @Test func messagesSteerNoTerminal() {
        let text = "surface: \"\\e[31mred\"\n\"k\\u202Ey\": 1\n"
        let shown = read(text).diagnostics.map(\.description).joined()
        #expect(!shown.isEmpty)
        #expect(!shown.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }

    @Test func linesMayEndInCarriageReturns() {
        let reading = read("surface: rosenbrock\r\nsteps: x\r\n")
        #expect(reading.diagnostics.map { [$0.line, $0.column] } == [[2, 8]])
    }

    @Test func jsonIsRead() throws {
        let text = #"{"surface": "rosenbrock", "steps": 5, "optimizers": [{"sgd": {"lr": 1e-4}}], "start": [1, -2.5]}"#
        let scene = try #require(read(text).scene)
        #expect(scene.runs.map(\.steps) == [5])
        #expect(scene.runs.map(\.start) == [SIMD2(1, -2.5)])
    }
}

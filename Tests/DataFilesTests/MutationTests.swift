import DataFiles
import Foundation
import Testing

/// Damage of all kinds: whatever is done to a file, reading it gives numbers or a mistake with words.
@Suite struct MutationTests {
    /// Numbers that are the same in every run (SplitMix64).
    struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var word = state
            word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
            word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
            return word ^ (word >> 31)
        }
    }

    static let tables = [
        "step,x,loss\n0,1.5,-2e-3\n1,nan,inf\n# end\n", "\"a \"\"b\"\"\";c\r\n1;2\r\n;3\r\n", "1\t2\r3\t4\r",
        "\u{FEFF}größe,λ\n-1.25e+10,.5\n",
    ]

    /// `RAVINE_MUTATIONS` sets how often each file is damaged.
    static let rounds = ProcessInfo.processInfo.environment["RAVINE_MUTATIONS"].flatMap { Int($0) } ?? 300

    @Test func damagedFilesNeverTrap() throws {
        var files: [(name: String, bytes: [UInt8])] = Self.tables.enumerated().map { ("\($0).csv", Array($1.utf8)) }
        for suffix in [".npy", ".npz"] {
            for name in try Fixture.names(endingIn: suffix) { files.append((name, try Fixture.bytes(name))) }
        }
        #expect(files.count > 50)
        var generator = Generator(state: 0x5EED)
        var refused = 0
        for file in files {
            for _ in 0..<Self.rounds * (file.bytes.count > 1000 ? 4 : 1) {
                let bytes = Self.damaged(file.bytes, with: &generator)
                guard let mistake = mistake(in: bytes, file.name) else { continue }
                refused += 1
                #expect(!mistake.message.isEmpty && !mistake.message.hasSuffix("."))
            }
        }
        #expect(refused > files.count * Self.rounds / 2)
    }

    /// Every beginning of a file is refused: what is cut off is missed.
    @Test(arguments: ["f8-little.npy", "deflated.npz", "stored.npz", "zip64.npz", "streamed.npz"])
    func cutFilesAreRefused(_ name: String) throws {
        let bytes = try Fixture.bytes(name)
        for length in bytes.indices { #expect(mistake(in: Array(bytes[..<length]), name) != nil) }
    }

    private static func damaged(_ bytes: [UInt8], with generator: inout Generator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            guard let place = bytes.indices.randomElement(using: &generator) else { return bytes }
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: bytes.removeSubrange(place...)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
            case 3: bytes[place] = [0, 0xFF, 0x7F, 0x80].randomElement(using: &generator) ?? 0
            case 4: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
            case 5: bytes.insert(contentsOf: bytes[place...].prefix(50), at: place)
            case 6:
                let end = min(bytes.count, place + 8)
                let byte: UInt8 = Bool.random(using: &generator) ? 0xFF : 0
                for index in place..<end { bytes[index] = byte }
            default: bytes[place] = Array("0123456789,;\t\n\r\"#.-+eE'()".utf8).randomElement(using: &generator) ?? 0
            }
        }
        return bytes
    }
}

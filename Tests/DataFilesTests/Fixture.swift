import DataFiles
import Foundation

/// The files beside the tests, written by NumPy (`Fixtures/make_fixtures.py`).
enum Fixture {
    struct Missing: Error { let name: String }

    /// An array as NumPy holds it: its shape and the bits of its doubles.
    struct Expected: Decodable {
        let shape: [Int]
        let bits: [String]

        func matches(_ array: NumericArray) -> Bool {
            let words = bits.map { UInt64($0, radix: 16) }
            return array.shape == shape && array.values.count == words.count
                && zip(array.values, words).allSatisfy {
                    $0.bitPattern == $1 || $0.isNaN && $1.map(Double.init(bitPattern:))?.isNaN == true
                }
        }
    }

    struct Expectations: Decodable {
        let arrays: [String: Expected]
        let archive: [String: Expected]
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        guard let folder = Bundle.module.resourceURL else { throw Missing(name: name) }
        return try Array(Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
    }

    static func expectations() throws -> Expectations {
        try JSONDecoder().decode(Expectations.self, from: Data(bytes("expected.json")))
    }

    static func names(endingIn suffix: String) throws -> [String] {
        guard let folder = Bundle.module.resourceURL else { throw Missing(name: suffix) }
        return try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Fixtures").path)
            .filter { $0.hasSuffix(suffix) }.sorted()
    }
}

/// Reads a file to its last number; nil where all is well.
func mistake(in bytes: [UInt8], _ name: String) -> DataFileError? {
    do throws(DataFileError) {
        if case .archive(let archive) = try DataFile.read(bytes, fileName: name) {
            for name in archive.names { _ = try archive.array(named: name) }
        }
        return nil
    } catch {
        return error
    }
}

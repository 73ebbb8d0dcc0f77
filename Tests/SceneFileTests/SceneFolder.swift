import Foundation
import SceneFile
import Testing

/// A folder with some files, and what is read from one of them.
struct SceneFolder {
    let files: [String: [UInt8]]

    init(_ files: [String: String]) { self.files = files.mapValues { Array($0.utf8) } }

    init(bytes files: [String: [UInt8]]) { self.files = files }

    /// Reads a scene among the files; diagnostics name them without the folder.
    func read(_ path: String = "scene.yaml") throws -> (reading: SceneReading, folder: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ravine-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        return (try Scene.read(path: folder.path + "/" + path), folder.path + "/")
    }

    /// The scene, which must have no mistakes.
    func scene(_ path: String = "scene.yaml") throws -> Scene {
        let reading = try read(path).reading
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.scene)
    }
}

/// A matrix as NumPy would save it.
func npy(_ shape: [Int], _ values: [Double]) -> [UInt8] {
    let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var header = "{'descr': '<f8', 'fortran_order': False, 'shape': (\(sizes)), }"
    while (10 + header.utf8.count + 1) % 64 != 0 { header += " " }
    header += "\n"
    var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    bytes += [UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8)] + Array(header.utf8)
    for value in values { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += Array($0) } }
    return bytes
}

/// An archive of one stored member, as NumPy would save it.
func npz(_ name: String, _ content: [UInt8]) -> [UInt8] {
    func number(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(value >> (8 * $0) & 255) } }
    var checksum: UInt32 = 0xFFFF_FFFF
    for byte in content {
        checksum ^= UInt32(byte)
        for _ in 0..<8 { checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1 }
    }
    let file = Array("\(name).npy".utf8)
    let sizes = number(Int(~checksum), 4) + number(content.count, 4) + number(content.count, 4)
    let common =
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + sizes + number(file.count, 2) + number(0, 2)
    let local = number(0x0403_4B50, 4) + common + file + content
    let central = number(0x0201_4B50, 4) + number(20, 2) + common + [UInt8](repeating: 0, count: 14) + file
    let end =
        number(0x0605_4B50, 4) + number(0, 4) + number(1, 2) + number(1, 2) + number(central.count, 4)
        + number(local.count, 4) + number(0, 2)
    return local + central + end
}

import DataFiles
import Testing

/// Files that NumPy wrote.
@Suite struct ReadingTests {
    @Test func arraysAreThoseThatNumPySaved() throws {
        let expectations = try Fixture.expectations().arrays
        #expect(expectations.count == 34)
        for (name, expected) in expectations {
            guard case .array(let array) = try DataFile.read(Fixture.bytes("\(name).npy"), fileName: "\(name).npy")
            else {
                Issue.record("\(name) is no array")
                continue
            }
            #expect(expected.matches(array), "\(name)")
        }
    }

    @Test(arguments: ["stored", "deflated", "streamed", "streamed-deflated", "zip64", "others"])
    func archivesHoldWhatNumPySaved(_ name: String) throws {
        let expectations = try Fixture.expectations().archive
        guard case .archive(let archive) = try DataFile.read(Fixture.bytes("\(name).npz"), fileName: "a/\(name).NPZ")
        else {
            Issue.record("\(name) is no archive")
            return
        }
        #expect(archive.names == ["loss", "x", "steps", "nested/größe", "empty", "scalar"])
        for name in archive.names {
            let array = try archive.array(named: name)
            #expect(expectations[name]?.matches(array) == true, "\(name)")
        }
    }

    @Test func onlyTheArrayThatIsAskedForIsRead() throws {
        let archive = try NPZArchive(Fixture.bytes("objects.npz"))
        #expect(try archive.array(named: "good").values == [0, 1, 2])
        #expect(throws: DataFileError.self) { try archive.array(named: "bad") }
    }

    @Test func allHalvesAreExact() throws {
        var data: [UInt8] = []
        for bits in UInt16.min...UInt16.max { data += [UInt8(bits & 0xFF), UInt8(bits >> 8)] }
        let array = try #require(read(npy("{'descr': '<f2', 'fortran_order': False, 'shape': (65536,)}", data: data)))
        // Single precision has the same layout with a larger exponent; both are exact in a double.
        for (bits, value) in zip(UInt32(0)..., array.values) {
            let sign = (bits & 0x8000) << 16
            let magnitude = Double(Float(bitPattern: (bits & 0x7FFF) << 13)) * 0x1p112
            let isFinite = bits & 0x7C00 != 0x7C00
            let expected = isFinite ? magnitude : (bits & 0x3FF == 0 ? .infinity : .nan)
            let signed = sign == 0 ? expected : -expected
            #expect(value.bitPattern == signed.bitPattern || value.isNaN && signed.isNaN, "\(bits)")
        }
    }

    @Test(arguments: [
        "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), }",
        "{'shape': (1L,), 'fortran_order': False, 'descr': '<f8'}",
        "{\"descr\":\"<f8\",\"fortran_order\":True,\"shape\":(1,)}\n",
        "  { 'descr' : '<f8' , 'fortran_order' : False , 'shape' : ( 1 , ) , }   \n",
    ])
    func headersAreReadAsPythonReadsThem(_ header: String) {
        let array = read(npy(header, data: [0, 0, 0, 0, 0, 0, 0xF8, 0x3F]))
        #expect(array?.shape == [1] && array?.values == [1.5])
    }

    private func read(_ bytes: [UInt8]) -> NumericArray? {
        if case .array(let array) = try? DataFile.read(bytes, fileName: "array.npy") { array } else { nil }
    }
}

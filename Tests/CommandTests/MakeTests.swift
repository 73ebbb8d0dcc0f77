import Foundation
import Testing

/// `--depfile`, as `make` itself reads it.
@Suite struct MakeTests {
    private static let data = "data #1/a:b [$x] 100%.csv"

    private func workshop() throws -> Workshop {
        let workshop = try Workshop()
        try workshop.write(
            "surface: { data: '\(Self.data)' }\nextends: common/base.yaml\noptimizers: [adam]\n", to: "a.yaml")
        try workshop.write("surface: sphere\n", to: "b.yaml")
        try workshop.write("steps: 3\nfigure: { width: 60mm, dpi: 72 }\n", to: "common/base.yaml")
        try workshop.write("x,y\n1,2\n2,3\n3,5\n", to: Self.data)
        let makefile = try """
        all: out/a.png out/b.png
        out/%.png: %.yaml
        \t@\(Workshop.executable.path) render $< --out $(@D) --depfile $@.d
        -include $(wildcard out/*.d)

        """
        try workshop.write(makefile, to: "Makefile")
        return workshop
    }

    /// What one call of `make` draws.
    private func make(_ workshop: Workshop) throws -> [String] {
        let outcome = try workshop.run("/usr/bin/make", ["--silent"])
        #expect(outcome.status == 0 && outcome.errors == "")
        return outcome.output.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("make: ") }
    }

    private func touch(_ name: String, in workshop: Workshop) throws {
        let path = workshop.folder.appending(path: name).path
        try FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
    }

    @Test(arguments: ["a.yaml", "common/base.yaml", data]) func whatChangedIsDrawnAgainAndNothingElse(_ file: String)
        throws
    {
        let workshop = try workshop()
        #expect(try make(workshop) == ["out/a.png", "out/b.png"])
        #expect(try make(workshop) == [])
        try touch(file, in: workshop)
        #expect(try make(workshop) == ["out/a.png"])
    }

    @Test func aPrerequisiteThatIsGoneStopsNothing() throws {
        let workshop = try workshop()
        _ = try make(workshop)
        try workshop.write("surface: beale\n", to: "a.yaml")
        try touch("a.yaml", in: workshop)
        try FileManager.default.removeItem(at: workshop.folder.appending(path: "common/base.yaml"))
        #expect(try make(workshop) == ["out/a.png"])
    }

    @Test func severalScenesHaveARuleEach() throws {
        let workshop = try workshop()
        #expect(try workshop.ravine("render", "a.yaml", "b.yaml", "--depfile", "deps/all.d").status == 0)
        let text = String(decoding: try workshop.bytes(of: "deps/all.d"), as: UTF8.self)
        #expect(
            text.contains(
                "output/a.png: \\\n  a.yaml \\\n  common/base.yaml \\\n  data\\ \\#1/a\\:b\\ \\[$$x\\]\\ 100\\%.csv \\\n"
            ))
        #expect(text.contains("output/b.png: \\\n  b.yaml \\\n  /"))
        #expect(text.contains("\ncommon/base.yaml:\n") && text.contains("STIXGeneral"))
    }

    @Test func itIsWrittenOnlyWhereAllWasDrawnAndNeverOverAnotherFile() throws {
        let workshop = try workshop()
        #expect(try workshop.ravine("render", "b.yaml", "none.yaml", "--depfile", "x.d").status == 66)
        #expect(!workshop.contains("x.d"))
        #expect(try workshop.ravine("render", "b.yaml", "--depfile", "b.yaml").status == 64)
        #expect(try workshop.ravine("render", "b.yaml", "-o", "b.png", "--depfile", "b.png").status == 64)
        #expect(try workshop.ravine("render", "b.yaml", "-o", "-", "--depfile", "x.d").status == 64)
        let taken = try workshop.ravine("render", "b.yaml", "--depfile", "common")
        #expect(taken.status == 73 && taken.errors.contains("common cannot be created"))
    }
}

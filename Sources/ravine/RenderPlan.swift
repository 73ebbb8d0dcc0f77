import SceneFile

/// Which scene goes to which file, settled before anything is read or drawn.
struct RenderPlan: Sendable {
    struct Item: Sendable {
        let input: SceneInput
        /// A path, or `-` for standard output.
        let output: String
    }

    let items: [Item]
    let format: OutputFormat
    /// Whether folders of outputs are made where they are missing.
    let makesFolders: Bool

    /// - Throws: `Failure` with status 64 where options contradict each other or two scenes would write one file.
    init(scenes: [String], folder: String?, file: String?, format: OutputFormat?) throws {
        if folder != nil, file != nil { throw Failure(status: .usage, message: "--out and -o exclude each other") }
        self.format = try Self.format(of: file, asked: format)
        makesFolders = file == nil
        let suffix = self.format.suffix.map { "." + $0 } ?? ""
        items = scenes.map { argument in
            let input = SceneInput(argument: argument, isOneOfMany: scenes.count > 1)
            return Item(input: input, output: file ?? Self.path(input.name + suffix, in: folder ?? "output"))
        }
        try checkCollisions()
    }

    private static func format(of file: String?, asked: OutputFormat?) throws -> OutputFormat {
        if let file, asked?.suffix == nil, let asked {
            guard file != "-" else {
                throw Failure(status: .usage, message: "\(asked.name) are files in a folder, not standard output")
            }
            return asked
        }
        guard let file, file != "-" else { return asked ?? .png }
        let formats = OutputFormat.allValueStrings.joined(separator: ", ")
        guard let format = OutputFormat(pathSuffix: file) else {
            throw Failure(
                status: .usage, message: "the suffix of '\(file)' names no format", help: "formats are \(formats)")
        }
        if let asked, [asked.suffix, asked.otherSuffix].contains(format.suffix) { return asked }
        guard asked == nil else {
            throw Failure(status: .usage, message: "--format and the suffix of '\(file)' contradict each other")
        }
        return format
    }

    private static func path(_ name: String, in folder: String) -> String {
        folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    private func checkCollisions() throws {
        var writers: [String: String] = [:]
        for item in items {
            let output = item.output
            if let first = writers.updateValue(item.input.argument, forKey: output) {
                let file = output == "-" ? "standard output" : output
                throw Failure(
                    status: .usage, message: "\(first) and \(item.input.argument) would both write \(file)",
                    help: "render them one at a time, with -o or --out")
            }
        }
    }
}

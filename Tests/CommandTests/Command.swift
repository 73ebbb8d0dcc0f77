import Foundation
import Testing

/// The built `ravine`, run in a folder of its own.
final class Workshop {
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "ravine-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func write(_ text: String, to name: String) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func contains(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }

    func ravine(_ arguments: String..., input: String = "", outputPath: String? = nil) throws -> Outcome {
        try ravine(arguments, input: input, outputPath: outputPath)
    }

    func bytes(of name: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: name))) }

    func files(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path).sorted()
    }

    /// Begins a command and does not wait for it.
    func start(_ arguments: String...) throws -> Process { try start(arguments) }

    func start(_ arguments: [String], output: Any = FileHandle.nullDevice, errors: Any = FileHandle.standardError)
        throws -> Process
    {
        let process = Process()
        process.executableURL = try Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        return process
    }

    /// Signals a command as soon as it has done so much, however fast the machine is, and waits for its end.
    func signal(_ signal: Int32, _ process: Process, when condition: () -> Bool) {
        while process.isRunning, !condition() { usleep(200) }
        if process.isRunning { kill(process.processIdentifier, signal) }
        process.waitUntilExit()
    }

    /// How many files a folder has; none where it is missing.
    func count(in name: String, where isCounted: (String) -> Bool = { _ in true }) -> Int {
        ((try? files(in: name)) ?? []).count(where: isCounted)
    }

    func ravine(
        _ arguments: [String], input: String = "", outputPath: String? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(
            Self.executable.path, arguments, input: input, outputPath: outputPath, environment: environment)
    }

    /// Runs any program in the folder.
    func run(
        _ program: String, _ arguments: [String], input: String = "", outputPath: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let inputs = folder.appending(path: "stdin.text")
        let outputs = outputPath.map { URL(filePath: $0) } ?? folder.appending(path: "stdout.text")
        let errors = folder.appending(path: "stderr.text")
        if outputPath == nil { try Data().write(to: outputs) }
        try Data().write(to: errors)
        try Data(input.utf8).write(to: inputs)
        process.standardInput = try FileHandle(forReadingFrom: inputs)
        process.standardOutput = try FileHandle(forWritingTo: outputs)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: outputPath == nil ? String(decoding: try Data(contentsOf: outputs), as: UTF8.self) : "",
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }

    /// The executable is built into the folder that holds the tests' bundle.
    static var executable: URL {
        get throws {
            let places = CommandLine.arguments.compactMap { argument -> URL? in
                let path = argument.range(of: ".xctest").map { String(argument[..<$0.upperBound]) } ?? argument
                return path.contains("/")
                    ? URL(filePath: path).deletingLastPathComponent().appending(path: "ravine") : nil
            }
            return try #require(places.first { FileManager.default.isExecutableFile(atPath: $0.path) })
        }
    }
}

extension Workshop {
    private static func succeeds(_ program: String, _ arguments: String...) -> Bool {
        (try? Workshop().run(program, arguments).status) == 0
    }

    /// Whether a test may mount a file system of its own, and run a program on one processor.
    static let canMount = succeeds("/usr/bin/unshare", "-rm", "sh", "-c", "mkdir full && mount -t tmpfs tmpfs full")
    static let canPin = succeeds("/usr/bin/env", "taskset", "1", "true")
}

/// A scene of two runs, small enough to look at.
let bowl = """
    surface: { formula: "x^2 + 2*y^2" }
    start: [1, -2]
    steps: 2
    optimizers:
      - sgd: { lr: 0.25 }
      - rmsprop: { id: rms, lr: 0.1 }
    """

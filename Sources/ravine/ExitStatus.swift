import ArgumentParser

/// How a command ended, as scripts see it (the numbers of sysexits.h).
enum ExitStatus: Int32 {
    case done = 0
    /// The command line asks for something impossible.
    case usage = 64
    /// A scene is wrong.
    case data = 65
    /// A file to read is missing.
    case noInput = 66
    /// Something the machine must have is missing.
    case unavailable = 69
    /// A defect of Ravine's.
    case defect = 70
    /// An output cannot be created.
    case cannotCreate = 73
    /// Writing failed midway.
    case output = 74

    /// Of several, the first counts.
    private static let byWeight: [ExitStatus] = [
        .defect, .output, .cannotCreate, .unavailable, .noInput, .data, .usage, .done,
    ]

    /// The one of two that a script must hear of.
    func worse(than other: ExitStatus) -> ExitStatus {
        Self.byWeight.first { $0 == self || $0 == other } ?? self
    }
}

/// Why a command, or its work on one scene, failed.
struct Failure: Error {
    let status: ExitStatus
    /// A clause without a full stop.
    let message: String
    var help: String?
}

/// Gathers what went wrong while a command goes on with the rest of its work.
struct Verdict {
    private(set) var status = ExitStatus.done

    mutating func note(_ status: ExitStatus) { self.status = self.status.worse(than: status) }

    mutating func note(_ failure: Failure) {
        note(failure.status)
        tell("ravine: error: \(failure.message)\n" + (failure.help.map { "help: \($0)\n" } ?? ""))
    }

    /// Ends the command where anything failed.
    func finish() throws {
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

/// Runs a command that stops at its first failure.
func reporting(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let failure as Failure {
        var verdict = Verdict()
        verdict.note(failure)
        try verdict.finish()
    }
}

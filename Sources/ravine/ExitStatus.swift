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
struct Failure: Error, Sendable {
    let status: ExitStatus
    /// A clause without a full stop.
    let message: String
    var help: String?
}

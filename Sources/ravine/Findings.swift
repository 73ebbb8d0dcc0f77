import ArgumentParser
import SceneFile

/// What was found while one scene was read and drawn: kept until it is its turn to be told.
struct Findings: Sendable {
    private(set) var messages: [Message] = []
    private(set) var status = ExitStatus.done
    /// The files that the scene was made from and those that it names in vain.
    var inputs: [String] = []

    var hasFailed: Bool { status != .done }

    mutating func note(_ failure: Failure) {
        messages.append(.failure(failure))
        status = status.worse(than: failure.status)
    }

    mutating func note(_ diagnostic: Diagnostic) {
        messages.append(.diagnostic(diagnostic))
        guard diagnostic.severity == .error else { return }
        let cause: ExitStatus =
            diagnostic.isMissingFont ? .unavailable : diagnostic.isMissingFile ? .noInput : .data
        status = status.worse(than: cause)
    }

    mutating func warn(_ text: String) { messages.append(.warning(text)) }

    mutating func remark(_ text: String) { messages.append(.remark(text)) }
}

/// Gathers how a command ends while it goes on with the rest of its work.
struct Verdict {
    let format: MessageFormat
    private(set) var status = ExitStatus.done

    init(_ format: MessageFormat = .text) { self.format = format }

    mutating func tell(_ findings: Findings) {
        for message in findings.messages { message.tell(as: format) }
        status = status.worse(than: findings.status)
    }

    mutating func note(_ failure: Failure) {
        var findings = Findings()
        findings.note(failure)
        tell(findings)
    }

    /// Ends the command where anything failed.
    func finish() throws {
        if status != .done { throw ExitCode(status.rawValue) }
    }
}

/// Runs a command that stops at its first failure.
func reporting(as format: MessageFormat = .text, _ work: () throws -> Void) throws {
    do {
        try work()
    } catch let failure as Failure {
        var verdict = Verdict(format)
        verdict.note(failure)
        try verdict.finish()
    }
}

import ArgumentParser

/// Some frames of a film, as a person names them: `1-3,5,7-20:2`, from 1.
struct FrameSelection: ExpressibleByArgument, Sendable {
    private struct Part {
        let first: Int
        /// nil for the film's last.
        let last: Int?
        let step: Int
    }

    private let parts: [Part]
    let text: String

    init?(argument: String) {
        text = argument
        var parts: [Part] = []
        for piece in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let part = Self.part(piece) else { return nil }
            parts.append(part)
        }
        self.parts = parts
    }

    /// `5`, `7-20`, `7-`, each with `:2` for every second.
    private static func part(_ text: Substring) -> Part? {
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let range = halves.first, let step = halves.count > 1 ? number(halves[1]) : 1 else { return nil }
        let ends = range.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = number(ends[0]) else { return nil }
        guard ends.count > 1 else { return halves.count > 1 ? nil : Part(first: first, last: first, step: 1) }
        if ends[1].isEmpty { return Part(first: first, last: nil, step: step) }
        guard let last = number(ends[1]), last >= first else { return nil }
        return Part(first: first, last: last, step: step)
    }

    private static func number(_ text: Substring) -> Int? {
        guard let number = Int(text), number >= 1, text.allSatisfy(\.isNumber) else { return nil }
        return number
    }

    /// The frames from 0, ascending, each once.
    ///
    /// - Throws: `Failure` with status 64 where the film has no such frame.
    func frames(of count: Int) throws -> [Int] {
        var wanted = Set<Int>()
        for part in parts {
            guard part.first <= count, (part.last ?? count) <= count else {
                throw Failure(status: .usage, message: "the film has \(count) frames, and --frames asks for '\(text)'")
            }
            for frame in stride(from: part.first, through: part.last ?? count, by: part.step) {
                wanted.insert(frame - 1)
            }
        }
        return wanted.sorted()
    }
}

import Foundation

/// Says how far long work has come: a bar that is drawn over itself on a terminal, a line now and then elsewhere.
struct Progress {
    private let name: String
    private let count: Int
    private let isTerminal: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var last: ContinuousClock.Instant

    private static let barWidth = 24
    /// Between two states of the bar, and between two lines.
    private static let pauses: (bar: Duration, lines: Duration) = (.milliseconds(100), .seconds(5))

    /// - Parameter isQuiet: whether a terminal shows something else that tells it.
    init(_ name: String, of count: Int, isQuiet: Bool = false) {
        (self.name, self.count) = (name, count)
        isTerminal = isatty(STDERR_FILENO) == 1 && !isQuiet
        start = clock.now
        last = start
    }

    mutating func done(_ frames: Int) {
        let now = clock.now
        guard now - last >= (isTerminal ? Self.pauses.bar : Self.pauses.lines) else { return }
        last = now
        tell(isTerminal ? "\r\u{1B}[K" + line(frames, now) : line(frames, now) + "\n")
    }

    /// Clears the bar.
    func end() {
        if isTerminal, last != start { tell("\r\u{1B}[K") }
    }

    private func line(_ done: Int, _ now: ContinuousClock.Instant) -> String {
        let seconds = Double((now - start) / .milliseconds(1)) / 1000
        let rate = seconds > 0 ? Double(done) / seconds : 0
        let rest = rate > 0 ? Double(count - done) / rate : 0
        let words = "\(done)/\(count) frames, \(Self.short(rate)) a second, \(Self.time(rest)) left"
        guard isTerminal else { return "ravine: \(name): \(words)" }
        let filled = count > 0 ? done * Self.barWidth / count : 0
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barWidth - filled)
        return "\(name) \(bar) \(words)"
    }

    private static func short(_ rate: Double) -> String {
        let tenths = Int(exactly: (rate * 10).rounded()) ?? 0
        return rate >= 100 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }

    private static func time(_ seconds: Double) -> String {
        let whole = Int(exactly: seconds.rounded(.up)) ?? 0
        return whole >= 60 ? "\(whole / 60) min \(whole % 60) s" : "\(whole) s"
    }
}

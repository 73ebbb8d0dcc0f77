import Foundation

/// Files that are looked at until one of them changes.
///
/// Looking is a call a file every few milliseconds, on every system alike; unlike notifications it survives editors that
/// put another file in the place of the old one, and file systems of other machines.
struct WatchedFiles {
    private var states: [String: State] = [:]
    /// When the files were looked at before they were read, in seconds.
    private var readingBegan = WatchedFiles.now

    /// How often files are looked at, in microseconds.
    private static let interval: UInt32 = 20_000
    /// How long a file may be gone between two looks of an editor's save, in looks.
    private static let patience = 5

    /// What tells a file from the one that stood there before.
    private struct State: Equatable {
        let isThere: Bool
        let number: UInt64
        let size: Int64
        let seconds: Int
        let nanoseconds: Int

        var time: Double { Double(seconds) + Double(nanoseconds) / 1e9 }

        static let unknown = State(isThere: false, number: 0, size: -1, seconds: 0, nanoseconds: 0)

        init(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else {
                self = State(isThere: false, number: 0, size: 0, seconds: 0, nanoseconds: 0)
                return
            }
            #if canImport(Darwin)
                let time = status.st_mtimespec
            #else
                let time = status.st_mtim
            #endif
            self.init(
                isThere: true, number: UInt64(status.st_ino), size: Int64(status.st_size), seconds: time.tv_sec,
                nanoseconds: time.tv_nsec)
        }

        private init(isThere: Bool, number: UInt64, size: Int64, seconds: Int, nanoseconds: Int) {
            (self.isThere, self.number, self.size) = (isThere, number, size)
            (self.seconds, self.nanoseconds) = (seconds, nanoseconds)
        }
    }

    /// Looks at the files before they are read for the first time.
    init(_ paths: [String]) {
        for path in paths { states[path] = State(path) }
    }

    private static var now: Double { Date().timeIntervalSince1970 }

    /// How coarse the clock of a file system may be, in seconds.
    private static let coarseness = 0.01

    /// Sets which files are watched from now on. One that was saved while it was read and not yet watched counts as
    /// changed.
    mutating func watch(_ paths: [String]) {
        var states: [String: State] = [:]
        for path in paths {
            let state = State(path)
            let isNew = state.isThere && state.time > readingBegan - Self.coarseness
            states[path] = self.states[path] ?? (isNew ? .unknown : state)
        }
        self.states = states
    }

    /// Returns when a file has changed and stays as it is from one look to the next: many editors save in several
    /// writes. From then on it is that file which is watched.
    mutating func wait() {
        var absences = 0
        var last = states
        while true {
            readingBegan = Self.now
            let found = states.reduce(into: [:]) { $0[$1.key] = State($1.key) }
            let changed = found.filter { $0.value != states[$0.key] }
            let isSaved = changed.values.contains { $0.isThere } && found == last
            absences = changed.isEmpty ? 0 : absences + 1
            if isSaved || absences > Self.patience {
                states = found
                return
            }
            last = found
            usleep(Self.interval)
        }
    }
}

// Measures formulas at the bidding of `Benchmarks/formulas`: reads one command a line, answers with one line.
//
//     values|gradients|shared|plain|ordered|scalar FUNCTION COUNT   → nanoseconds per point
//     write FUNCTION COUNT FILE                               → x, y and values as raw doubles in a file
import Foundation

struct Server {
    /// Points in all for one measurement: ten milliseconds and more, so that a processor that had to wait is awake.
    static let work = 8_000_000
    private var places: [Int: Measurement] = [:]

    mutating func answer(_ line: String) throws -> String? {
        let words = line.split(separator: " ").map(String.init)
        guard words.count >= 3, let count = Int(words[2]), (8...10_000_000).contains(count), count % 8 == 0 else {
            return nil
        }
        let points = places[count] ?? Measurement(count: count)
        places[count] = points
        guard words[0] != "write" else {
            guard words.count == 4, let pass = try points.pass("values", words[1]) else { return nil }
            pass()
            var data = Data()
            for buffer in [points.x, points.y, points.results[0]] { data.append(Data(buffer: buffer)) }
            try data.write(to: URL(fileURLWithPath: words[3]))
            return "written"
        }
        guard let pass = try points.pass(words[0], words[1]) else { return nil }
        let passes = max(1, Self.work / count)
        // Work that is shared out takes as long as the clock on the wall says.
        let clock = words[0] == "shared" ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID
        pass()  // else the first of few passes finds neither points nor processor warm
        let begin = Self.nanoseconds(clock)
        for _ in 0..<passes { pass() }
        return String((Self.nanoseconds(clock) - begin) / Double(passes * count))
    }

    /// By the time of this thread other programs on the machine do not count.
    static func nanoseconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}

var server = Server()
while let line = readLine() {
    print(try server.answer(line) ?? "unknown")
    fflush(nil)
}

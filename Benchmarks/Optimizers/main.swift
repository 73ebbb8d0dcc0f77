// Measures runs at the bidding of `Benchmarks/optimizers`: reads one command a line, answers with one line.
//
//     recorded|bare STEPS    → nanoseconds for one run of Adam on Rosenbrock's function, by the time of this thread
//     end STEPS              → x and y of the last point
import Foundation
import Optimizers
import Simulation
import Surfaces

/// A run as a scene would ask for it.
func run(steps: Int) throws -> (run: Run, field: any ScalarField)? {
    guard let surface = try SurfaceCatalogue.entry(named: "rosenbrock")?.surface(),
        let entry = OptimizerCatalogue.entry(named: "adam")
    else { return nil }
    let adam = try Optimizer(entry, settings: [("lr", .number(0.01))])
    let run = Run(id: "adam", label: "Adam", optimizer: adam, start: SIMD2(-1.5, 2), steps: steps)
    return (run, surface.field)
}

func nanoseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

/// The mean time of so many calls that the clock's own steps do not count. Each result is kept until the next is there.
func time<Result>(_ body: () -> Result) -> Double {
    let calls = 100
    var last: Result?
    let begin = nanoseconds()
    for _ in 0..<calls { last = body() }
    let taken = nanoseconds() - begin
    return last == nil ? .nan : taken / Double(calls)
}

func answer(_ line: String) throws -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 2, let steps = Int(words[1]), let (run, field) = try run(steps: steps) else { return nil }
    switch words[0] {
    case "recorded": return "\(time { simulate(run, on: field) })"
    case "bare": return "\(time { end(of: run, on: field) })"
    case "end":
        let point = end(of: run, on: field).point
        return "\(point.x) \(point.y)"
    default: return nil
    }
}

// As in any program that has drawn something: once a large block has been freed, the C library keeps freed memory for
// the next run instead of returning it to the system page by page.
UnsafeMutableRawPointer.allocate(byteCount: 16 << 20, alignment: 16).deallocate()
while let line = readLine() {
    print(try answer(line) ?? "unknown")
    fflush(nil)
}

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

/// The mean time of so many calls that the clock's own steps do not count.
func time(_ body: () -> Double) -> Double {
    let calls = 100
    var sum = 0.0
    let begin = nanoseconds()
    for _ in 0..<calls { sum += body() }
    let taken = nanoseconds() - begin
    return sum.isFinite ? taken / Double(calls) : .nan
}

func answer(_ line: String) throws -> String? {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 2, let steps = Int(words[1]), let (run, field) = try run(steps: steps) else { return nil }
    switch words[0] {
    case "recorded": return "\(time { simulate(run, on: field).losses.last ?? .nan })"
    case "bare": return "\(time { end(of: run, on: field).loss })"
    case "end":
        let point = end(of: run, on: field).point
        return "\(point.x) \(point.y)"
    default: return nil
    }
}

while let line = readLine() {
    print(try answer(line) ?? "unknown")
    fflush(nil)
}

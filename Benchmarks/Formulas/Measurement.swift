import Formulas
import Foundation
import Workers

/// Points in memory and room for results, and the ways to compute on them.
struct Measurement {
    /// A function by its formula as a user would write it.
    static let formulas: [(name: String, text: String)] = [
        ("rosenbrock", "(1 - x)^2 + 100*(y - x^2)^2"),
        ("rastrigin", "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)"),
        ("ackley", "-20*exp(-0.2*sqrt(0.5*(x^2 + y^2))) - exp(0.5*(cos(2*pi*x) + cos(2*pi*y))) + e + 20"),
    ]

    let count: Int
    let x: UnsafeMutableBufferPointer<Double>
    let y: UnsafeMutableBufferPointer<Double>
    let results: [UnsafeMutableBufferPointer<Double>]

    /// Points spread over −5…5 by a fixed sequence, on whole cache lines. Each buffer begins at another place of its
    /// page: at the same one, a write would look to the processor like one into the next points to be read.
    init(count: Int) {
        var place = 0
        func buffer() -> UnsafeMutableBufferPointer<Double> {
            let page = 4096
            let memory = UnsafeMutableRawPointer.allocate(byteCount: count * 8 + page, alignment: page) + place
            place = (place + 1344) % page
            let buffer = UnsafeMutableBufferPointer(
                start: memory.bindMemory(to: Double.self, capacity: count), count: count)
            buffer.initialize(repeating: 0)
            return buffer
        }
        self.count = count
        (x, y) = (buffer(), buffer())
        results = [buffer(), buffer(), buffer()]
        var state: UInt64 = 7
        func random() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) * 0x1p-53 * 10 - 5
        }
        for index in 0..<count { (x[index], y[index]) = (random(), random()) }
    }

    /// Runs one way over all points; nil where there is no such way.
    func pass(_ way: String, _ function: String) throws -> (() -> Void)? {
        switch (way, function) {
        case ("values", _), ("gradients", _):
            guard let text = Self.formulas.first(where: { $0.name == function })?.text else { return nil }
            let formula = try Formula(text)
            let (x, y) = (UnsafeBufferPointer(x), UnsafeBufferPointer(y))
            if way == "values" { return { formula.values(x: x, y: y, into: results[0]) } }
            return { formula.gradients(x: x, y: y, into: results[0], alongX: results[1], alongY: results[2]) }
        case ("shared", _):
            guard let text = Self.formulas.first(where: { $0.name == function })?.text else { return nil }
            let formula = try Formula(text)
            return { shareOut(formula) }
        case ("plain", "rosenbrock"): return { plainRosenbrock(self) }
        case ("ordered", "rosenbrock"): return { orderedRosenbrock(self) }
        case ("scalar", "rastrigin"): return { scalarRastrigin(self) }
        case ("scalar", "ackley"): return { scalarAckley(self) }
        default: return nil
        }
    }

    /// The values by as many threads as figures use, each with stretches of its own.
    private func shareOut(_ formula: Formula) {
        let stretch = 1 << 15
        nonisolated(unsafe) let (x, y, result) = (x, y, results[0])
        let count = count
        _ = concurrentMap((count + stretch - 1) / stretch, jobs: ProcessInfo.processInfo.activeProcessorCount) {
            index in
            let part = index * stretch..<min(count, (index + 1) * stretch)
            formula.values(
                x: UnsafeBufferPointer(rebasing: x[part]), y: UnsafeBufferPointer(rebasing: y[part]),
                into: UnsafeMutableBufferPointer(rebasing: result[part]))
        }
    }
}

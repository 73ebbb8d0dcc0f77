import Dispatch

/// The results of `body` for 0 ..< `count`, in order, computed on up to `jobs` threads.
///
/// The results do not depend on the number of threads as long as `body` depends on nothing but its argument.
public func concurrentMap<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
    guard count > 1, jobs > 1 else { return (0..<max(0, count)).map(body) }
    let workers = min(jobs, count)
    return withoutActuallyEscaping(body) { body in
        let shares = Shares<Result>(count: workers)
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            // Worker k takes k, k + workers, …: neighbours tend to cost alike, so the shares come out even.
            shares.set(worker, stride(from: worker, to: count, by: workers).map(body))
        }
        return (0..<count).map { shares.results[$0 % workers][$0 / workers] }
    }
}

/// One slot a worker, each written once by its worker alone and read after all have ended.
private final class Shares<Result: Sendable>: @unchecked Sendable {
    private(set) var results: [[Result]]
    private let slots: DispatchQueue = DispatchQueue(label: "ravine.shares")

    init(count: Int) { results = Array(repeating: [], count: count) }

    func set(_ worker: Int, _ share: [Result]) { slots.sync { results[worker] = share } }
}

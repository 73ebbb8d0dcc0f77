import Dispatch
import Synchronization

/// The results of `body` for 0 ..< `count`, in order, computed on at most `jobs` threads, the calling one among them.
///
/// The results do not depend on the number of threads as long as `body` depends on nothing but its argument.
public func concurrentMap<Result: Sendable>(
    _ count: Int, jobs: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
    guard count > 1, jobs > 1 else { return (0..<max(0, count)).map(body) }
    let next = Atomic(0)
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let result = body(index)
            results.withLock { $0[index] = result }
        }
    }
    return results.withLock { $0.compactMap(\.self) }
}

import Foundation
import Synchronization

/// Runs work on a thread with 32 MB of stack, and waits for it.
///
/// libyaml allows a thousand levels of nesting, Yams descends them by recursion, and worker threads have half a megabyte.
func onLargeStack<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result? {
    let outcome = Outcome<Result>()
    let thread = Thread {
        outcome.value.withLock { $0 = work() }
        outcome.isThere.signal()
    }
    thread.stackSize = 32 << 20
    thread.start()
    outcome.isThere.wait()
    return outcome.value.withLock { $0 }
}

private final class Outcome<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
    let isThere = DispatchSemaphore(value: 0)
}

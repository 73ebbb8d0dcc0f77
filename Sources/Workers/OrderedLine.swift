import Dispatch
import Synchronization

/// Items made by several threads in any order and taken by one in theirs.
///
/// Never more than `lead` items are ahead of the one that is taken next, so that memory does not grow with their count.
public final class OrderedLine<Item: Sendable>: Sendable {
    private let count: Int
    private let makeMaker: @Sendable () -> (Int) -> Item
    private let next = Atomic(0)
    private let made: Mutex<[Int: Item]>
    private let ready: [DispatchSemaphore]
    private let room = DispatchSemaphore(value: 0)
    private let workers: Int
    private let working = DispatchGroup()

    /// Sets the workers to work.
    ///
    /// - Parameters:
    ///   - count: how many items there are.
    ///   - workers: threads beside the one that takes.
    ///   - lead: how many items may be made before one is taken.
    ///   - makeMaker: called once a thread, for whatever a thread keeps for itself; what it returns makes an item.
    public init(
        _ count: Int, workers: Int, lead: Int, _ makeMaker: @escaping @Sendable () -> (Int) -> Item
    ) {
        self.count = count
        self.makeMaker = makeMaker
        self.workers = max(0, min(workers, count))
        made = Mutex([:])
        ready = (0..<count).map { _ in DispatchSemaphore(value: 0) }
        for _ in 0..<max(1, lead) { room.signal() }
        for _ in 0..<self.workers { DispatchQueue.global(qos: .userInitiated).async(group: working) { self.work() } }
    }

    /// Takes all items in order, on the calling thread, which makes some itself while it has to wait.
    ///
    /// The first error ends it: nothing more is begun. When this returns, no thread works any more.
    public func take<Failure: Error>(_ use: (Int, Item) throws(Failure) -> Void) throws(Failure) {
        defer { stop() }
        let make = makeMaker()
        for index in 0..<count { try use(index, item(index, make)) }
    }

    private func stop() {
        next.store(count, ordering: .relaxed)
        for _ in 0..<workers { room.signal() }
        working.wait()
    }

    private func work() {
        let make = makeMaker()
        repeat { room.wait() } while makeNext(make)
    }

    /// Makes the next item that nobody has begun; false where there is none.
    private func makeNext(_ make: (Int) -> Item) -> Bool {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return false }
        let item = make(index)
        made.withLock { $0[index] = item }
        ready[index].signal()
        return true
    }

    private func item(_ index: Int, _ make: (Int) -> Item) -> Item {
        while ready[index].wait(timeout: .now()) == .timedOut {
            // Without room others are ahead far enough, and one of them makes this item.
            guard room.wait(timeout: .now()) == .success else {
                ready[index].wait()
                break
            }
            if !makeNext(make) {
                ready[index].wait()
                break
            }
        }
        room.signal()
        return made.withLock { items in
            guard let item = items.removeValue(forKey: index) else {
                preconditionFailure("an item that was made is gone")
            }
            return item
        }
    }
}

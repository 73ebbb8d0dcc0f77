import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is left to clean up when a signal ends the process.
public enum Interruption {
    /// The addresses of the names, as C strings, of the temporary files being written; 0 where there is none.
    private static let temporaries: [Slot] = (0..<256).map { _ in Slot() }

    /// The programs that write for us; 0 where there is none.
    private static let children: [Child] = (0..<64).map { _ in Child() }

    private final class Child: Sendable {
        let number = Atomic<Int32>(0)
    }

    private final class Slot: Sendable {
        let address = Atomic<UInt>(0)
    }

    /// From now on SIGINT, SIGTERM and SIGHUP remove the file being written and are raised again, so that the parent
    /// process sees how this one ended.
    public static func cleansUp() {
        _ = temporaries.count + children.count  // makes the variables before a handler needs them
        // Whoever started us from a thread that blocks signals did not mean us to be unstoppable.
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        sigprocmask(SIG_UNBLOCK, &signals, nil)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                // Only what is safe in a handler: no allocation, no locks.
                // A program that goes on would make its file anew.
                for child in Interruption.children {
                    let number = child.number.load(ordering: .relaxed)
                    if number > 0 { kill(number, SIGKILL) }
                }
                for slot in Interruption.temporaries {
                    let address = slot.address.load(ordering: .relaxed)
                    if let name = UnsafePointer<CChar>(bitPattern: address) { unlink(name) }
                }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    /// From now on until `remove(child:)` a signal ends this process, too.
    static func add(child number: Int32) {
        _ = children.first { $0.number.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged }
    }

    static func remove(child number: Int32) {
        _ = children.first { $0.number.compareExchange(expected: number, desired: 0, ordering: .relaxed).exchanged }
    }

    /// Runs work during which a file of that name would have to be removed.
    static func guarding<Result, Failure: Error>(
        _ name: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let copy = strdup(name)
        let slot = temporaries.first {
            $0.address.compareExchange(expected: 0, desired: UInt(bitPattern: copy), ordering: .relaxed).exchanged
        }
        defer {
            slot?.address.store(0, ordering: .relaxed)
            free(copy)
        }
        return try work()
    }
}

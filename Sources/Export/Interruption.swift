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

    private final class Slot: Sendable {
        let address = Atomic<UInt>(0)
    }

    /// From now on SIGINT, SIGTERM and SIGHUP remove the file being written and are raised again, so that the parent
    /// process sees how this one ended.
    public static func cleansUp() {
        _ = temporaries.count  // makes the variable before a handler needs it
        // Whoever started us from a thread that blocks signals did not mean us to be unstoppable.
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        sigprocmask(SIG_UNBLOCK, &signals, nil)
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { number in
                // Only what is safe in a handler: no allocation, no locks.
                for slot in Interruption.temporaries {
                    let address = slot.address.load(ordering: .relaxed)
                    if let name = UnsafePointer<CChar>(bitPattern: address) { unlink(name) }
                }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
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

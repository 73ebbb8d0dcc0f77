import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is left to clean up when a signal ends the process.
///
/// A signal may arrive on any thread while others create and rename files. Between the moment a handler begins and the end
/// of the process no temporary file may appear, and each that is there must have a name that the handler can see.
public enum Interruption {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]
    /// The temporary files being written.
    private static let temporaries: [Slot] = (0..<256).map { _ in Slot() }
    /// How many threads are about to create a file, of which the handler does not know yet.
    private static let creators = Atomic(0)
    private static let isEnding = Atomic(false)

    /// The programs that write for us; 0 where there is none.
    private static let children: [Child] = (0..<64).map { _ in Child() }

    private final class Child: Sendable {
        let number = Atomic<Int32>(0)
    }

    /// The name of a file, in memory that is never given back, since a handler may look at it at any time.
    private final class Slot: Sendable {
        let isTaken = Atomic(false)
        /// Whether the name is complete.
        let isNamed = Atomic(false)
        let address = Atomic<UInt>(0)

        var name: UnsafeMutablePointer<CChar>? { UnsafeMutablePointer(bitPattern: address.load(ordering: .acquiring)) }

        func take(_ text: String) {
            let name = name ?? .allocate(capacity: Int(PATH_MAX) + 1)
            strncpy(name, text, Int(PATH_MAX))
            name[Int(PATH_MAX)] = 0
            address.store(UInt(bitPattern: name), ordering: .releasing)
            isNamed.store(true, ordering: .sequentiallyConsistent)
        }

        func release() {
            isNamed.store(false, ordering: .sequentiallyConsistent)
            isTaken.store(false, ordering: .sequentiallyConsistent)
        }
    }

    /// From now on SIGINT, SIGTERM and SIGHUP remove the files being written and are raised again, so that the parent
    /// process sees how this one ended.
    public static func cleansUp() {
        // Makes the variables before a handler needs them.
        _ = (temporaries.count, children.count, creators.load(ordering: .relaxed), isEnding.load(ordering: .relaxed))
        // Whoever started us from a thread that blocks signals did not mean us to be unstoppable.
        var set = signalSet
        sigprocmask(SIG_UNBLOCK, &set, nil)
        for number in signals {
            signal(number) { number in
                // Only what is safe in a handler: no allocation, no locks.
                Interruption.isEnding.store(true, ordering: .sequentiallyConsistent)
                // Those that are creating a file are other threads, which block the signals meanwhile.
                var patience = 500
                while Interruption.creators.load(ordering: .sequentiallyConsistent) > 0, patience > 0 {
                    var millisecond = timespec(tv_sec: 0, tv_nsec: 1_000_000)
                    nanosleep(&millisecond, nil)
                    patience -= 1
                }
                // A program that goes on would make its file anew.
                for child in Interruption.children {
                    let number = child.number.load(ordering: .relaxed)
                    if number > 0 { kill(number, SIGKILL) }
                }
                for slot in Interruption.temporaries where slot.isNamed.load(ordering: .sequentiallyConsistent) {
                    if let name = slot.name { unlink(name) }
                }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
    }

    private static var signalSet: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in signals { sigaddset(&set, number) }
        return set
    }

    /// Creates a file that a signal removes until it is released.
    ///
    /// - Parameter create: returns a descriptor, or less than 0 where no file has been created.
    static func creating(_ name: String, _ create: () -> Int32) -> Int32 {
        var (set, old) = (signalSet, sigset_t())
        pthread_sigmask(SIG_BLOCK, &set, &old)
        creators.add(1, ordering: .sequentiallyConsistent)
        if isEnding.load(ordering: .sequentiallyConsistent) {
            creators.subtract(1, ordering: .sequentiallyConsistent)
            while true { pause() }  // Another thread is ending the process.
        }
        let file = create()
        // The error must outlive what follows.
        let code = errno
        if file >= 0 {
            temporaries.first {
                $0.isTaken.compareExchange(expected: false, desired: true, ordering: .sequentiallyConsistent).exchanged
            }?.take(name)
        }
        creators.subtract(1, ordering: .sequentiallyConsistent)
        pthread_sigmask(SIG_SETMASK, &old, nil)
        errno = code
        return file
    }

    /// From now on until `remove(child:)` a signal ends this process, too.
    static func add(child number: Int32) {
        _ = children.first { $0.number.compareExchange(expected: 0, desired: number, ordering: .relaxed).exchanged }
    }

    static func remove(child number: Int32) {
        _ = children.first { $0.number.compareExchange(expected: number, desired: 0, ordering: .relaxed).exchanged }
    }

    /// Runs work after which a file that was created here has another name or is gone; where it fails, the file is removed.
    static func guarding<Result, Failure: Error>(
        _ name: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let result: Result
        do throws(Failure) {
            result = try work()
        } catch {
            unlink(name)
            release(name)
            throw error
        }
        release(name)
        return result
    }

    private static func release(_ name: String) {
        temporaries.first { slot in
            slot.isNamed.load(ordering: .sequentiallyConsistent) && slot.name.map { strcmp($0, name) == 0 } ?? false
        }?.release()
    }
}

public import Roots

/// A number, or several numbers side by side, with the arithmetic that gives the same bits on every machine.
///
/// A rule or a formula written once over `Lane` serves one point (`Double`) and eight (`SIMD8<Double>`), and both agree
/// to the bit: every operation here is correctly rounded by IEEE 754, and nothing is contracted into a fused
/// multiply-add unless the source says so.
public protocol Lane: Sendable {
    /// One truth value for each lane.
    associatedtype Mask: Sendable

    /// The IEEE 754 encodings of the lanes, for the integer work inside the elementary functions.
    associatedtype Bits: LaneBits

    /// How many numbers lie side by side.
    static var laneCount: Int { get }

    /// One of the numbers, from 0; for the rare lanes that need a slower scalar way.
    subscript(lane index: Int) -> Double { get set }

    init(bitPattern: Bits)
    var bitPattern: Bits { get }

    /// The same value in every lane.
    init(repeating value: Double)

    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func * (a: Self, b: Self) -> Self
    static func / (a: Self, b: Self) -> Self
    static prefix func - (a: Self) -> Self

    /// The square root, correctly rounded; NaN below zero.
    func squareRoot() -> Self

    /// The square roots of two values, to the same bits.
    static func squareRoots(_ a: Self, _ b: Self) -> (Self, Self)

    /// The absolute value.
    var magnitude: Self { get }

    /// Where `a < b`; false where either is NaN.
    static func isLess(_ a: Self, _ b: Self) -> Mask

    /// Where `a == b`; false where either is NaN.
    static func isEqual(_ a: Self, _ b: Self) -> Mask

    /// `other` where the mask is true, this value elsewhere.
    func replacing(with other: Self, where mask: Mask) -> Self

    /// Where one of the masks is true.
    static func either(_ a: Mask, _ b: Mask) -> Mask

    /// Whether the mask is true anywhere.
    static func any(_ mask: Mask) -> Bool
}

/// Unsigned 64-bit integers, one for each lane.
public protocol LaneBits: Sendable {
    init(repeating value: UInt64)
    static func & (a: Self, b: Self) -> Self
    static func | (a: Self, b: Self) -> Self
    static func ^ (a: Self, b: Self) -> Self
    static func &<< (a: Self, b: Self) -> Self
    static func &>> (a: Self, b: Self) -> Self
    static func &- (a: Self, b: Self) -> Self
}

extension UInt64: LaneBits {
    @inlinable public init(repeating value: UInt64) { self = value }
}

extension SIMD8<UInt64>: LaneBits {}

extension Lane {
    @inlinable @inline(__always) public static func squareRoots(_ a: Self, _ b: Self) -> (Self, Self) {
        (a.squareRoot(), b.squareRoot())
    }

    @inlinable @inline(__always) public static func + (a: Self, b: Double) -> Self { a + Self(repeating: b) }
    @inlinable @inline(__always) public static func - (a: Self, b: Double) -> Self { a - Self(repeating: b) }
    @inlinable @inline(__always) public static func + (a: Double, b: Self) -> Self { Self(repeating: a) + b }
    @inlinable @inline(__always) public static func - (a: Double, b: Self) -> Self { Self(repeating: a) - b }
    @inlinable @inline(__always) public static func * (a: Double, b: Self) -> Self { Self(repeating: a) * b }
    @inlinable @inline(__always) public static func / (a: Self, b: Double) -> Self { a / Self(repeating: b) }

    /// The larger of the two; `b` where they are equal or either is NaN.
    @inlinable @inline(__always) public static func larger(_ a: Self, _ b: Self) -> Self {
        b.replacing(with: a, where: isLess(b, a))
    }

    /// The smaller of the two; `b` where they are equal or either is NaN.
    @inlinable @inline(__always) public static func smaller(_ a: Self, _ b: Self) -> Self {
        b.replacing(with: a, where: isLess(a, b))
    }
}

extension Double: Lane {
    @inlinable @inline(__always) public static var laneCount: Int { 1 }
    @inlinable @inline(__always) public subscript(lane index: Int) -> Double {
        get { self }
        set { self = newValue }
    }
    @inlinable @inline(__always) public init(repeating value: Double) { self = value }
    /// The standard library's root calls the C library below zero, so that two of them never become one operation.
    @inlinable @inline(__always) public static func squareRoots(_ a: Double, _ b: Double) -> (Double, Double) {
        (take_square_root(a), take_square_root(b))
    }
    @inlinable @inline(__always) public static func isLess(_ a: Double, _ b: Double) -> Bool { a < b }
    @inlinable @inline(__always) public static func isEqual(_ a: Double, _ b: Double) -> Bool { a == b }
    @inlinable @inline(__always) public func replacing(with other: Double, where mask: Bool) -> Double {
        mask ? other : self
    }
    @inlinable @inline(__always) public static func either(_ a: Bool, _ b: Bool) -> Bool { a || b }
    @inlinable @inline(__always) public static func any(_ mask: Bool) -> Bool { mask }
}

extension SIMD8<Double>: Lane {
    public typealias Mask = SIMDMask<SIMD8<Int64>>

    @inlinable @inline(__always) public static var laneCount: Int { 8 }
    @inlinable @inline(__always) public subscript(lane index: Int) -> Double {
        get { self[index] }
        set { self[index] = newValue }
    }
    // The one place where encodings are taken without a conversion: the standard library has no bit pattern for
    // vectors, and both types are eight 64-bit lanes.
    @inlinable @inline(__always) public init(bitPattern: SIMD8<UInt64>) {
        self = unsafe unsafeBitCast(bitPattern, to: Self.self)
    }
    @inlinable @inline(__always) public var bitPattern: SIMD8<UInt64> {
        unsafe unsafeBitCast(self, to: SIMD8<UInt64>.self)
    }
    /// The standard library's negation of a vector is 0 − a, which turns 0 into 0; this one gives −0, as for a number.
    @inlinable @inline(__always) public static prefix func - (a: Self) -> Self {
        Self(bitPattern: a.bitPattern ^ SIMD8<UInt64>(repeating: 0x8000_0000_0000_0000))
    }
    @inlinable @inline(__always) public var magnitude: Self {
        Self(bitPattern: bitPattern & SIMD8<UInt64>(repeating: 0x7fff_ffff_ffff_ffff))
    }
    /// The standard library takes eight roots one by one, with a branch for each; processors take two at once.
    @inlinable @inline(__always) public func squareRoot() -> Self {
        var result = self
        withUnsafeMutableBytes(of: &result) { bytes in
            guard let numbers = bytes.assumingMemoryBound(to: Double.self).baseAddress else { return }
            take_square_roots(numbers)
        }
        return result
    }
    @inlinable @inline(__always) public static func isLess(_ a: Self, _ b: Self) -> SIMDMask<SIMD8<Int64>> { a .< b }
    @inlinable @inline(__always) public static func isEqual(_ a: Self, _ b: Self) -> SIMDMask<SIMD8<Int64>> { a .== b }
    @inlinable @inline(__always) public static func either(_ a: Mask, _ b: Mask) -> Mask { a .| b }
    @inlinable @inline(__always) public static func any(_ mask: Mask) -> Bool { Swift.any(mask) }
}

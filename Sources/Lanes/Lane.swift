/// A number, or several numbers side by side, with the arithmetic that gives the same bits on every machine.
///
/// A rule or a formula written once over `Lane` serves one point (`Double`) and eight (`SIMD8<Double>`), and both agree
/// to the bit: every operation here is correctly rounded by IEEE 754, and nothing is contracted into a fused
/// multiply-add unless the source says so.
public protocol Lane: Sendable {
    /// One truth value for each lane.
    associatedtype Mask: Sendable

    /// The same value in every lane.
    init(repeating value: Double)

    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func * (a: Self, b: Self) -> Self
    static func / (a: Self, b: Self) -> Self
    static prefix func - (a: Self) -> Self

    /// The square root, correctly rounded; NaN below zero.
    func squareRoot() -> Self

    /// The absolute value.
    var magnitude: Self { get }

    /// Where `a < b`; false where either is NaN.
    static func isLess(_ a: Self, _ b: Self) -> Mask

    /// Where `a == b`; false where either is NaN.
    static func isEqual(_ a: Self, _ b: Self) -> Mask

    /// `other` where the mask is true, this value elsewhere.
    func replacing(with other: Self, where mask: Mask) -> Self
}

extension Lane {
    @inlinable public static func + (a: Self, b: Double) -> Self { a + Self(repeating: b) }
    @inlinable public static func - (a: Self, b: Double) -> Self { a - Self(repeating: b) }
    @inlinable public static func * (a: Double, b: Self) -> Self { Self(repeating: a) * b }
    @inlinable public static func / (a: Self, b: Double) -> Self { a / Self(repeating: b) }

    /// The larger of the two; `b` where they are equal or either is NaN.
    @inlinable public static func larger(_ a: Self, _ b: Self) -> Self { b.replacing(with: a, where: isLess(b, a)) }

    /// The smaller of the two; `b` where they are equal or either is NaN.
    @inlinable public static func smaller(_ a: Self, _ b: Self) -> Self { b.replacing(with: a, where: isLess(a, b)) }
}

extension Double: Lane {
    @inlinable public init(repeating value: Double) { self = value }
    @inlinable public static func isLess(_ a: Double, _ b: Double) -> Bool { a < b }
    @inlinable public static func isEqual(_ a: Double, _ b: Double) -> Bool { a == b }
    @inlinable public func replacing(with other: Double, where mask: Bool) -> Double { mask ? other : self }
}

extension SIMD8<Double>: Lane {
    public typealias Mask = SIMDMask<SIMD8<Int64>>

    @inlinable public var magnitude: Self {
        let bits = unsafe unsafeBitCast(self, to: SIMD8<Int64>.self) & Int64.max
        return unsafe unsafeBitCast(bits, to: Self.self)
    }
    @inlinable public static func isLess(_ a: Self, _ b: Self) -> SIMDMask<SIMD8<Int64>> { a .< b }
    @inlinable public static func isEqual(_ a: Self, _ b: Self) -> SIMDMask<SIMD8<Int64>> { a .== b }
}

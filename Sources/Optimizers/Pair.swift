import Lanes

/// A value for each of the two parameters: a point, a gradient, a moment.
///
/// Its arithmetic goes parameter by parameter, so that a rule reads like its source.
public struct Pair<Element: Lane>: Sendable {
    public var x: Element
    public var y: Element

    @inlinable public init(x: Element, y: Element) { (self.x, self.y) = (x, y) }

    /// The same number for both parameters, in every lane.
    @inlinable public init(repeating value: Double) {
        self.init(x: Element(repeating: value), y: Element(repeating: value))
    }

    /// The same function for both parameters.
    @inlinable public func map(_ transform: (Element) -> Element) -> Self { Self(x: transform(x), y: transform(y)) }

    @inlinable public func squareRoot() -> Self {
        let (x, y) = Element.squareRoots(x, y)
        return Self(x: x, y: y)
    }

    @inlinable public static func + (a: Self, b: Self) -> Self { Self(x: a.x + b.x, y: a.y + b.y) }
    @inlinable public static func - (a: Self, b: Self) -> Self { Self(x: a.x - b.x, y: a.y - b.y) }
    @inlinable public static func * (a: Self, b: Self) -> Self { Self(x: a.x * b.x, y: a.y * b.y) }
    @inlinable public static func / (a: Self, b: Self) -> Self { Self(x: a.x / b.x, y: a.y / b.y) }
    @inlinable public static prefix func - (a: Self) -> Self { Self(x: -a.x, y: -a.y) }

    @inlinable public static func + (a: Self, b: Double) -> Self { a + Self(repeating: b) }
    @inlinable public static func * (a: Double, b: Self) -> Self { Self(repeating: a) * b }
    @inlinable public static func / (a: Double, b: Self) -> Self { Self(repeating: a) / b }
    @inlinable public static func / (a: Self, b: Double) -> Self { a / Self(repeating: b) }

    /// The larger of the two for each parameter.
    @inlinable public static func larger(_ a: Self, _ b: Self) -> Self {
        Self(x: Element.larger(a.x, b.x), y: Element.larger(a.y, b.y))
    }
}

extension Pair where Element == SIMD8<Double> {
    /// One of eight pairs.
    func lane(_ index: Int) -> Pair<Double> { Pair<Double>(x: x[index], y: y[index]) }

    mutating func replace(lane index: Int, with one: Pair<Double>) { (x[index], y[index]) = (one.x, one.y) }
}

extension Pair where Element == Double {
    @inlinable public init(_ point: SIMD2<Double>) { self.init(x: point.x, y: point.y) }

    /// The same two numbers as a point of parameter space.
    @inlinable public var point: SIMD2<Double> { SIMD2(x, y) }
}

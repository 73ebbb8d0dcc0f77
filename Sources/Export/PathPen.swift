import Drawings

/// What writes paths in a format's own words. Places are in steps of 1/100 point.
protocol PathPen {
    mutating func move(to point: LatticePoint)
    mutating func line(to point: LatticePoint)
    mutating func quadratic(_ control: LatticePoint, to end: LatticePoint)
    mutating func cubic(_ control1: LatticePoint, _ control2: LatticePoint, to end: LatticePoint)
    mutating func close()
}

extension Path {
    /// Draws the path with a pen: what is finite and within `Subpath.reach`, rounded to the lattice, without the
    /// vertices that `LineReducer` leaves out.
    ///
    /// - Parameter isArea: whether the path is filled or clips; else it is a line.
    func draw(with pen: inout some PathPen, isArea: Bool) {
        forEachSubpath { subpath in
            guard let subpath = subpath.cut(isArea: isArea) else { return }
            var plotter = SubpathPlotter(start: subpath.start, with: &pen)
            for piece in subpath.pieces { plotter.add(piece, with: &pen) }
            plotter.finish(closed: subpath.isClosed, with: &pen)
        }
    }
}

/// Rounds a subpath's pieces and leaves out what then has no length, unless nothing else is left: a point has caps.
private struct SubpathPlotter {
    private let start: LatticePoint
    private var current: LatticePoint
    private var isEmpty = true
    private var reducer: LineReducer

    init(start: Point, with pen: inout some PathPen) {
        self.start = Self.lattice(start)
        current = self.start
        reducer = LineReducer(anchor: start)
        pen.move(to: current)
    }

    mutating func add(_ piece: Subpath.Piece, with pen: inout some PathPen) {
        switch piece {
        case .line(let end): if let kept = reducer.add(end) { line(to: Self.lattice(kept), with: &pen) }
        case .quadratic(let control, let end):
            flush(to: end, with: &pen)
            current = Self.lattice(end)
            pen.quadratic(Self.lattice(control), to: current)
            isEmpty = false
        case .cubic(let control1, let control2, let end):
            flush(to: end, with: &pen)
            current = Self.lattice(end)
            pen.cubic(Self.lattice(control1), Self.lattice(control2), to: current)
            isEmpty = false
        }
    }

    mutating func finish(closed: Bool, with pen: inout some PathPen) {
        if let kept = reducer.finish(), !(closed && !isEmpty && Self.lattice(kept) == start) {
            line(to: Self.lattice(kept), with: &pen)
        }
        if isEmpty { pen.line(to: current) }
        if closed { pen.close() }
    }

    /// Draws the lines that are waiting, before a curve that ends somewhere.
    private mutating func flush(to end: Point, with pen: inout some PathPen) {
        if let kept = reducer.finish(at: end) { line(to: Self.lattice(kept), with: &pen) }
    }

    private mutating func line(to point: LatticePoint, with pen: inout some PathPen) {
        guard point != current else { return }
        pen.line(to: point)
        current = point
        isEmpty = false
    }

    private static func lattice(_ point: Point) -> LatticePoint {
        let steps = (point * VectorNumber.stepsPerPoint).rounded(.toNearestOrAwayFromZero)
        return LatticePoint(Int(exactly: steps.x) ?? 0, Int(exactly: steps.y) ?? 0)
    }
}

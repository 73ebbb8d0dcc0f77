import Drawings

/// Receives runs of pixels that a shape covers alike, from left to right within a row, rows from the top.
protocol SpanSink {
    /// - Parameters:
    ///   - row: counted from the top of the stripe.
    ///   - coverage: 1…255.
    mutating func span(row: Int, from: Int, to: Int, coverage: UInt32)
}

/// Gathers the exact area that edges cover in the pixels of one stripe, and sweeps it into spans.
///
/// Every cell holds how much the coverage changes from its left neighbour; the running sum along a row is the signed
/// area to the right of the edges, in units of 2^-17 pixel. A bit a cell says where the changes are, so that nothing is
/// sorted and untouched stretches cost nothing. (The principle is that of FreeType's smooth rasterizer and font-rs.)
/// Where an edge crosses from pixel to pixel, the crossing is rounded to the lattice.
final class CoverageAccumulator {
    /// The change of a running sum that covers a pixel once.
    private static let full = 2 * Lattice.unit * Lattice.unit

    private let width: Int
    private let stride: Int
    private let wordStride: Int
    private let changes: UnsafeMutablePointer<Int32>
    /// A bit a cell.
    private let touched: UnsafeMutablePointer<UInt64>
    /// A bit for every 2^`groupShift` words of `touched`; one such word a row.
    private let groups: UnsafeMutablePointer<UInt64>
    private let groupShift: Int
    /// The stripe's upper and lower sides, on the lattice.
    private var top = 0
    private var bottom = 0
    /// Rows that edges touched since the last sweep.
    private var lowestRow = Int.max
    private var highestRow = -1

    init(width: Int, rows: Int) {
        self.width = width
        wordStride = (width + 2 + 63) / 64
        stride = wordStride * 64
        groupShift = max(0, Int.bitWidth - (wordStride >> 6).leadingZeroBitCount)
        changes = .allocate(capacity: stride * rows)
        changes.initialize(repeating: 0, count: stride * rows)
        touched = .allocate(capacity: wordStride * rows)
        touched.initialize(repeating: 0, count: wordStride * rows)
        groups = .allocate(capacity: rows)
        groups.initialize(repeating: 0, count: rows)
    }

    deinit {
        changes.deallocate()
        touched.deallocate()
        groups.deallocate()
    }

    /// Moves to another stripe; every edge added before must have been swept.
    func begin(rows: Range<Int>) {
        top = rows.lowerBound * Lattice.unit
        bottom = rows.upperBound * Lattice.unit
    }

    /// Adds the part of an edge that lies in the stripe.
    func add(_ edge: Edge) {
        let isDown = edge.y0 < edge.y1
        let line = Line(edge, isDown: isDown)
        let sign = isDown ? 1 : -1
        let firstY = max(line.y0, top)
        let lastY = min(line.y1, bottom)
        guard firstY < lastY else { return }
        var row = (firstY &- top) >> Lattice.shift
        let lastRow = (lastY &- 1 &- top) >> Lattice.shift
        lowestRow = min(lowestRow, row)
        highestRow = max(highestRow, lastRow)
        var y = firstY
        var x = line.x(at: y)
        while row < lastRow {
            let nextY = top &+ (row &+ 1) << Lattice.shift
            let nextX = line.x(at: nextY)
            addWithinRow(row, from: x, to: nextX, height: nextY &- y, sign)
            (x, y) = (nextX, nextY)
            row &+= 1
        }
        addWithinRow(row, from: x, to: line.x(at: lastY), height: lastY &- y, sign)
    }

    /// An edge turned to run downwards.
    private struct Line {
        let x0: Int
        let y0: Int
        let x1: Int
        let y1: Int

        @inline(__always)
        init(_ edge: Edge, isDown: Bool) {
            x0 = Int(isDown ? edge.x0 : edge.x1)
            y0 = Int(isDown ? edge.y0 : edge.y1)
            x1 = Int(isDown ? edge.x1 : edge.x0)
            y1 = Int(isDown ? edge.y1 : edge.y0)
        }

        @inline(__always)
        func x(at y: Int) -> Int {
            if y == y1 { return x1 }
            if y == y0 || x0 == x1 { return x0 }
            return x0 &+ Lattice.quotient((y &- y0) &* (x1 &- x0), y1 &- y0)
        }
    }

    /// Adds a piece of an edge that stays within a row, `height` lattice steps high.
    @inline(__always)
    private func addWithinRow(_ row: Int, from a: Int, to b: Int, height: Int, _ sign: Int) {
        let (left, right) = (min(a, b), max(a, b))
        let column = left >> Lattice.shift
        if left >= 0, right <= (column &+ 1) << Lattice.shift {
            guard column < width else { return }
            let base = column << Lattice.shift
            addCell(row, column, height &* sign, (left &- base) &+ (right &- base))
        } else {
            addAcrossCells(row, left: left, right: right, height: height, sign)
        }
    }

    private func addAcrossCells(_ row: Int, left: Int, right: Int, height: Int, _ sign: Int) {
        var left = left
        var done = 0
        let slope = (start: left, run: right - left)
        if left < 0 {
            // What lies left of the page counts at its left side.
            done = right <= 0 ? height : Lattice.quotient(-left * height, slope.run)
            addCell(row, 0, done * sign, 0)
            left = 0
        }
        var column = left >> Lattice.shift
        while column < width, left < right {
            let side = min((column + 1) << Lattice.shift, right)
            let reached = side == right ? height : Lattice.quotient((side - slope.start) * height, slope.run)
            let base = column << Lattice.shift
            addCell(row, column, (reached - done) * sign, (left - base) + (side - base))
            (done, left) = (reached, side)
            column += 1
        }
    }

    /// - Parameter sides: the sum of the distances of the piece's two ends from the cell's left side.
    @inline(__always)
    private func addCell(_ row: Int, _ column: Int, _ height: Int, _ sides: Int) {
        let cell = changes + (row &* stride &+ column)
        let total = Int32(truncatingIfNeeded: height &* 2 &* Lattice.unit)
        let beyond = Int32(truncatingIfNeeded: height &* sides)
        cell[0] &+= total &- beyond
        cell[1] &+= beyond
        let word = column >> 6
        touched[row &* wordStride &+ word] |= 1 &<< UInt64(truncatingIfNeeded: column)
        groups[row] |= 1 &<< UInt64(truncatingIfNeeded: word &>> groupShift)
    }

    /// Hands over all that was added and leaves the cells empty.
    func sweep(_ rule: FillRule, into sink: inout some SpanSink) {
        while lowestRow <= highestRow {
            sweepRow(lowestRow, rule, into: &sink)
            lowestRow += 1
        }
        lowestRow = Int.max
        highestRow = -1
    }

    @inline(__always)
    private func sweepRow(_ row: Int, _ rule: FillRule, into sink: inout some SpanSink) {
        let cells = changes + row &* stride
        let words = touched + row &* wordStride
        var sum: Int32 = 0
        var coverage: UInt32 = 0
        var start = 0
        var carry: UInt64 = 0
        // An edge changes its cell and the next, which may lie in the next word and the next group.
        var groupsLeft = groups[row] | groups[row] << 1
        groups[row] = 0
        while groupsLeft != 0 {
            let first = groupsLeft.trailingZeroBitCount << groupShift
            groupsLeft &= groupsLeft &- 1
            for word in first..<max(first, min(first &+ 1 << groupShift, wordStride)) {
                let set = words[word]
                var pending = set | set << 1 | carry
                carry = set >> 63
                words[word] = 0
                while pending != 0 {
                    let column = word &* 64 &+ pending.trailingZeroBitCount
                    pending &= pending &- 1
                    let change = cells[column]
                    if change == 0 { continue }
                    cells[column] = 0
                    let end = min(column, width)
                    if coverage != 0, start < end { sink.span(row: row, from: start, to: end, coverage: coverage) }
                    sum &+= change
                    coverage = Self.coverage(of: sum, rule)
                    start = column
                }
            }
        }
        if coverage != 0, start < width { sink.span(row: row, from: start, to: width, coverage: coverage) }
    }

    /// A running sum as 0…255, to the nearest.
    @inline(__always)
    private static func coverage(of sum: Int32, _ rule: FillRule) -> UInt32 {
        let full = UInt32(Self.full)
        var area = sum.magnitude
        if rule == .evenOdd {
            area &= 2 * full - 1
            if area > full { area = 2 * full - area }
        }
        return (min(area, full) &* 255 &+ full / 2) >> 17
    }
}

/// Writes the data of an SVG path: relative to the place before, no letter that the one before implies, no space that
/// a sign or a point replaces.
struct SVGPathData: PathPen {
    private(set) var bytes: [UInt8] = []
    private var current = LatticePoint.zero
    private var start = LatticePoint.zero
    /// The command that numbers without a letter would belong to.
    private var implied: UInt8 = 0
    /// Whether the last number has a decimal point, so that another one begins a new number.
    private var endsInFraction = false
    private var endsInNumber = false

    mutating func move(to point: LatticePoint) {
        // The first one counts from the origin, and only behind a small m are numbers relative lines.
        command("m")
        append(point &- current)
        implied = UInt8(ascii: "l")
        (current, start) = (point, point)
    }

    mutating func line(to point: LatticePoint) {
        let step = point &- current
        if step.y == 0 {
            command("h")
            append(step.x)
        } else if step.x == 0 {
            command("v")
            append(step.y)
        } else {
            command("l")
            append(step)
        }
        current = point
    }

    mutating func quadratic(_ control: LatticePoint, to end: LatticePoint) {
        command("q")
        append(control &- current)
        append(end &- current)
        current = end
    }

    mutating func cubic(_ control1: LatticePoint, _ control2: LatticePoint, to end: LatticePoint) {
        command("c")
        append(control1 &- current)
        append(control2 &- current)
        append(end &- current)
        current = end
    }

    mutating func close() {
        command("z")
        current = start
    }

    private mutating func command(_ letter: Unicode.Scalar) {
        let letter = UInt8(ascii: letter)
        guard letter != implied || letter == UInt8(ascii: "z") || letter == UInt8(ascii: "m") else { return }
        bytes.append(letter)
        implied = letter
        endsInNumber = false
    }

    private mutating func append(_ step: LatticePoint) {
        append(step.x)
        append(step.y)
    }

    private mutating func append(_ number: Int) {
        let first = bytes.count
        bytes.append(decimal: number, places: 2)
        let isApart = bytes[first] == UInt8(ascii: "-") || (bytes[first] == UInt8(ascii: ".") && endsInFraction)
        endsInFraction = bytes[first...].contains(UInt8(ascii: "."))
        if endsInNumber, !isApart { bytes.insert(UInt8(ascii: " "), at: first) }
        endsInNumber = true
    }
}

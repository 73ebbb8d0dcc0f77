import Drawings

/// The operators that draw a page; what stays as it was is not said again.
struct PDFContent {
    /// What operators set and later ones use. The initial values are PDF's own.
    private struct State: Hashable {
        var fill: [UInt8] = [0, 0, 0]
        var stroke: [UInt8] = [0, 0, 0]
        var alpha: UInt8 = 255
        var width = 1.0
        var cap = Stroke.Cap.butt
        var join = Stroke.Join.miter(limit: 10)
        var dash: [Double] = []
        var dashPhase = 0.0
    }

    private(set) var bytes: [UInt8] = []
    /// Every alpha that is used, as `/a128` among the page's graphics states.
    private(set) var alphas: Set<UInt8> = []
    /// The images that are used, as `/i0`, `/i1`, … among the page's objects.
    private(set) var images: [Image] = []
    private var imageNumbers: [Image: Int] = [:]
    private var state = State()

    /// - Parameter height: of the page, in points: y runs down as in a `Drawing`.
    init(height: Double) {
        bytes.append("1 0 0 -1 0 \(VectorNumber.text(height)) cm\n")
    }

    mutating func draw(_ commands: [Drawing.Command]) {
        for command in commands {
            switch command {
            case .fill(let path, let color, let rule): fill(path, VectorPaint(color), rule)
            case .stroke(let path, let stroke, let color): self.stroke(path, stroke, VectorPaint(color))
            case .image(let image, let box): place(image, in: box)
            case .clipped(let path, let rule, let inner): clip(inner, to: path, rule)
            }
        }
    }

    private mutating func fill(_ path: Path, _ paint: VectorPaint, _ rule: FillRule) {
        let data = Self.data(path, isArea: true)
        guard !data.isEmpty, paint.alpha > 0 else { return }
        set(\.fill, paint.components) { "\(paint.operands) rg" }
        set(alpha: paint.alpha)
        bytes += data
        bytes.append(rule == .evenOdd ? "f*\n" : "f\n")
    }

    private mutating func stroke(_ path: Path, _ stroke: Stroke, _ paint: VectorPaint) {
        let data = Self.data(path, isArea: false)
        guard let stroke = VectorStroke(stroke), !data.isEmpty, paint.alpha > 0 else { return }
        set(\.stroke, paint.components) { "\(paint.operands) RG" }
        set(alpha: paint.alpha)
        set(\.width, stroke.width) { "\(VectorNumber.text(stroke.width)) w" }
        set(\.cap, stroke.cap) { "\(stroke.cap.number) J" }
        set(\.join, stroke.join) { stroke.join.operators }
        if state.dash != stroke.dash || state.dashPhase != stroke.dashPhase {
            (state.dash, state.dashPhase) = (stroke.dash, stroke.dashPhase)
            let lengths = stroke.dash.map(VectorNumber.text).joined(separator: " ")
            bytes.append("[\(lengths)]\(VectorNumber.text(stroke.dashPhase)) d\n")
        }
        bytes += data
        bytes.append("S\n")
    }

    private mutating func clip(_ commands: [Drawing.Command], to path: Path, _ rule: FillRule) {
        let data = Self.data(path, isArea: true)
        guard !data.isEmpty, !commands.isEmpty else { return }
        let outside = state
        bytes.append("q\n")
        bytes += data
        bytes.append(rule == .evenOdd ? "W* n\n" : "W n\n")
        draw(commands)
        bytes.append("Q\n")
        state = outside
    }

    /// An image fills the unit square, its first row at the top, where the page's y would be 1.
    private mutating func place(_ image: Image, in box: Box) {
        guard box.isPlaceable else { return }
        let image = image.repeated(for: box)
        let number = imageNumbers[image] ?? images.count
        if number == images.count {
            images.append(image)
            imageNumbers[image] = number
        }
        let outside = state
        bytes.append("q\n")
        set(alpha: 255)
        let matrix = [box.width, 0, 0, -box.height, box.min.x, box.max.y].map(VectorNumber.text)
        bytes.append("\(matrix.joined(separator: " ")) cm\n/i\(number) Do\nQ\n")
        state = outside
    }
}

extension PDFContent {
    private static func data(_ path: Path, isArea: Bool) -> [UInt8] {
        var pen = PDFPathData()
        path.draw(with: &pen, isArea: isArea)
        return pen.bytes
    }

    private mutating func set(alpha: UInt8) {
        if alpha < 255 || state.alpha < 255 { alphas.insert(alpha) }
        set(\.alpha, alpha) { "/a\(alpha) gs" }
    }

    /// Says an operator unless it would change nothing.
    private mutating func set<Value: Equatable>(
        _ part: WritableKeyPath<State, Value>, _ value: Value, _ operators: () -> String
    ) {
        guard state[keyPath: part] != value else { return }
        state[keyPath: part] = value
        bytes.append(operators() + "\n")
    }
}

/// Writes a path in PDF's operators, which know absolute places and cubic curves only.
private struct PDFPathData: PathPen {
    private(set) var bytes: [UInt8] = []
    private var current = LatticePoint.zero

    mutating func move(to point: LatticePoint) { append(point, "m\n") }

    mutating func line(to point: LatticePoint) { append(point, "l\n") }

    /// As the cubic curve that it is; its control points are on the lattice to a third of a step.
    mutating func quadratic(_ control: LatticePoint, to end: LatticePoint) {
        func third(_ near: LatticePoint) -> LatticePoint {
            let sum = near &+ 2 &* control
            return LatticePoint(Self.rounded(sum.x, over: 3), Self.rounded(sum.y, over: 3))
        }
        cubic(third(current), third(end), to: end)
    }

    mutating func cubic(_ control1: LatticePoint, _ control2: LatticePoint, to end: LatticePoint) {
        append(control1)
        append(control2)
        append(end, "c\n")
    }

    mutating func close() { bytes.append("h\n") }

    private mutating func append(_ point: LatticePoint, _ letter: String = "") {
        for coordinate in [point.x, point.y] {
            bytes.append(decimal: coordinate, places: 2)
            bytes.append(UInt8(ascii: " "))
        }
        bytes.append(letter)
        current = point
    }

    private static func rounded(_ number: Int, over divisor: Int) -> Int {
        (number + (number < 0 ? -divisor : divisor) / 2) / divisor
    }
}

extension VectorPaint {
    fileprivate var operands: String {
        components.map { VectorNumber.text(Double($0) / 255) }.joined(separator: " ")
    }
}

extension Stroke.Cap {
    fileprivate var number: Int {
        switch self {
        case .butt: 0
        case .round: 1
        case .square: 2
        }
    }
}

extension Stroke.Join {
    fileprivate var operators: String {
        switch self {
        case .miter(let limit): "0 j \(VectorNumber.text(limit)) M"
        case .round: "1 j"
        case .bevel: "2 j"
        }
    }
}

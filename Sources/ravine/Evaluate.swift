import ArgumentParser
import Surfaces

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Prints value, gradient and Hessian of a surface or a formula as JSON.",
        usage: "ravine evaluate [--at X,Y]... [--] SURFACE|FORMULA|SCENE")

    @Option(
        name: .customLong("at"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("A point; may be given several times.", valueName: "X,Y"))
    var points: [PointArgument] = []

    @Argument(
        help: ArgumentHelp(
            "A name of 'ravine list surfaces', a formula in x and y, or a scene file.", valueName: "SURFACE|FORMULA"))
    var surface: String

    func run() throws {
        try reporting {
            let field = try SurfaceArgument.surface(surface).field
            if points.isEmpty { tell("ravine: no point asked for: add --at X,Y\n") }
            try StandardOutput.print(.array(points.map { Self.values(of: field, at: $0.point) }))
        }
    }

    private static func values(of field: any ScalarField, at point: SIMD2<Double>) -> JSON {
        let (value, gradient, hessian) = field.hessian(at: point)
        return .object([
            ("point", .point(point)),
            ("value", .number(value)),
            ("gradient", .point(gradient)),
            ("hessian", .array([.point(SIMD2(hessian.xx, hessian.xy)), .point(SIMD2(hessian.xy, hessian.yy))])),
        ])
    }
}

/// `X,Y` on the command line.
struct PointArgument: ExpressibleByArgument {
    let point: SIMD2<Double>

    init?(argument: String) {
        let parts = argument.split(separator: ",", omittingEmptySubsequences: false).map { part in
            Double(part.filter { $0 != " " })
        }
        guard parts.count == 2, let x = parts[0], let y = parts[1], x.isFinite, y.isFinite else { return nil }
        point = SIMD2(x, y)
    }
}

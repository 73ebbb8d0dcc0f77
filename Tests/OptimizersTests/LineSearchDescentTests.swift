import Simulation
import Surfaces
import Testing

@testable import Optimizers

/// A tilted quadratic bowl with its minimum at (1, −2).
private func bowl(_ xx: Double, _ xy: Double, _ yy: Double) -> Handmade {
    Handmade { x, y in
        let (a, b) = (x - 1, y + 2)
        let (gx, gy) = (xx * a + xy * b, xy * a + yy * b)
        return (0.5 * (gx * a + gy * b), gx, gy)
    } curvature: { _, _ in
        Hessian(xx: xx, xy: xy, yy: yy)
    }
}

private func dot(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double { a.x * b.x + a.y * b.y }

@Suite struct LineSearchDescentTests {
    static let bowls: [(Double, Double, Double)] = [(1, 0, 1), (1, 0, 100), (3, 1, 2), (50, -6, 1), (1e-3, 0, 1e3)]
    static let starts = [SIMD2(3.0, 4.0), SIMD2(-20, 0.5), SIMD2(1, 7)]

    @Test(arguments: bowls)
    func exactStepsFollowTheClosedForm(_ xx: Double, _ xy: Double, _ yy: Double) throws {
        for start in Self.starts {
            let trajectory = try descend(
                "gradient_descent_exact", nil, on: bowl(xx, xy, yy), from: start, steps: 8)
            let alphas = try #require(trajectory.state(named: "alpha")).values
            for k in 1..<trajectory.points.count where trajectory.losses[k - 1] > 1e-12 {
                let g = trajectory.gradients[k - 1]
                let hg = SIMD2(xx * g.x + xy * g.y, xy * g.x + yy * g.y)
                let expected = dot(g, g) / dot(g, hg)
                #expect((alphas[k].x - expected).magnitude <= 1e-9 * expected, "step \(k)")
            }
        }
    }

    /// From (κ, 1) the error falls by (κ − 1)/(κ + 1) a step, the worst case, and every step turns by a right angle.
    @Test(arguments: [2.0, 10, 100])
    func exactDescentZigzags(_ kappa: Double) throws {
        let start = SIMD2(1 + kappa, -2 + 1)
        let trajectory = try descend("gradient_descent_exact", nil, on: bowl(1, 0, kappa), from: start, steps: 20)
        let ratio = (kappa - 1) / (kappa + 1)
        for k in 1...15 {
            #expect((trajectory.losses[k] / trajectory.losses[k - 1] - ratio * ratio).magnitude < 1e-8, "step \(k)")
            let (a, b) = (trajectory.gradients[k - 1], trajectory.gradients[k])
            #expect(dot(a, b).magnitude <= 1e-8 * dot(a, a))
        }
    }

    @Test(arguments: bowls)
    func newtonNeedsOneStep(_ xx: Double, _ xy: Double, _ yy: Double) throws {
        for start in Self.starts {
            let trajectory = try descend("newton", nil, on: bowl(xx, xy, yy), from: start, steps: 1)
            let error = trajectory.points[1] - SIMD2(1, -2)
            #expect(max(error.x.magnitude, error.y.magnitude) < 1e-11)
        }
    }

    private let exactEnough: [Setting] = [("c1", .number(1e-12)), ("c2", .number(1e-10))]

    @Test(arguments: bowls)
    func conjugateGradientNeedsTwoSteps(_ xx: Double, _ xy: Double, _ yy: Double) throws {
        for start in Self.starts {
            for beta in ["fletcher_reeves", "polak_ribiere_plus"] {
                let settings = exactEnough + [("beta", .text(beta))]
                let trajectory = try descend(
                    "conjugate_gradient", nil, settings, on: bowl(xx, xy, yy), from: start, steps: 2)
                #expect(trajectory.losses[2] <= 1e-15 * trajectory.losses[0], "\(beta) \(start)")
            }
        }
    }

    @Test(arguments: bowls)
    func bfgsNeedsThreeSteps(_ xx: Double, _ xy: Double, _ yy: Double) throws {
        for start in Self.starts {
            let trajectory = try descend("bfgs", nil, exactEnough, on: bowl(xx, xy, yy), from: start, steps: 3)
            #expect(trajectory.losses[3] <= 1e-15 * trajectory.losses[0], "\(start)")
        }
    }

    /// On Rosenbrock's valley from its first publication's start, within the steps and below the loss.
    @Test(arguments: [
        ("bfgs", 60, 1e-20), ("newton_trust_region", 30, 1e-20), ("newton", 7, 1e-15),
        ("conjugate_gradient", 60, 1e-15),
        ("nelder_mead", 120, 1e-12),
    ])
    func solvesRosenbrock(_ id: String, _ steps: Int, _ loss: Double) throws {
        let trajectory = try descend(id, nil, from: SIMD2(-1.2, 1), steps: steps)
        let reached = try #require(trajectory.losses.last)
        #expect(reached < loss, "\(reached)")
    }

    /// The secant equation H y = s, a symmetric H, and errors that shrink ever faster.
    @Test func bfgsIsSuperlinear() throws {
        let trajectory = try descend("bfgs", nil, from: SIMD2(-1.2, 1), steps: 60)
        let first = try #require(trajectory.state(named: "inverse_hessian_1")).values
        let second = try #require(trajectory.state(named: "inverse_hessian_2")).values
        var ratios: [Double] = []
        for k in 1..<trajectory.points.count where trajectory.losses[k] > 1e-24 {
            let s = trajectory.points[k] - trajectory.points[k - 1]
            let y = trajectory.gradients[k] - trajectory.gradients[k - 1]
            let error = y.x * first[k] + y.y * second[k] - s
            let scale = dot(s, s).squareRoot()
            #expect(dot(error, error).squareRoot() <= 1e-9 * scale, "step \(k)")
            #expect((first[k].y - second[k].x).magnitude <= 1e-9 * max(first[k].x, second[k].y))
            ratios.append((trajectory.losses[k] / trajectory.losses[k - 1]).squareRoot())
        }
        let last = try #require(ratios.last)
        #expect(last < 0.02, "\(ratios.suffix(5))")
    }

    @Test func newtonGoesToTheSaddle() throws {
        let saddle = Handmade { x, y in
            (x * x - y * y, 2 * x, -2 * y)
        } curvature: { _, _ in
            Hessian(xx: 2, xy: 0, yy: -2)
        }
        #expect(try descend("newton", nil, on: saddle, from: SIMD2(3, 2), steps: 1).points[1] == .zero)
    }

    /// A trough has a singular Hessian: the pseudo-inverse goes straight across it.
    @Test func newtonCrossesATrough() throws {
        let trough = Handmade { x, y in
            let a = x + 2 * y
            return (a * a, 2 * a, 4 * a)
        } curvature: { _, _ in
            Hessian(xx: 2, xy: 4, yy: 8)
        }
        let end = try descend("newton", nil, on: trough, from: SIMD2(3, 1), steps: 1).points[1]
        #expect((end.x - 2).magnitude < 1e-14 && (end.y + 1).magnitude < 1e-14)
    }

    /// x² + y⁴/4 − y²/2 has a saddle at 0 and minima at (0, ±1).
    @Test(arguments: [SIMD2(0.0, 0.0), SIMD2(1e-9, 1e-12), SIMD2(0.3, 0), SIMD2(-0.2, -1e-6)])
    func trustRegionLeavesASaddle(_ start: SIMD2<Double>) throws {
        let field = Handmade { x, y in
            (x * x + 0.25 * (y * y) * (y * y) - 0.5 * (y * y), 2 * x, y * y * y - y)
        } curvature: { _, y in
            Hessian(xx: 2, xy: 0, yy: 3 * y * y - 1)
        }
        let end = try #require(
            try descend("newton_trust_region", nil, on: field, from: start, steps: 30).points.last)
        #expect(end.x.magnitude < 1e-8 && (end.y.magnitude - 1).magnitude < 1e-8, "\(end)")
    }
}

@Suite struct MonotoneDescentTests {
    static let ids = [
        "gradient_descent_backtracking", "gradient_descent_exact", "conjugate_gradient", "newton_trust_region", "bfgs",
        "nelder_mead",
    ]

    @Test(arguments: ids)
    func theLossNeverGrows(_ id: String) throws {
        for entry in SurfaceCatalogue.entries {
            let trajectory = try descend(id, nil, on: entry.surface().field, from: entry.start, steps: 60)
            for k in 1..<trajectory.losses.count {
                #expect(trajectory.losses[k] <= trajectory.losses[k - 1], "\(entry.id) step \(k)")
            }
        }
    }

    /// (3.4), for backtracking and for the strong Wolfe searches along their own directions.
    @Test(arguments: ["gradient_descent_backtracking", "conjugate_gradient", "bfgs"])
    func everyStepDecreasesEnough(_ id: String) throws {
        for entry in SurfaceCatalogue.entries {
            let trajectory = try descend(id, nil, on: entry.surface().field, from: entry.start, steps: 60)
            let alphas = try #require(trajectory.state(named: "alpha")).values
            let directions = trajectory.state(named: "direction")?.values
            for k in 1..<trajectory.losses.count where alphas[k].x > 0 {
                let g = trajectory.gradients[k - 1]
                let slope = dot(g, directions?[k] ?? -g)
                let bound = trajectory.losses[k - 1] + 1e-4 * alphas[k].x * slope
                #expect(trajectory.losses[k] <= bound, "\(entry.id) step \(k)")
            }
        }
    }
}

import Optimizers
import SceneFile
import Simulation
import Testing

/// Schedules and clipping, as scenes write them.
@Suite struct TreatmentSceneTests {
    private func run(_ settings: String, steps: Int = 40) throws -> Run {
        let reading = read("surface: rosenbrock\nsteps: \(steps)\noptimizers:\n  - \(settings)\n")
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.scene?.runs.first)
    }

    @Test func schedules() throws {
        let step = try run("sgd: { lr: 0.5, schedule: { StepLR: { step_size: 2, gamma: 0.5 } } }", steps: 6)
        #expect(step.schedule?.rates(base: 0.5, count: 6) == [0.5, 0.5, 0.25, 0.25, 0.125, 0.125])
        let formula = try run("adam: { lr: 2, schedule: { LambdaLR: { lr_lambda: 1/(1 + t) } } }", steps: 3)
        #expect(formula.schedule?.rates(base: 2, count: 3) == [2, 1, 2.0 / 3])
        let sequence = try run(
            """
            sgd:
                  lr: 1
                  schedule:
                    SequentialLR:
                      schedulers: [{ ConstantLR: { factor: 0.5, total_iters: 2 } }, { ExponentialLR: { gamma: 0.5 } }]
                      milestones: [2]
            """, steps: 5)
        #expect(sequence.schedule?.rates(base: 1, count: 5) == [0.5, 0.5, 1, 0.5, 0.25])
        let cycle = try run("sgd: { momentum: 0.9, schedule: { OneCycleLR: { max_lr: 0.1, total_steps: 40 } } }")
        #expect(cycle.schedule?.cyclesMomentum == true)
    }

    @Test func clipping() throws {
        #expect(try run("sgd: { clip_grad_norm: 1 }").clipping == .gradNorm(1))
        #expect(try run("sgd: { clip_grad_value: 5 }").clipping == .gradValue(5))
        #expect(try run("sgd: { convention: optax, lr: 0.1, clip_by_global_norm: 20 }").clipping == .globalNorm(20))
    }

    @Test(arguments: [
        ("sgd: { schedule: { SteppLR: {} } }", "3:24", "unknown schedule 'SteppLR'"),
        ("sgd: { schedule: { StepLR: {} } }", "3:22", "StepLR needs step_size: torch has no default for it"),
        (
            "sgd: { schedule: { StepLR: { step_size: x } } }", "3:45",
            "step_size must be a whole number from 1 to 1000000000"
        ),
        (
            "sgd: { schedule: [StepLR] }", "3:22",
            "'schedule' must be one name with its settings, such as { StepLR: { step_size: 50 } }, not a list"
        ),
        (
            "sgd: { schedule: { OneCycleLR: { max_lr: 0.1, total_steps: 10, cycle_momentum: false } } }", "3:22",
            "OneCycleLR lasts 10 updates, and the runs make 300"
        ),
        (
            "adagrad: { schedule: { CyclicLR: { base_lr: 0.1, max_lr: 1 } } }", "3:26",
            "Adagrad has no momentum for CyclicLR to cycle"
        ),
        ("bfgs: { schedule: { ExponentialLR: { gamma: 0.9 } } }", "3:23", "BFGS has no learning rate to schedule"),
        ("sgd: { schedule: { LambdaLR: { lr_lambda: 1/(1 + k) } } }", "3:47", "unknown name 'k'"),
        (
            "sgd: { clip_grad_norm: 1, clip_grad_value: 2 }", "3:31",
            "gradients are clipped in one way, and 'clip_grad_norm' is another"
        ),
        ("sgd: { clip_grad_norm: 0 }", "3:28", "'clip_grad_norm' must be greater than 0"),
        ("lbfgs: { clip_grad_norm: 1 }", "3:14", "the gradients of LBFGS cannot be clipped"),
        (
            "sgd: { schedule: { SequentialLR: { schedulers: [{ StepLR: { step_size: 0 } }, { ExponentialLR: { gamma: 1 } }], milestones: [5] } } }",
            "3:76", "step_size must be a whole number from 1 to 1000000000"
        ),
    ])
    func mistakesAreToldAtTheirPlace(_ entry: String, _ place: String, _ message: String) {
        let reading = read("surface: rosenbrock\noptimizers:\n  - \(entry)\n")
        #expect(reading.scene == nil)
        #expect(reading.diagnostics.map(\.message) == [message])
        #expect(reading.diagnostics.map { "\($0.line):\($0.column)" } == [place])
    }
}

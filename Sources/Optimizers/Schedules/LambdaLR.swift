/// The base rate times a formula.
struct LambdaScheduler: EpochScheduler {
    let factor: @Sendable (Int) -> Double
    var clock = Clock()

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double { clock.baseRate * factor(clock.epoch) }
}

extension ScheduleEntry {
    static let lambda = ScheduleEntry(
        "LambdaLR", "the base rate times a formula in t, the epoch from 0", formula: "η = η₀ · lr_lambda(t)",
        example: "lr_lambda: 0.95^t",
        [Hyperparameter("lr_lambda", .formula, default: nil, "the factor of the base rate, a formula in t")],
        reading: { (settings, _, formula) throws(SettingErrors) in
            do throws(SettingError) {
                return LambdaScheduler(factor: try formula(settings.text("lr_lambda") ?? ""))
            } catch {
                throw SettingErrors(errors: [SettingError("lr_lambda", error.message, help: error.help)])
            }
        })
}

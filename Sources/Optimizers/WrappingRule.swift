import Lanes
import Spelling

/// A rule around another one, which makes the moves: the base rule's state is the first of the inner states, and its
/// slots follow this one's own.
protocol WrappingRule: Rule {
    var base: any Rule { get }
    /// The slots of this rule besides those of the base.
    var ownSlots: [Slot] { get }
    func step<L: Lane>(
        _ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>, around base: InnerRule<L>)
}

/// A rule inside another one, for one kind of lane; it keeps the concrete updates behind a generic wrapper.
struct InnerRule<L: Lane> {
    let makeState: () -> State<L>
    let update: (inout Pair<L>, borrowing Observation<L>, inout State<L>) -> Void
}

extension WrappingRule {
    public var learningRate: Double { base.learningRate }
    public var slots: [Slot] { ownSlots + base.slots.map(\.ofInnerRule) }

    public func makeState() -> State<Double> {
        var state = State<Double>(ownSlots)
        state.inner = [base.makeState()]
        return state
    }

    public func makeStates() -> State<SIMD8<Double>> {
        var state = State<SIMD8<Double>>(ownSlots)
        state.inner = [base.makeStates()]
        return state
    }

    public func update(_ point: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>)
    {
        let base = base
        let inner = InnerRule<Double>(
            makeState: { base.makeState() }, update: { point, seen, state in base.update(&point, seen, &state) })
        step(&point, seen, &state, around: inner)
    }

    public func update(
        _ point: inout Pair<SIMD8<Double>>, _ seen: borrowing Observation<SIMD8<Double>>,
        _ state: inout State<SIMD8<Double>>
    ) {
        let base = base
        let inner = InnerRule<SIMD8<Double>>(
            makeState: { base.makeStates() }, update: { point, seen, state in base.update(&point, seen, &state) })
        step(&point, seen, &state, around: inner)
    }

    public func derive(_ seen: borrowing Observation<Double>, _ state: inout State<Double>) {
        base.derive(seen, &state.inner[0])
    }
}

/// The optimizer a wrapper goes around, as the wrapper's settings name it.
struct BaseChoice {
    /// The wrapper's hyperparameters for the base's name and for its settings.
    let optimizer, hyperparameters: String
    let convention: Convention

    /// The base rule.
    ///
    /// - Parameter shared: Settings of the wrapper that it hands on to the base.
    /// - Throws: what is wrong with the base, as mistakes in the wrapper's settings.
    func rule(_ settings: Settings, sharing shared: [(name: String, value: HyperparameterValue)] = [])
        throws(SettingErrors) -> any Rule
    {
        let entry = try entry(settings.text(optimizer) ?? "")
        do throws(SettingErrors) {
            let all = shared + settings.settings(hyperparameters)
            return try Optimizer(entry, convention: convention, settings: all).rule
        } catch {
            throw SettingErrors(errors: error.errors.map(inSettings))
        }
    }

    /// What `rule` throws.
    func mistakes(_ settings: Settings, sharing shared: [(name: String, value: HyperparameterValue)] = [])
        -> [SettingError]
    {
        do throws(SettingErrors) {
            _ = try rule(settings, sharing: shared)
            return []
        } catch {
            return error.errors
        }
    }

    private func entry(_ name: String) throws(SettingErrors) -> OptimizerEntry {
        let entries = OptimizerCatalogue.entries.filter { !$0.isWrapper }
        guard let entry = OptimizerCatalogue.entry(named: name) else {
            let near = Name.closest(to: name, among: entries.map(\.id))
            throw SettingErrors(errors: [
                SettingError(optimizer, "unknown optimizer '\(name)'", help: near.map { "did you mean '\($0)'?" })
            ])
        }
        // Those that search lines or use curvature need nothing to be set.
        if let plain = try? Optimizer(entry, convention: convention), !plain.rule.isFirstOrder {
            throw SettingErrors(errors: [
                SettingError(
                    optimizer, "\(optimizer) cannot be \(entry.name), which does not follow one gradient a step")
            ])
        }
        guard !entry.isWrapper else {
            throw SettingErrors(errors: [
                SettingError(optimizer, "\(optimizer) cannot be \(entry.name), which itself goes around an optimizer")
            ])
        }
        return entry
    }

    private func inSettings(_ error: SettingError) -> SettingError {
        guard error.name != optimizer else { return error }
        return SettingError(hyperparameters, "in \(hyperparameters), \(error.message)", help: error.help)
    }
}

extension OptimizerEntry {
    /// Whether it goes around another optimizer.
    var isWrapper: Bool { variants.contains { $0.hyperparameters.contains { $0.kind == .optimizer } } }
}

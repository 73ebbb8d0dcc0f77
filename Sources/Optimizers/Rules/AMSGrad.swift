import Lanes

extension OptimizerEntry {
    static let amsgrad = Self(
        "amsgrad", "AMSGrad", "Adam that divides by the largest average of squares so far (Reddi et al. 2018)",
        OptaxAMSGrad.variant)
}

/// `optax.amsgrad`: `scale_by_amsgrad`, which takes the largest of the corrected averages, then
/// `scale_by_learning_rate`. `effective_lr` is the factor of `m_hat` in the update just made.
struct OptaxAMSGrad: LaneRule {
    let learningRate, b1, b2, eps, epsRoot: Double
    let correctsMu, correctsNu: Bool

    static let variant = OptimizerVariant(
        .optax, source: "optax.amsgrad, optax 0.2.8",
        rule: "m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², w ← max(w, v̂), x ← x − η m̂/(√(w + ε̄) + ε)",
        [
            .learningRate("learning_rate", nil), .b1(0.9), .b2(0.999), .epsilon("eps", 1e-8, "added to the root"),
            .epsilonRoot(0),
            .flag("bias_correction_mu", default: true, "correct the bias of the average of gradients"),
            .flag("bias_correction_nu", default: true, "correct the bias of the average of squares"),
        ],
        makeRule: OptaxAMSGrad.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        eps = settings["eps"]
        epsRoot = settings["eps_root"]
        correctsMu = settings.flag("bias_correction_mu")
        correctsNu = settings.flag("bias_correction_nu")
    }

    static let mu = Slot(0, "mu", moment: .first)
    static let nu = Slot(1, "nu", moment: .second)
    static let nuMax = Slot(2, "nu_max", moment: .second)
    static let mHat = Slot(3, "m_hat", moment: .first, isDerived: true)
    static let effectiveRate = Slot(4, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.mu, Self.nu, Self.nuMax, Self.mHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [b1, b2]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        state[Self.mu] = state[Self.mu].moment(with: g, decay: b1)
        state[Self.nu] = state[Self.nu].moment(with: g * g, decay: b2)
        state.powers[0].advance()
        state.powers[1].advance()
        let nu = correctsNu ? state[Self.nu] / (1 - state.powers[1].value) : state[Self.nu]
        let nuMax = Pair.larger(state[Self.nuMax], nu)
        state[Self.nuMax] = nuMax
        x = x - seen.learningRate * (corrected(state) / ((nuMax + epsRoot).squareRoot() + eps))
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.mHat] = corrected(state)
        state[Self.effectiveRate] = seen.learningRate / ((state[Self.nuMax] + epsRoot).squareRoot() + eps)
    }

    private func corrected<L: Lane>(_ state: State<L>) -> Pair<L> {
        correctsMu ? state[Self.mu] / (1 - state.powers[0].value) : state[Self.mu]
    }
}

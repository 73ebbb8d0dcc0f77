extension OptimizerEntry {
    static let adamw = Self(
        "adamw", "AdamW", "Adam that decays the parameters apart from the gradient (Loshchilov and Hutter 2019)",
        AdamW.torch, AdamW.optax, AdamW.keras, AdamW.textbook)
}

/// Adam's rules with weight decay that never passes through the averages.
enum AdamW {
    /// `torch.optim.AdamW`: the decay comes first and is scaled by the learning rate.
    static let torch = OptimizerVariant(
        .torch, source: "torch.optim.AdamW, PyTorch 2.13",
        rule: "x ← (1 − η λ) x, then Adam: x ← x − η m̂/(√v̂ + ε)",
        [
            .learningRate("lr", 0.001), .betas(), .epsilon("eps", 1e-8, "added to the root"),
            .decoupledWeightDecay(0.01), .flag("amsgrad", "divide by the largest average so far"),
        ],
        makeRule: { TorchAdam($0, decoupled: true) })

    /// `optax.adamw`: `scale_by_adam`, `add_decayed_weights`, `scale_by_learning_rate`.
    static let optax = OptimizerVariant(
        .optax, source: "optax.adamw, optax 0.2.8",
        rule: "x ← x − η (m̂/(√(v̂ + ε̄) + ε) + λ x)",
        [
            .learningRate("learning_rate", nil), .beta1("b1"), .beta2("b2"),
            .epsilon("eps", 1e-8, "added to the root"), .epsilonInRoot(), .decoupledWeightDecay(0.0001),
            .flag("nesterov", "Nesterov's momentum: NAdamW"),
        ],
        makeRule: OptaxAdam.init)

    /// `keras.optimizers.AdamW`: the decay comes first and is scaled by the learning rate.
    static let keras = OptimizerVariant(
        .keras, source: "keras.optimizers.AdamW, Keras 3",
        rule: "x ← x − η λ x, then Adam: x ← x − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m/(√v + ε)",
        [
            .learningRate("learning_rate", 0.001), .decoupledWeightDecay(0.004), .beta1("beta_1"), .beta2("beta_2"),
            .epsilon("epsilon", 1e-7, "added to the root"),
            .flag("amsgrad", "divide by the largest average so far"),
        ],
        makeRule: KerasAdam.init)

    /// Loshchilov and Hutter 2019, algorithm 2: a schedule scales both terms, the learning rate α only the first. The
    /// default λ decays as much as torch's 0.01 times its rate of 0.001.
    static let textbook = OptimizerVariant(
        .textbook, source: "Loshchilov and Hutter 2019, algorithm 2",
        rule: "x ← x − ηₜ (α m̂/(√v̂ + ε) + λ x), ηₜ from the schedule",
        [
            .learningRate("lr", 0.001), .beta1("beta1"), .beta2("beta2"), .epsilon("eps", 1e-8, "added to the root"),
            .epsilonInside(), .weightDecay(1e-5, "weight decay, not scaled by the learning rate"),
        ],
        makeRule: { TextbookAdam($0) })
}

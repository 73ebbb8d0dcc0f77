import ArgumentParser
import SceneFile
import Spelling

/// What commands that read scenes have in common.
struct SceneOptions: ParsableArguments {
    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "A value in place of the scene's own, in YAML: steps=500, optimizers.rms.lr=0.1; may be given several times.",
            valueName: "PATH=VALUE"),
        transform: { text in
            guard let override = SceneOverride(text) else {
                throw ValidationError("'\(text)' is no PATH=VALUE, such as steps=500 or optimizers.rms.lr=0.1.")
            }
            return override
        })
    var overrides: [SceneOverride] = []

    @Option(
        help: ArgumentHelp(
            "Raises or lowers a bound of 'ravine list limits', or 'none' for all as far as they go.",
            valueName: "KEY=N"),
        transform: LimitChange.init(_:))
    var limits: [LimitChange] = []

    @Option(help: ArgumentHelp("How mistakes are told on standard error.", valueName: "text|json"))
    var diagnostics = MessageFormat.text

    /// What files with scenes end in, for shells to complete.
    static let suffixes = ["yaml", "yml", "json"]

    /// The bounds after all changes, in their order.
    var bounds: Limits {
        var bounds = Limits()
        for change in limits { change.apply(&bounds) }
        return bounds
    }

}

/// `pixels=100000000` or `none` on the command line.
struct LimitChange: Sendable {
    private let change: (entry: Limits.Entry, value: Int)?

    /// - Throws: `ValidationError` for what is neither.
    init(_ text: String) throws {
        if Name.folded(text) == "none" {
            change = nil
            return
        }
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let names = Limits.catalogue.map(\.name)
        guard parts.count == 2 else {
            throw ValidationError("'\(text)' is no KEY=N, such as \(names[0])=1000, and not 'none'.")
        }
        guard let entry = Limits.catalogue.first(where: { Name.folded($0.name) == Name.folded(String(parts[0])) })
        else {
            let near = Name.closest(to: String(parts[0]), among: names).map { " Did you mean '\($0)'?" }
            throw ValidationError(
                "There is no bound '\(parts[0])'." + (near ?? " There are \(names.joined(separator: ", "))."))
        }
        var probe = Limits()
        guard let value = Int(parts[1]) else {
            throw ValidationError("\(entry.name) must be a whole number from 1 to \(entry.ceiling).")
        }
        if let objection = probe.set(entry, to: value) { throw ValidationError("\(entry.name) \(objection).") }
        change = (entry, value)
    }

    func apply(_ limits: inout Limits) {
        guard let change else {
            limits = .none
            return
        }
        _ = limits.set(change.entry, to: change.value)
    }
}

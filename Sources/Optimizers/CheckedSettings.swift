/// Settings measured against a table of hyperparameters: what optimizers and schedules check alike.
struct CheckedSettings {
    /// Every hyperparameter with its value, given or by default; one that is missing has none.
    private(set) var values: [String: HyperparameterValue] = [:]
    /// The names as the user typed them, by the proper names.
    private(set) var typed: [String: String] = [:]
    /// Every mistake, in the order of the settings; missing ones last.
    private(set) var errors: [SettingError] = []

    init(
        _ settings: [(name: String, value: HyperparameterValue)], against hyperparameters: [Hyperparameter],
        unknown: (String) -> SettingError, missing: (Hyperparameter) -> SettingError
    ) {
        for (name, value) in settings {
            guard let hyperparameter = hyperparameters.first(where: { $0.answers(to: name) }) else {
                errors.append(unknown(name))
                continue
            }
            if let earlier = typed[hyperparameter.name] {
                let message = "'\(name)' sets \(hyperparameter.name), which '\(earlier)' has already set"
                errors.append(SettingError(name, message, isAboutName: true))
                continue
            }
            typed[hyperparameter.name] = name
            values[hyperparameter.name] = value
            if let complaint = hyperparameter.complaint(about: value) { errors.append(SettingError(name, complaint)) }
        }
        for hyperparameter in hyperparameters where values[hyperparameter.name] == nil {
            values[hyperparameter.name] = hyperparameter.defaultValue
            if hyperparameter.defaultValue == nil { errors.append(missing(hyperparameter)) }
        }
    }

    /// A mistake that goes by proper names, as the user typed them.
    func asTyped(_ error: SettingError) -> SettingError {
        guard let first = error.path.first else {
            return SettingError(
                typed[error.name] ?? error.name, error.message, help: error.help, isAboutName: error.isAboutName)
        }
        return SettingError(
            error.name, error.message, help: error.help, isAboutName: error.isAboutName,
            path: [typed[first] ?? first] + error.path.dropFirst())
    }
}

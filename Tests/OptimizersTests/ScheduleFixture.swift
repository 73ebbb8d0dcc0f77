import Foundation
import Lanes
import Optimizers
import Testing

/// Rates and momenta of torch's own schedules.
struct ScheduleFixture: Decodable {
    /// The updates, from 1, that are recorded.
    let updates: [Int]
    let cases: [Case]

    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let name: String
        let settings: [String: HyperparameterValue]
        let base: Double
        let rates: [Double]
        let momenta: [Double]?

        var testDescription: String { "\(name) \(settings.keys.sorted().joined(separator: " "))" }

        func schedule() throws -> Schedule {
            try makeSchedule(name, settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }

        /// Whether no cosine and no power enters.
        var isPlain: Bool {
            switch name {
            case "StepLR", "ConstantLR", "LinearLR", "ExponentialLR": true
            case "PolynomialLR": [nil, .number(1), .number(2)].contains(settings["power"])
            case "MultiStepLR": settings["gamma"] == nil
            case "OneCycleLR": settings["anneal_strategy"] == .text("linear")
            case "CyclicLR": settings["mode"] != .text("exp_range")
            case "LambdaLR": settings["lr_lambda"] != .text("0.95^t")
            default: false
            }
        }
    }

    static let torch = Self("schedules")
    static let traces = Self("schedule_traces")

    private init(_ name: String) {
        guard let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"),
            let data = try? Data(contentsOf: url), let fixture = try? JSONDecoder().decode(Self.self, from: data)
        else {
            (updates, cases) = ([], [])
            return
        }
        self = fixture
    }
}

/// A schedule by its name, with the formulas of the fixtures.
func makeSchedule(_ name: String, _ settings: [Setting]) throws -> Schedule {
    let entry = try #require(ScheduleCatalogue.entry(named: name))
    return try Schedule(entry, settings: settings, formula: readFormula)
}

/// Two formulas, and a mistake for every other text.
func readFormula(_ text: String) throws(SettingError) -> @Sendable (Int) -> Double {
    switch text {
    case "0.95^t": { 0.95.power(Double($0)) }
    case "1/(1 + t)": { 1 / (1 + Double($0)) }
    default: throw SettingError("formula", "there is no '\(text)'", help: "try another")
    }
}

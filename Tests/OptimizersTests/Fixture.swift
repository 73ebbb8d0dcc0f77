import Foundation
import Optimizers
import Testing

/// Runs of the libraries themselves; each file says where its numbers come from.
struct Fixture: Decodable {
    let cases: [Case]

    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let id: String
        let convention: String
        let optimizer: String
        let hyperparameters: [String: HyperparameterValue]
        let surface: String
        let start: [Double]
        let tolerance: Double
        let comparableThrough: Int
        let steps: [Int]
        let points: [[Double]]
        let losses: [Double]
        let traces: [String: [Entry?]]
        let schedule: [String: HyperparameterValue]?
        let gradNorm, gradValue, globalNorm: Double?

        enum CodingKeys: String, CodingKey {
            case id, convention, optimizer, hyperparameters, surface, start, tolerance, comparableThrough
            case steps, points, losses, traces, schedule
            case gradNorm = "clip_grad_norm"
            case gradValue = "clip_grad_value"
            case globalNorm = "clip_by_global_norm"
        }

        var testDescription: String { id }
    }

    /// An entry of a trace: a number for each parameter, or one for both.
    struct Entry: Decodable, Sendable {
        let numbers: [Double]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                numbers = [number]
            } else {
                numbers = try container.decode([Double].self)
            }
        }
    }

    static let all: [Case] = [
        "trajectories", "torch", "torch_rules", "optax", "optax_rules", "keras", "keras_rules", "adam_family",
    ].flatMap {
        name -> [Case] in
        guard let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Fixtures"),
            let data = try? Data(contentsOf: url),
            let fixture = try? JSONDecoder().decode(Fixture.self, from: data)
        else { return [] }
        return fixture.cases
    }
}

extension HyperparameterValue: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([HyperparameterValue].self) {
            self = .list(list)
        } else {
            self = .settings(try container.decode([String: HyperparameterValue].self))
        }
    }
}

extension Fixture.Case {
    /// The schedule that stands beside the hyperparameters.
    func learningRates() throws -> Schedule? {
        guard let (name, value) = schedule?.first, case .settings(let settings) = value else { return nil }
        let entry = try #require(ScheduleCatalogue.entry(named: name))
        return try Schedule(entry, settings: settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) {
            (text) throws(SettingError) in throw SettingError("lr_lambda", "no formula is read here: \(text)")
        }
    }

    var clipping: Clipping? {
        gradNorm.map(Clipping.gradNorm) ?? gradValue.map(Clipping.gradValue)
            ?? globalNorm.map(Clipping.globalNorm)
    }
}

import Optimizers
import SceneFile
import Surfaces

/// A JSON Schema (draft-07) of scenes, made of the tables that the reader itself reads by.
///
/// It knows names as they are listed; the reader takes other spellings as well. What only the reader can see stays with
/// it: names of runs, formulas, keys of which one is needed where an extended scene may have it.
enum SceneSchema {
    static var document: JSON {
        let definitions = ValueKind.Catalogue.allCases.map { (name: $0.rawValue, value: definition(of: $0)) }
        let id = "http://json-schema.org/draft-07/schema#"
        return .object(
            [("$schema", .string(id)), ("title", .string("A scene for Ravine"))] + members(of: .scene)
                + [("definitions", .object(definitions + [("run", schema(of: .run))] + optimizers + schedules))])
    }

    private typealias Members = [(name: String, value: JSON)]

    // MARK: Tables

    private static func schema(of table: KeyTable) -> JSON { .object(members(of: table)) }

    private static func members(of table: KeyTable) -> Members {
        closed(properties(of: table), required: table.required)
    }

    /// An object that has these properties and no others.
    private static func closed(_ properties: Members, required: [String] = []) -> Members {
        [("type", .string("object")), ("properties", .object(properties)), ("additionalProperties", .bool(false))]
            + (required.isEmpty ? [] : [("required", .array(required.map(JSON.string)))])
    }

    private static func properties(of table: KeyTable) -> Members {
        table.keys.filter { !$0.isLater }.map { key in (key.name, described(schema(of: key.kind), key.meaning)) }
    }

    /// Editors show the description of what stands at the cursor. Beside `$ref` draft-07 ignores everything.
    private static func described(_ schema: JSON, _ meaning: String) -> JSON {
        guard case .object(let members) = schema, !meaning.isEmpty else { return schema }
        let isReference = members.contains { $0.name == "$ref" }
        let inner: Members = isReference ? [("allOf", .array([schema]))] : members
        return .object([("description", .string(meaning))] + inner)
    }

    // MARK: Kinds of values

    private static func schema(of kind: ValueKind) -> JSON {
        switch kind {
        case .anything: .object([])
        case .text: text
        case .optionalText: types(["string", "number", "boolean", "null"])
        case .nothing: null
        case .file: type("string")
        case .number: type("number")
        case .numberIn(let range): number(range)
        case .integer(let range): integer(range)
        case .flag: type("boolean")
        case .choice(let words): choice(words)
        case .length: pattern(#"^[+-]?[0-9.]+ *(mm|cm|in|pt|px)$"#)
        case .angle: pattern(#"^[+-]?[0-9.]+([eE][+-]?[0-9]+)? *(deg|rad)$"#)
        case .pair(let element): list(of: schema(of: element), atLeast: 2, atMost: 2)
        case .list(let element, let least): list(of: schema(of: element), atLeast: least)
        case .named(let value):
            .object([("type", .string("object")), ("additionalProperties", schema(of: value))])
        case .table(let table): schema(of: table)
        case .either(let kinds): either(kinds.map(schema))
        case .catalogue(let catalogue): reference(catalogue.rawValue)
        }
    }

    private static var text: JSON { types(["string", "number", "boolean"]) }

    private static func type(_ name: String) -> JSON { .object([("type", .string(name))]) }

    private static func types(_ names: [String]) -> JSON { .object([("type", .array(names.map(JSON.string)))]) }

    private static func choice(_ words: [String]) -> JSON { .object([("enum", .array(words.map(JSON.string)))]) }

    private static func pattern(_ pattern: String) -> JSON {
        .object([("type", .string("string")), ("pattern", .string(pattern))])
    }

    private static func number(_ range: ClosedRange<Double>) -> JSON {
        .object([
            ("type", .string("number")), ("minimum", .number(range.lowerBound)), ("maximum", .number(range.upperBound)),
        ])
    }

    private static func integer(_ range: ClosedRange<Int>) -> JSON {
        .object([
            ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
            ("maximum", .integer(range.upperBound)),
        ])
    }

    private static func list(of element: JSON, atLeast least: Int = 0, atMost most: Int? = nil) -> JSON {
        .object(
            [("type", .string("array")), ("items", element)] + (least > 0 ? [("minItems", .integer(least))] : [])
                + (most.map { [("maxItems", .integer($0))] } ?? []))
    }

    private static func either(_ schemas: [JSON]) -> JSON { .object([("anyOf", .array(schemas))]) }

    private static func reference(_ name: String) -> JSON { .object([("$ref", .string("#/definitions/\(name)"))]) }

    private static var null: JSON { type("null") }

    /// A mapping of one name to its settings; an item of these names may stand alone too.
    private static func single(_ entries: Members) -> JSON {
        .object(closed(entries) + [("minProperties", .integer(1)), ("maxProperties", .integer(1))])
    }

    // MARK: Catalogues

    private static func definition(of catalogue: ValueKind.Catalogue) -> JSON {
        switch catalogue {
        case .surface: choice(unique(SurfaceCatalogue.entries.flatMap { [$0.id] + $0.names }))
        case .surfaceSweep: surfaceSweep
        case .optimizer: optimizer
        case .schedule: schedule
        case .panel: panel
        }
    }

    private static func unique(_ names: [String]) -> [String] {
        var known: Set<String> = []
        return names.filter { known.insert($0).inserted }
    }

    private static var surfaceSweep: JSON {
        either([
            .object([
                ("type", .string("object")), ("minProperties", .integer(1)),
                ("additionalProperties", list(of: type("number"), atLeast: 1)),
            ]),
            list(of: .object([("type", .string("object")), ("additionalProperties", type("number"))]), atLeast: 1),
        ])
    }

    private static var panel: JSON {
        let kinds = KeyTable.panelKinds
        return either([
            choice(kinds.map(\.name)), single(kinds.map { ($0.name, either([schema(of: $0.table), null])) }),
        ])
    }

    private static var schedule: JSON {
        let entries = ScheduleCatalogue.entries
        return either([
            choice(entries.map(\.id)), null, single(entries.map { ($0.id, either([reference($0.id), null])) }),
        ])
    }

    private static var schedules: Members {
        ScheduleCatalogue.entries.map { ($0.id, .object(closed($0.hyperparameters.flatMap(properties)))) }
    }

    private static var optimizer: JSON {
        let entries = OptimizerCatalogue.entries
        let names = entries.map { (names: unique([$0.id, $0.name]), reference: reference("optimizer-\($0.id)")) }
        let settings: Members = names.flatMap { entry in
            entry.names.map { ($0, either([entry.reference, null])) }
        }
        return either([
            choice(names.flatMap(\.names)), single(settings + [("recorded", schema(of: .recorded))]),
        ])
    }

    /// The settings of each optimizer: those of one convention, or of any where the entry names none.
    private static var optimizers: Members {
        OptimizerCatalogue.entries.map { entry in
            ("optimizer-\(entry.id)", either(entry.variants.map(settings)))
        }
    }

    private static func settings(of variant: OptimizerVariant) -> JSON {
        let own = variant.hyperparameters.flatMap(properties)
        let run = KeyTable.run.names
        let names = (own.map(\.name) + run).filter { !KeyTable.belongsToSweep($0) }
        let shared: Members = run.map { key in
            switch key {
            case "convention": (key, choice([variant.convention.rawValue]))
            case "vary": (key, sweep(over: names))
            default: (key, reference("run/properties/\(key)"))
            }
        }
        return .object(closed(own + shared))
    }

    /// A sweep over settings of these names; their values are left to the reader.
    private static func sweep(over names: [String]) -> JSON {
        let settings: Members = [
            ("type", .string("object")), ("minProperties", .integer(1)), ("propertyNames", choice(names)),
        ]
        let values = list(of: .object([]), atLeast: 1)
        return either([.object(settings + [("additionalProperties", values)]), list(of: .object(settings), atLeast: 1)])
    }

    // MARK: Hyperparameters

    /// The schema of a hyperparameter under each of its names.
    private static func properties(of hyperparameter: Hyperparameter) -> Members {
        let value = schema(of: hyperparameter.kind)
        let schema = described(hyperparameter.isNullable ? either([value, null]) : value, hyperparameter.summary)
        return ([hyperparameter.name] + hyperparameter.aliases).map { ($0, schema) }
    }

    private static func schema(of kind: Hyperparameter.Kind) -> JSON {
        switch kind {
        case .number(let interval): schema(of: interval)
        case .flag: type("boolean")
        case .numbers(let count, let interval): list(of: schema(of: interval), atLeast: count, atMost: count)
        case .nullableNumbers(let count, let interval):
            list(of: either([schema(of: interval), null]), atLeast: count, atMost: count)
        case .integer(let range): integer(range)
        case .choice(let words): choice(words)
        case .optimizer: choice(unique(OptimizerCatalogue.entries.flatMap { [$0.id, $0.name] }))
        case .settings: type("object")
        case .milestones: list(of: integer(0...Hyperparameter.largestCount))
        case .formula: type("string")
        case .schedules: list(of: reference(ValueKind.Catalogue.schedule.rawValue), atLeast: 1)
        }
    }

    private static func schema(of interval: Hyperparameter.Interval) -> JSON {
        let bounds: [(name: String, value: Int)] =
            switch interval {
            case .any: []
            case .nonNegative: [("minimum", 0)]
            case .positive: [("exclusiveMinimum", 0)]
            case .belowOne: [("minimum", 0), ("exclusiveMaximum", 1)]
            case .unit: [("minimum", 0), ("maximum", 1)]
            case .nonPositive: [("maximum", 0)]
            case .aboveOne: [("exclusiveMinimum", 1)]
            case .inside: [("exclusiveMinimum", 0), ("exclusiveMaximum", 1)]
            case .aboveZeroToOne: [("exclusiveMinimum", 0), ("maximum", 1)]
            case .atLeastOne: [("minimum", 1)]
            }
        return .object([("type", .string("number"))] + bounds.map { ($0.name, .integer($0.value)) })
    }
}

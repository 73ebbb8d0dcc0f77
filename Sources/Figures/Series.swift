import Drawings
import Optimizers
import Simulation
import Surfaces

/// A line of a panel with curves: numbers against numbers.
struct Series {
    /// As `MathText`, to tell it from the others.
    var label: String
    let style: TrailStyle
    /// In units of the line's width.
    let dash: [Double]
    var points: [SIMD2<Double>]
    /// The quartiles around the median that `points` are; nil for a single run.
    var band: [ClosedRange<Double>?]?
    /// One of many lines of one kind: drawn finer, and without a label of its own.
    var isOneOfMany = false

    /// How much of the line is drawn, the rest being gaps.
    var solidPart: Double {
        let drawn = stride(from: 0, to: dash.count, by: 2).reduce(0) { $0 + dash[$1] }
        return dash.isEmpty ? 1 : drawn / dash.reduce(0, +)
    }
}

extension Series {
    /// The line as far as a step; its points are the steps of a run, from 0.
    func upTo(step: Double) -> Series {
        guard step.isFinite, step < Double(points.count - 1) else { return self }
        let whole = max(0, Int(exactly: max(0, step).rounded(.down)) ?? 0)
        var part = self
        part.points = Array(points.prefix(whole + 1))
        part.band = band.map { Array($0.prefix(whole + 1)) }
        let rest = step - Double(whole)
        if rest > 0, whole + 1 < points.count {
            part.points.append(points[whole] + rest * (points[whole + 1] - points[whole]))
        }
        return part
    }
}

/// Makes the lines of a panel from trajectories.
struct SeriesMaker {
    let specification: CurveSpecification
    /// The surface that a run was made on.
    let surface: (Run) -> Surface
    let families: [RunFamily]
    /// What the axes of the map are called, to name the parameters.
    let parameterNames: (x: String, y: String)

    /// A quantity's value for one parameter, or its only one.
    private struct Variant {
        let quantity: Quantity
        let axis: Int
        let suffix: String
        let dash: [Double]?
    }

    /// How many runs the middle of a band is the median of; 1 where there is no band.
    var repetitions: Int {
        families.map { family in
            Dictionary(grouping: family.trajectories) { $0.run.start }.values.map(\.count).max() ?? 1
        }
        .max() ?? 1
    }

    /// Whether a run has one line, so that its colour names it.
    func hasOneLineEach(_ quantities: [Quantity]) -> Bool { variants(quantities).count == 1 }

    /// - Parameter quantities: those of the specification's `y`.
    func series(_ quantities: [Quantity]) -> [Series] {
        let variants = variants(quantities)
        if !specification.isAlongRuns { return sweepSeries(variants) }
        let labels = RunFamily.shortLabels(families)
        return zip(families, labels).flatMap { family, label in
            variants.flatMap { lines(of: family, label, $0, isOnly: families.count == 1 && variants.count > 1) }
        }
    }

    // MARK: What is shown

    private static let dashes: [[Double]] = [[], [3.2, 1.6], [1.2, 1.2], [6, 1.4, 1.2, 1.4]]

    private func variants(_ quantities: [Quantity]) -> [Variant] {
        var variants: [(Quantity, Int, String)] = []
        for quantity in quantities {
            let name = quantities.count > 1 ? quantity.title : ""
            guard quantity.isPerParameter else {
                variants.append((quantity, 0, name))
                continue
            }
            for (axis, parameter) in [CurveSpecification.Parameter.x, .y].enumerated()
            where specification.parameter == .both || specification.parameter == parameter {
                let symbol = axis == 0 ? parameterNames.x : parameterNames.y
                variants.append((quantity, axis, name.isEmpty ? symbol : "\(name), \(symbol)"))
            }
        }
        return variants.enumerated().map { index, variant in
            let dash = variants.count > 1 ? Self.dashes[index % Self.dashes.count] : nil
            return Variant(
                quantity: variant.0, axis: variant.1, suffix: variants.count > 1 ? variant.2 : "", dash: dash)
        }
    }

    private func name(_ label: String, _ variant: Variant, isOnly: Bool) -> String {
        if isOnly { return variant.suffix }
        return variant.suffix.isEmpty ? label : "\(label), \(variant.suffix)"
    }

    // MARK: Along a run

    private func lines(of family: RunFamily, _ label: String, _ variant: Variant, isOnly: Bool) -> [Series] {
        let dash = variant.dash ?? family.style.dash(1)
        var groups: [[Trajectory]] = []
        for trajectory in family.trajectories {
            if let last = groups.last?.first, last.run.start == trajectory.run.start {
                groups[groups.count - 1].append(trajectory)
            } else {
                groups.append([trajectory])
            }
        }
        var ends = name(label, variant, isOnly: isOnly)
        if family.trajectories.allSatisfy({ if case .diverged = $0.outcome { true } else { false } }) {
            ends += " (ended)"
        }
        return groups.enumerated().map { index, group in
            var series = group.count == 1 ? line(group[0], variant, family, dash) : median(group, variant, family, dash)
            series.label = index == groups.count - 1 ? ends : ""
            series.isOneOfMany = groups.count > 4
            if groups.count > 1 { series.band = nil }
            return series
        }
    }

    private func line(_ run: Trajectory, _ variant: Variant, _ family: RunFamily, _ dash: [Double]) -> Series {
        let points = zip(abscissae(run), variant.quantity.values(run, surface(run.run))).map {
            SIMD2($0, $1[variant.axis])
        }
        return Series(label: "", style: family.style, dash: dash, points: points)
    }

    private func median(_ runs: [Trajectory], _ variant: Variant, _ family: RunFamily, _ dash: [Double]) -> Series {
        let columns = runs.map { run in variant.quantity.values(run, surface(run.run)).map { $0[variant.axis] } }
        let longest = runs.max { $0.points.count < $1.points.count }
        let places = longest.map(abscissae) ?? []
        var band: [ClosedRange<Double>?] = []
        let points = places.indices.map { step -> SIMD2<Double> in
            let values = columns.compactMap { step < $0.count && $0[step].isFinite ? $0[step] : nil }.sorted()
            guard let (low, middle, high) = Self.quartiles(values) else {
                band.append(nil)
                return SIMD2(places[step], .nan)
            }
            band.append(low...high)
            return SIMD2(places[step], middle)
        }
        return Series(label: "", style: family.style, dash: dash, points: points, band: band)
    }

    /// The quartiles of ascending numbers, interpolated linearly (type 7 of Hyndman and Fan 1996, NumPy's default).
    private static func quartiles(_ sorted: [Double]) -> (low: Double, middle: Double, high: Double)? {
        guard !sorted.isEmpty else { return nil }
        func quantile(_ part: Double) -> Double {
            let place = part * Double(sorted.count - 1)
            let index = min(Int(exactly: place.rounded(.down)) ?? 0, sorted.count - 1)
            let next = min(index + 1, sorted.count - 1)
            return sorted[index] + (place - Double(index)) * (sorted[next] - sorted[index])
        }
        return (quantile(0.25), quantile(0.5), quantile(0.75))
    }

    private func abscissae(_ run: Trajectory) -> [Double] {
        switch specification.x {
        case "evaluations": return run.evaluations.map(Double.init)
        case "epoch":
            let samples = surface(run.run).sampleCount
            let size = min(run.run.sampling.batch ?? samples, samples)
            let steps = size > 0 ? (samples - 1) / size + 1 : 1
            return run.points.indices.map { Double($0) / Double(steps) }
        default: return run.points.indices.map(Double.init)
        }
    }

    // MARK: Over a sweep

    /// The last value of each run against a hyperparameter, a line for each entry.
    private func sweepSeries(_ variants: [Variant]) -> [Series] {
        let entries = Dictionary(grouping: families) { $0.trajectories.first?.run.entry ?? "" }
        let order = families.map { $0.trajectories.first?.run.entry ?? "" }
        var seen: Set<String> = []
        let names = order.filter { seen.insert($0).inserted }
        return names.flatMap { name -> [Series] in
            guard let members = entries[name], let style = members.first?.entryStyle else { return [] }
            let label = members.first?.label ?? name
            return variants.map { variant in
                let ends = members.flatMap { $0.trajectories.compactMap { end(of: $0, variant) } }
                let columns = Dictionary(grouping: ends) { $0.x }.sorted { $0.key < $1.key }
                let medians = columns.map { place, values in
                    (place, Self.quartiles(values.map(\.y).filter(\.isFinite).sorted()))
                }
                let hasBand = columns.contains { $0.value.count > 1 }
                return Series(
                    label: self.name(label, variant, isOnly: names.count == 1 && variants.count > 1), style: style,
                    dash: variant.dash ?? style.dash(1),
                    points: medians.map { SIMD2($0, $1?.middle ?? .nan) },
                    band: hasBand ? medians.map { $0.1.map { $0.low...$0.high } } : nil)
            }
        }
    }

    private func end(of run: Trajectory, _ variant: Variant) -> SIMD2<Double>? {
        guard let optimizer = run.run.optimizer,
            let value = optimizer.hyperparameters.first(where: { $0.name == specification.x })?.value,
            case .number(let number) = value
        else { return nil }
        if case .diverged = run.outcome { return SIMD2(number, .nan) }
        return SIMD2(number, variant.quantity.values(run, surface(run.run)).last?[variant.axis] ?? .nan)
    }
}

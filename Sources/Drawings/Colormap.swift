import Spelling

/// A scale of colours from low to high.
public struct Colormap: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        /// From dark to light or from light to dark.
        case sequential
        /// Two hues that meet in the middle, which stands for 0.
        case diverging
    }

    /// As scenes name it; ends in `_r` where the colours run the other way.
    public let name: String
    public let kind: Kind
    /// Who made it, where it is published, and its licence.
    public let source: String
    /// sRGB samples at equal distances, at least two.
    private let samples: [Color]

    /// The colour at a position in 0…1, interpolated between samples; positions outside are clamped, NaN counts as 0.
    public func color(at position: Double) -> Color {
        let scaled = (position > 0 ? min(position, 1) : 0) * Double(samples.count - 1)
        let index = min(Int(exactly: scaled.rounded(.down)) ?? 0, samples.count - 2)
        return samples[index].mixed(with: samples[index + 1], by: scaled - Double(index))
    }

    /// The same colours from high to low.
    public var reversed: Colormap {
        let other = name.hasSuffix(Self.suffix) ? String(name.dropLast(Self.suffix.count)) : name + Self.suffix
        return Colormap(name: other, kind: kind, source: source, samples: samples.reversed())
    }

    private static let suffix = "_r"

    private init(name: String, kind: Kind, source: String, samples: [Color]) {
        (self.name, self.kind, self.source, self.samples) = (name, kind, source, samples)
    }

    private init(_ name: String, _ kind: Kind, _ source: String, _ hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        let samples = stride(from: 0, to: digits.count - 5, by: 6).map { start in
            Color(digits[start..<start + 6].reduce(0) { $0 << 4 | UInt32($1) })
        }
        self.init(name: name, kind: kind, source: source, samples: samples)
    }
}

extension Colormap {
    /// Every colormap there is, in one direction.
    public static let catalogue: [Colormap] = [
        viridis,
        Colormap(
            "cividis", .sequential,
            "Jamie Nuñez, Christopher Anderton and Ryan Renslow 2018, doi 10.1371/journal.pone.0199239, as in matplotlib",
            ColormapSamples.cividis),
        Colormap("magma", .sequential, vanDerWaltAndSmith, ColormapSamples.magma),
        Colormap("inferno", .sequential, vanDerWaltAndSmith, ColormapSamples.inferno),
        Colormap("plasma", .sequential, vanDerWaltAndSmith, ColormapSamples.plasma),
        greys,
        Colormap(
            "coolwarm", .diverging,
            "Kenneth Moreland 2009, doi 10.1007/978-3-642-10520-3_9, as in matplotlib", ColormapSamples.coolwarm),
        Colormap("RdBu", .diverging, brewer, ColormapSamples.rdBu),
        Colormap("vik", .diverging, crameri, ColormapSamples.vik),
        Colormap("berlin", .diverging, crameri, ColormapSamples.berlin),
    ]

    /// The catalogue in both directions.
    public static let all = catalogue + catalogue.map(\.reversed)

    /// The colormap of a name in any spelling; nil where there is none.
    public static func named(_ name: String) -> Colormap? {
        all.first { Name.folded($0.name) == Name.folded(name) }
    }

    /// Dark violet to yellow, perceptually uniform and safe for the colour-blind.
    public static let viridis = Colormap("viridis", .sequential, vanDerWaltAndSmith, ColormapSamples.viridis)

    /// White to black.
    public static let greys = Colormap("greys", .sequential, brewer, ColormapSamples.greys)

    private static let vanDerWaltAndSmith =
        "Stéfan van der Walt and Nathaniel Smith 2015, bids.github.io/colormap, released under CC0"
    private static let brewer = "Cynthia Brewer, colorbrewer2.org, Apache License 2.0"
    private static let crameri = "Fabio Crameri 2018, doi 10.5281/zenodo.1243862, MIT License"
}

/// The scene that `ravine init` writes: each key of the format with its meaning, the optional ones commented out.
public enum TemplateScene {
    public static let text = """
        # A scene for Ravine. Draw it: ravine render scene.yaml
        # Only 'surface' is required; everything else has a default.

        title: RMSprop and Adam in the Rosenbrock valley

        # surface: \(meaning("surface", in: .scene))
        # 'ravine list surfaces' lists the names.
        surface: rosenbrock
        # surface: { name: rosenbrock, parameters: { b: 10 } }
        # surface: { formula: "(1 - x)^2 + b*(y - x^2)^2", parameters: { b: 100 }, minima: [[1, 1]] }
        # surface: { formula: "r^2 - cos(3*r)", where: { r: "sqrt(x^2 + y^2)" } }
        # surface: { grid: landscape.npz }
        # surface: { data: [[0, 1.1], [1, 2.9], [2, 5.2]], model: linear, loss: mse }
        # surface: { name: rosenbrock, vary: { b: [1, 10, 100] } }
        # surface: { name: beale, transform: [{ rotate: 30deg }] }
        # Samples on a grid have:
        \(lines(.grid, after: "grid"))
        # Data have:
        \(lines(.data, after: "data"))
        # A transform is one of:
        \(lines(.transform))

        # surfaces: \(meaning("surfaces", in: .scene))
        # surfaces: { cliff: { formula: "x^2 + 50*max(0, y)^2", domain: { x: [-2, 2], y: [-1, 3] } } }

        # domain: \(meaning("domain", in: .scene))
        domain: { x: [-2, 2], y: [-1, 3] }

        # start: \(meaning("start", in: .scene))
        start: [-1.5, 2]
        # start: { grid: [5, 5] }
        # start: { random: 20, within: { x: [-2, 2], y: [-1, 3] } }
        # start: { circle: { radius: 1, count: 12, center: [0, 0] } }

        # steps: \(meaning("steps", in: .scene))
        steps: 500

        # optimizers: \(meaning("optimizers", in: .scene))
        # 'ravine list optimizers' lists them.
        optimizers:
          - rmsprop: { lr: 0.01, alpha: 0.9 }
          - adam: { lr: 0.05 }
          - sgd: { id: slow, label: "plain descent", lr: 0.0002, steps: 300 }

        # Besides hyperparameters, an optimizer's entry has:
        \(lines(.run))

        # Under 'style' it has:
        \(lines(.runStyle))

        # A run that was made elsewhere stands in the same list: '- recorded: { file: run.csv }'. It has:
        \(lines(.recorded))

        # convention: \(meaning("convention", in: .scene))
        # convention: torch

        # axes: \(meaning("axes", in: .scene))
        # Single quotes keep the backslashes of '$\\alpha$'.
        # axes: { x: '$x_1$', y: '$x_2$' }

        # map: \(meaning("map", in: .scene))
        \(lines(.map))
        # map: { aspect: equal, levels: log }
        # Of these, arrows may have:
        \(lines(.arrows))
        # trails:
        \(lines(.trails))
        # steps:
        \(lines(.steps))
        # inset:
        \(lines(.inset))
        # an annotation:
        \(lines(.annotation))
        # its place, beside a run:
        \(lines(.runStep))
        # Levels given by a mapping have:
        \(lines(.levels))

        # figure: \(meaning("figure", in: .scene))
        \(lines(.figure))
        # figure: { width: 160mm, height: 120mm, dpi: 200, font: Latin Modern, font_size: 9pt }
        # font: a mapping of files or families is { regular: a.otf, italic: b.otf, bold: c.otf, math: d.otf }
        # figure:
        #   layout: [[valley, losses], [valley, legend]]
        #   panels: { valley: map, losses: { curve: { y: loss } } }
        \(KeyTable.panelKinds.map { "# A panel with '\($0.name)' has:\n\(panelLines($0.table))" }.joined(separator: "\n"))
        # A line of a curve's 'lines' is a number, or has:
        \(lines(.line))
        # Colours ('#0072B2' or tab:blue) and lengths (in points) under 'style' are:
        \(lines(.style))

        # animation: \(meaning("animation", in: .scene))
        \(lines(.animation))
        # animation: { fps: 30, duration: 8, hold: 1, pace: log, trails: { fade: 40 } }

        # Further keys:
        #   caption: \(meaning("caption", in: .scene))
        #   extends: \(meaning("extends", in: .scene))
        #   seed: \(meaning("seed", in: .scene))
        #   until: \(meaning("until", in: .scene))
        #   batch: \(meaning("batch", in: .scene))
        #   noise: \(meaning("noise", in: .scene))
        #   seeds: \(meaning("seeds", in: .scene))
        #   ravine: \(meaning("ravine", in: .scene))

        """

    private static func meaning(_ name: String, in table: KeyTable) -> String {
        table.keys.first { $0.name == name }?.meaning ?? ""
    }

    /// Of panels with maps only the keys of their own.
    private static func panelLines(_ table: KeyTable) -> String {
        let own = table.keys.prefix(max(0, table.keys.count - KeyTable.map.keys.count))
        guard table.names.suffix(KeyTable.map.names.count) == KeyTable.map.names[...] else { return lines(table) }
        let told = own.map { "#   \($0.name): \($0.meaning)" } + ["#   and all that 'map' has"]
        return told.joined(separator: "\n")
    }

    /// - Parameter first: a key that has been told.
    private static func lines(_ table: KeyTable, after first: String = "") -> String {
        table.keys.filter { !$0.isLater && $0.name != first }.map { "#   \($0.name): \($0.meaning)" }.joined(
            separator: "\n")
    }
}

import Figures

/// How `animation` is read.
extension Reading {
    /// - Parameter steps: of the longest run; nil where it is unknown.
    mutating func animation(_ node: Node, steps: Int?) -> AnimationSpecification? {
        guard let fields = fields(node, .animation) else { return nil }
        var animation = AnimationSpecification()
        let durations = AnimationSpecification.durations
        if let node = fields["fps"] { animation.fps = number(node, "fps", in: AnimationSpecification.rates) ?? 30 }
        if let node = fields["duration"] { animation.duration = number(node, "duration", in: durations) ?? 8 }
        if let entry = fields.entry("steps_per_frame") {
            if fields["duration"] != nil {
                error(entry.key.location, "'duration' and 'steps_per_frame' exclude each other", help: "keep one")
            }
            animation.duration = nil
            animation.stepsPerFrame = number(entry.value, "steps_per_frame", in: 0.001...1_000_000) ?? 1
        }
        if let node = fields["hold"] { animation.hold = number(node, "hold", in: durations) ?? 0 }
        if let node = fields["pace"] {
            let paces = AnimationSpecification.Pace.allCases.map { ($0.rawValue, $0) }
            animation.pace = choice(node, "pace", among: paces) ?? .linear
        }
        if animation.pace == .log, animation.duration == nil, let entry = fields.entry("pace") {
            error(
                entry.key.location, "'pace: log' needs a duration, and 'steps_per_frame' leaves none",
                help: "give 'duration' instead of 'steps_per_frame'")
        }
        if let node = fields["loop"] { animation.loops = integer(node, "loop", in: 0...65_535) ?? 0 }
        if let node = fields["counter"] { animation.hasCounter = flag(node, "counter") ?? true }
        if let node = fields["trails"] { animation.fade = fade(node) }
        if let node = fields["stills"] { animation.stills = stills(node, steps: steps) }
        checkLength(animation, node, steps: steps)
        return animation
    }

    /// `stay`, or `{ fade: 30 }`.
    private mutating func fade(_ node: Node) -> Int? {
        if node.entries != nil {
            guard let fields = fields(node, .movingTrails) else { return nil }
            return fields["fade"].flatMap { integer($0, "fade", in: 1...1_000_000) }
        }
        _ = choice(node, "trails", among: [("stay", 0)], or: ["{ fade: 30 }, a number of steps"])
        return nil
    }

    private mutating func stills(_ node: Node, steps: Int?) -> [Int] {
        guard let nodes = list(node, "stills", of: "steps") else { return [] }
        guard nodes.count <= 1000 else {
            error(node.location, "'stills' has more than 1000 steps")
            return []
        }
        let last = steps ?? 1_000_000
        return nodes.compactMap { integer($0, "stills", in: 0...last) }
    }

    private mutating func checkLength(_ animation: AnimationSpecification, _ node: Node, steps: Int?) {
        let (_, all) = animation.frameCounts(steps: steps ?? 0)
        guard all > limits.frames else { return }
        error(
            node.location, "the film would have more than \(limits.frames) frames",
            help: Limits.advice("frames", besides: "shorten it or lower 'fps'"))
    }
}

extension KeyTable {
    static let animation = KeyTable(
        "'animation'",
        [
            "fps": .a(.numberIn(AnimationSpecification.rates), "frames a second; 30 by default"),
            "duration": .a(.numberIn(AnimationSpecification.durations), "how many seconds the runs take; 8 by default"),
            "steps_per_frame": .a(.numberIn(0.001...1_000_000), "how many steps a frame adds, instead of a duration"),
            "hold": .a(
                .numberIn(AnimationSpecification.durations), "how many seconds the last frame stands; 0 by default"),
            "pace": .a(
                .choice(AnimationSpecification.Pace.allCases.map(\.rawValue)),
                "linear (the default), or log: slowly at first, then ever faster"),
            "loop": .a(.integer(0...65_535), "how often the film is shown; 0, the default, is endlessly"),
            "trails": .a(
                .either([.choice(["stay"]), .table(.movingTrails)]),
                "stay (the default), or { fade: 30 }: how many steps behind their heads they fade"),
            "counter": .a(.flag, "whether maps tell the step; true by default"),
            "stills": .a(.list(.integer(0...Limits().steps)), "steps to draw as pictures of their own: [0, 5, 20]"),
        ])

    static let movingTrails = KeyTable(
        "'trails'", ["fade": .a(.integer(1...1_000_000), "over how many steps a trail fades")])
}

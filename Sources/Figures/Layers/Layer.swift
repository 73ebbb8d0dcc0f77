import Drawings
import Surfaces

/// One kind of thing on a map: a value with one function from the map to what is drawn.
protocol Layer: Sendable {
    /// What it covers wherever others stand. Those that can choose their place keep clear of it.
    func obstacles(_ map: MapView) -> [Obstacle]

    /// What it draws. Layers above it have chosen their places; what it places itself it adds to the room that is taken.
    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command]
}

extension Layer {
    func obstacles(_ map: MapView) -> [Obstacle] { [] }
}

/// What the layers of a map look at.
struct MapView: Sendable {
    let frame: Frame
    let surface: Surface
    let families: [RunFamily]
    let specification: MapSpecification
    let contours: ContourMap
    let setting: Setting
    let role: Role
    /// As far as they have come at the moment.
    private(set) var trails: [Trail]
    /// From their starts to their ends.
    let wholeTrails: [Trail]
    private(set) var moment = Moment.end
    /// What an inset magnifies; nil without one.
    private(set) var insetContours: ContourMap?
    /// Known minima inside the frame.
    let minima: [SIMD2<Double>]
    /// Found ones inside the frame.
    let criticalPoints: [CriticalPoint]

    /// What kind of map it is, for what its author said nothing of.
    enum Role { case panel, multiple, inset }

    var style: Style { setting.style }
    var lettering: Lettering { setting.lettering }

    init(_ content: MapContent, as role: Role, frame: Frame, contours: ContourMap, _ setting: Setting) {
        (surface, families, specification) = (content.surface, content.families, content.specification)
        (self.frame, self.contours, self.role, self.setting) = (frame, contours, role, setting)
        minima = surface.minima.filter(frame.domain.contains)
        criticalPoints = content.criticalPoints.filter { frame.domain.contains($0.point) }
        wholeTrails = families.flatMap { family in
            let sizes = setting.style.thinned(forTrails: family.trajectories.count)
            return family.trajectories.map { Trail($0, family.style, sizes, frame) }
        }
        trails = wholeTrails
        insetContours = InsetMap.contours(self)
    }

    /// The map at a moment of its film.
    func at(_ moment: Moment) -> MapView {
        var map = self
        map.moment = moment
        map.trails = wholeTrails.map { $0.at(moment) }
        return map
    }

    /// How far beyond its outline a sign on the map reaches.
    static let clearance = 1.5
}

/// The layers of a map over one another, each of them only where it is wanted.
struct MapLayers: Sendable {
    /// Inside the frame, below its outline.
    private let ground: [any Layer]
    /// Above the outline: what may move.
    private let marks: [any Layer]
    private let map: MapView
    /// What is taken when all runs have ended, before any words are placed: no word moves in a film.
    private let taken: Room

    init(_ map: MapView) {
        self.map = map
        let wanted = map.specification
        var ground: [any Layer] = [Bands(), Isolines()]
        if wanted.arrows != nil { ground.append(GradientArrows()) }
        if wanted.labels ?? (map.role == .panel) { ground.append(IsolineLabels()) }
        var marks: [any Layer] = []
        if wanted.trails != nil { marks += [TrailLines(), StepMarks()] as [any Layer] }
        if wanted.critical { marks.append(CriticalSigns()) }
        if wanted.inset != nil { marks.append(InsetOutline()) }
        if wanted.minima { marks.append(MinimumSigns()) }
        if wanted.starts, wanted.trails != nil { marks.append(StartSigns()) }
        if wanted.ends != .none, wanted.trails != nil { marks.append(EndMarks()) }
        if wanted.inset != nil { marks.append(InsetMap()) }
        if !wanted.annotations.isEmpty { marks.append(Annotations()) }
        if map.setting.counter != nil, map.role != .inset { marks.append(StepCounter()) }
        (self.ground, self.marks) = (ground, marks)
        var taken = Room(in: map.frame.box)
        for layer in ground + marks { taken.take(layer.obstacles(map)) }
        self.taken = taken
    }

    /// Everything from the bottom up, and the room it takes.
    ///
    /// - Parameter axes: the frame's outline with what stands around it.
    func drawn(around axes: [Drawing.Command]) -> (commands: [Drawing.Command], room: Room) {
        var room = taken
        let above = placed(marks, on: map, &room)
        let below = placed(ground, on: map, &room)
        return ([.clipped(to: Path(map.frame.box), .nonZero, below)] + axes + above, room)
    }

    /// What stands still: all below the marks, which keep clear of these as they are in the end.
    func still(around axes: [Drawing.Command]) -> [Drawing.Command] {
        var room = taken
        _ = placed(marks, on: map, &room)
        return [.clipped(to: Path(map.frame.box), .nonZero, placed(ground, on: map, &room))] + axes
    }

    /// The marks at a moment; at the end those of a picture.
    func marks(at moment: Moment) -> [Drawing.Command] {
        var room = taken
        return placed(marks, on: map.at(moment), &room)
    }

    /// What some layers draw, the lowest first. They choose their places from the top down: words beside a point have
    /// less choice than those along a line, and arrows have the most.
    private func placed(_ layers: [any Layer], on map: MapView, _ room: inout Room) -> [Drawing.Command] {
        var drawn = layers.map { _ in [Drawing.Command]() }
        for index in layers.indices.reversed() { drawn[index] = layers[index].commands(map, &room) }
        return drawn.flatMap(\.self)
    }
}

import Drawings

/// A figure that moves: what stands still is drawn once, and each moment adds what moves.
public struct FigureFilm: Sendable {
    /// The page with all that stands still.
    public let still: Drawing
    private let parts: PanelParts
    private let end: Moment

    init(still: Drawing, parts: PanelParts, end: Moment) {
        (self.still, self.parts, self.end) = (still, parts, end)
    }

    /// What is drawn over it at a step, which may lie between two whole ones; a pure function of it, on any thread.
    ///
    /// From the last step on this is what a picture of the figure shows.
    public func commands(atStep step: Double) -> [Drawing.Command] {
        guard step < Double(end.lastStep) else { return parts.moved(at: end) }
        return parts.moved(at: Moment(step: max(0, step), fade: end.fade, lastStep: end.lastStep))
    }
}

import Spelling

/// The test functions that Ravine knows by name.
public enum SurfaceCatalogue {
    /// Every entry, the order in which they are listed.
    public static let entries: [SurfaceEntry] = bowlsAndValleys + wellsAndSaddles + ripples

    /// The entry of an id or a name, in any spelling; nil where there is none.
    public static func entry(named name: String) -> SurfaceEntry? {
        index[Name.folded(name)].map { entries[$0] }
    }

    /// Folded ids and names, each with the place of its entry.
    private static let index: [String: Int] = {
        var index: [String: Int] = [:]
        for (place, entry) in entries.enumerated() {
            for name in [entry.id] + entry.names { index[Name.folded(name)] = place }
        }
        return index
    }()
}

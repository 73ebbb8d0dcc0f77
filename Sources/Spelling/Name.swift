/// Names as people type them: `RMSprop`, `rms-prop` and `rms_prop` are one.
public enum Name {
    /// The form in which two names are compared: lower case, without `-`, `_`, spaces, dots, commas, parentheses, `=`
    /// and apostrophes. Letters outside ASCII are kept as they are, but for an en dash, which counts as `-`.
    public static func folded(_ name: String) -> String {
        String(name.lowercased().filter { !"-_ .,()='–".contains($0) })
    }

    /// The candidate that was probably meant, or nil where none is near.
    ///
    /// Near is an edit distance (insertions, deletions, replacements and swaps of neighbours; Damerau 1964, optimal
    /// string alignment) of at most a third of the longer folded name, at least 1; or the name is the beginning of a
    /// candidate. Of several equally near, the first is taken.
    public static func closest(to name: String, among candidates: some Sequence<String>) -> String? {
        let typed = Array(folded(name).prefix(64))
        guard !typed.isEmpty else { return nil }
        var best: (candidate: String, distance: Int)?
        for candidate in candidates {
            let letters = Array(folded(candidate).prefix(64))
            let isBeginning = typed.count >= 3 && letters.starts(with: typed)
            let distance = isBeginning ? 1 : editDistance(typed, letters)
            let reach = Swift.max(1, Swift.max(typed.count, letters.count) / 3)
            guard distance <= reach, distance < best?.distance ?? .max else { continue }
            best = (candidate, distance)
        }
        return best?.candidate
    }

    private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = Swift.min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = Swift.min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}

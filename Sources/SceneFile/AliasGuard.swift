/// Finds aliases that stand, or may stand, in a mapping's key.
///
/// Yams compares the keys of a mapping while it composes, with all aliases in them expanded: thirty short lines can ask
/// for 2^30 comparisons. So such files are refused before they are composed. Aliases as values cost nothing until the
/// nodes are walked, and are bounded there.
///
/// The guard reads characters, not tokens. It errs towards refusing, and only in files that use aliases at all: an alias
/// can be lexed only at the start of a line or after one of `[ { , : - ?`, whatever quotes and comments there are.
enum AliasGuard {
    /// What may stand before a node on its line.
    private static let openers: [Unicode.Scalar] = ["[", "{", ",", ":", "-", "?"]

    /// The place of the first alias that may be part of a key.
    static func firstAliasInKey(of source: SourceFile) -> Location? {
        var first: Location?
        var hasCollectionKeys = false
        for (index, text) in source.lines.enumerated() {
            let line = Array(text.unicodeScalars)
            hasCollectionKeys = hasCollectionKeys || hasCollectionKey(line)
            for place in line.indices where isAlias(line, at: place) {
                let location = Location(source, line: index + 1, scalarColumn: place + 1)
                if isKey(line, aliasAt: place) { return location }
                first = first ?? location
            }
        }
        return hasCollectionKeys ? first : nil
    }

    private static func isAlias(_ line: [Unicode.Scalar], at place: Int) -> Bool {
        guard line[place] == "*", line.indices.contains(place + 1), isNameCharacter(line[place + 1]) else {
            return false
        }
        guard let before = lastVisible(line[..<place]) else { return true }
        return openers.contains(before)
    }

    private static func isKey(_ line: [Unicode.Scalar], aliasAt place: Int) -> Bool {
        let name = line[(place + 1)...].prefix(while: isNameCharacter)
        if line[name.endIndex...].first(where: { !isBlank($0) }) == ":" { return true }
        guard let before = lastVisible(line[..<place]) else { return true }
        switch before {
        case ":", "-", "[": return false
        case ",": return !isInPlainList(line[..<place])
        default: return true
        }
    }

    /// Whether the innermost bracket that is open at the end is certainly a list's: only words, numbers and whole lists of
    /// these stand after its `[`, and no quote or brace that could change what it means.
    private static func isInPlainList(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        var closed = 0
        for scalar in before.suffix(1000).reversed() {
            switch scalar {
            case "[" where closed == 0: return true
            case "[": closed -= 1
            case "]": closed += 1
            case "*", "&", ",", ".", "+": continue
            default: guard isNameCharacter(scalar) || isBlank(scalar) else { return false }
            }
        }
        return false
    }

    /// Whether the line has an explicit key (`? key`), or a list or mapping that serves as a key (`[a, b]: c`).
    private static func hasCollectionKey(_ line: [Unicode.Scalar]) -> Bool {
        for place in line.indices {
            switch line[place] {
            case "?":
                guard let before = lastVisible(line[..<place]) else { return true }
                if openers.contains(before) { return true }
            case ":":
                if let before = lastVisible(line[..<place]), before == "]" || before == "}" { return true }
            default: continue
            }
        }
        return false
    }

    private static func lastVisible(_ before: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        before.last { !isBlank($0) && $0 != "\u{FEFF}" }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

    /// libyaml's characters of an anchor's name.
    private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }
}

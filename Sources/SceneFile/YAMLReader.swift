import Yams

/// Reads a file's text into a tree of nodes with places.
struct YAMLReader: Sendable {
    /// The deepest nesting of a scene.
    static let deepest = 64
    /// The most nodes of a scene, aliases expanded.
    static let mostNodes = 200_000

    /// The tree of a file's bytes; nil where there is none, which is then among the mistakes.
    static func read(_ bytes: [UInt8], name: String, folder: String) -> (
        source: SourceFile, root: Node?, mistakes: [Diagnostic]
    ) {
        let (source, text, mistake) = TextChecks.read(bytes, name: name, folder: folder)
        if let mistake { return (source, nil, [mistake]) }
        let (root, mistakes) = read(text, of: source)
        return (source, root, mistakes)
    }

    /// The tree of a text whose places are those of a file.
    static func read(_ text: String, of source: SourceFile) -> (root: Node?, mistakes: [Diagnostic]) {
        if let place = AliasGuard.firstAliasInKey(of: source) {
            let mistake = Diagnostic(
                at: place, "an alias cannot be part of a key",
                help: "an alias stands for a value: 'key: *name', '- *name' or '[*name, *other]'")
            return (nil, [mistake])
        }
        let result = onLargeStack { compose(text, of: source) }
        return (result?.root, result?.mistakes ?? [])
    }

    private static func compose(_ text: String, of source: SourceFile) -> (root: Node?, mistakes: [Diagnostic]) {
        var keys = DuplicateKeys(text: text)
        while true {
            do {
                let root = try Yams.compose(yaml: keys.text, .basic, .default, .utf8)
                var builder = TreeBuilder(source: source, keys: keys)
                guard let root else { return (nil, [.emptyScene(source)]) }
                let tree = builder.node(root)
                return (tree, builder.mistakes)
            } catch let error as YamlError {
                if case .duplicatedKeysInMapping(let names, let context) = error, let key = names.first,
                    keys.mark(key, line: context.mark.line, scalarColumn: context.mark.column)
                {
                    continue
                }
                return (nil, [.syntax(error, in: source)])
            } catch {
                return (nil, [Diagnostic(at: Location(source, line: 1, column: 1), "the file cannot be read as YAML")])
            }
        }
    }
}

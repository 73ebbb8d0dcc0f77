import Spelling

/// The tree of a scene with the scenes it extends merged into it.
///
/// A scene's own values override those of the scene it names: mappings merge key by key, everything else is replaced,
/// a surface that says of what kind it is among it.
enum SceneTree {
    private static let longestChain = 16
    private static let surfaceKinds: Set<String> = ["name", "formula", "grid", "data"]

    static func read(
        _ bytes: [UInt8], file: String, folder: String, overrides: [SceneOverride] = [], _ reading: inout Reading
    ) -> Node? {
        guard var root = read(bytes, file: file, folder: folder, above: [plain(file)], &reading) else { return nil }
        for override in overrides {
            var writer = OverrideWriter(override)
            root = writer.apply(to: root)
            for mistake in writer.mistakes { reading.diagnostics.add(mistake) }
        }
        return root
    }

    private static func read(
        _ bytes: [UInt8], file: String, folder: String, above: [String], _ reading: inout Reading
    ) -> Node? {
        let (_, root, mistakes) = YAMLReader.read(bytes, name: file, folder: folder)
        for mistake in mistakes { reading.diagnostics.add(mistake) }
        guard let root else { return nil }
        guard root.entries != nil else {
            if case .unreadable = root.content { return nil }
            let found = root.isNull ? "is empty" : "must be a mapping, not \(root.inWords)"
            reading.error(root.location, "a scene \(found)", help: "it begins with lines such as 'surface: rosenbrock'")
            return nil
        }
        guard let entry = root.entries?.first(where: isExtends) else { return root }
        let own = Node(location: root.location, content: .mapping((root.entries ?? []).filter { !isExtends($0) }))
        return merged(own, over: base(of: entry.value, above: above, &reading) ?? unreadable(at: entry))
    }

    private static func isExtends(_ entry: Node.Entry) -> Bool { isExtends(entry.key.text) }

    static func isExtends(_ key: String) -> Bool { Name.folded(key) == "extends" }

    /// What stands for a scene that cannot be read: its surface is not missing, only unknown.
    private static func unreadable(at entry: Node.Entry) -> Node {
        let key = Node.Key(text: "surface", location: entry.key.location)
        let surface = Node(location: entry.value.location, content: .unreadable)
        return Node(location: entry.value.location, content: .mapping([Node.Entry(key: key, value: surface)]))
    }

    /// The scene that is extended.
    private static func base(of node: Node, above: [String], _ reading: inout Reading) -> Node? {
        guard let name = reading.text(node, "extends") else { return nil }
        let path = InputFile.path(name, in: node.location.source.folder)
        guard !above.contains(plain(path)) else {
            reading.error(node.location, "\(quotedPath(name)) extends itself, directly or by way of others")
            return nil
        }
        guard above.count < longestChain else {
            reading.error(node.location, "more than \(longestChain) scenes extend each other")
            return nil
        }
        let bytes: [UInt8]
        reading.inputs.add(path)
        do {
            bytes = try InputFile.read(path)
        } catch {
            reading.diagnostics.add(
                Diagnostic(
                    at: node.location, "cannot read \(quotedPath(name)): \(error.reason)",
                    help: node.location.source.pathAdvice, isMissingFile: true))
            return nil
        }
        let folder = InputFile.folder(of: path)
        return read(bytes, file: path, folder: folder, above: above + [plain(path)], &reading)
    }

    /// - Parameter key: what the mappings are the value of; nil for whole scenes.
    private static func merged(_ own: Node, over base: Node, of key: String? = nil) -> Node {
        guard let ownEntries = own.entries, let baseEntries = base.entries else { return own }
        var entries = baseEntries
        for entry in ownEntries {
            if let place = entries.firstIndex(where: { $0.key.text == entry.key.text }) {
                let value =
                    isWhole(entry, in: key)
                    ? entry.value : merged(entry.value, over: entries[place].value, of: entry.key.text)
                entries[place] = Node.Entry(key: entry.key, value: value)
            } else {
                entries.append(entry)
            }
        }
        return Node(location: own.location, content: .mapping(entries))
    }

    /// A surface that says of what kind it is has nothing left of the one below.
    private static func isWhole(_ entry: Node.Entry, in key: String?) -> Bool {
        (key == nil && entry.key.text == "surface" || key == "surfaces")
            && entry.value.entries?.contains { surfaceKinds.contains(Name.folded($0.key.text)) } == true
    }

    /// A path without detours, so that a circle of files is seen.
    private static func plain(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}

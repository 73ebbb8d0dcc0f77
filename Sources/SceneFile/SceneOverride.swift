import Optimizers
import Spelling

/// A value of a scene that is given from outside of it, as `PATH=VALUE`: `steps=500`, `optimizers.rms.lr=0.1`.
public struct SceneOverride: Sendable {
    /// How messages name the file that an override stands in.
    public static let file = "<command line>"

    /// The parts of the path and where each begins, in characters from 0.
    let path: [(name: String, offset: Int)]
    let source: SourceFile
    /// In Unicode scalars and in characters, up to the value.
    private let prefix: (scalars: Int, characters: Int)
    private let value: Substring

    /// - Parameter text: A path of keys and a value in YAML, with an equals sign between them; nil for anything else.
    public init?(_ text: String) {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        var path: [(name: String, offset: Int)] = []
        var offset = 0
        for part in text[..<sign].split(separator: ".", omittingEmptySubsequences: false) {
            guard !part.isEmpty else { return nil }
            path.append((String(part), offset))
            offset += part.count + 1
        }
        let begin = text.index(after: sign)
        self.path = path
        source = SourceFile(name: Self.file, folder: "", text: text)
        prefix = (text[..<begin].unicodeScalars.count, text[..<begin].count)
        value = text[begin...]
    }

    /// The place of a part of the path.
    func location(ofPart index: Int) -> Location {
        Location(source, line: 1, column: path[index].offset + 1, length: path[index].name.count)
    }

    /// The value as a tree; nil where it is no YAML, which is then among the mistakes.
    func node() -> (root: Node?, mistakes: [Diagnostic]) {
        if value.allSatisfy(\.isWhitespace) {
            let place = Location(source, line: 1, column: prefix.characters + 1)
            return (Node(location: place, content: .scalar(Scalar(text: "", isPlain: true))), [])
        }
        // Blanks in place of the path keep the columns.
        return YAMLReader.read(String(repeating: " ", count: prefix.scalars) + value, of: source)
    }
}

/// Puts overrides into the tree of a scene.
///
/// A path goes down mappings by their keys, in any spelling, and lists by places from 0; optimizers go by their ids as
/// well. What stands in short form gets its long one (`adam` becomes `adam: {}`), and mappings that are missing are made.
struct OverrideWriter {
    let override: SceneOverride
    private(set) var mistakes: [Diagnostic] = []

    init(_ override: SceneOverride) { self.override = override }

    /// The scene with the value in its place; as it was where there is a mistake.
    mutating func apply(to root: Node) -> Node {
        let (value, mistakes) = override.node()
        self.mistakes += mistakes
        guard let value else { return root }
        if SceneTree.isExtends(override.path[0].name) {
            complain(0, "'extends' cannot be given here", help: "it belongs to the file")
            return root
        }
        return write(value, into: root, at: 0) ?? root
    }

    private mutating func complain(_ part: Int, _ message: String, help: String? = nil) {
        mistakes.append(Diagnostic(at: override.location(ofPart: part), message, help: help))
    }

    /// - Parameter part: the part of the path that names something inside the node.
    private mutating func write(_ value: Node, into node: Node, at part: Int) -> Node? {
        guard part < override.path.count else { return value }
        switch node.content {
        case .mapping(let entries): return write(value, into: entries, node.location, at: part)
        case .sequence(let elements): return write(value, into: elements, node.location, at: part)
        case .scalar(let scalar):
            let entries = node.isNull ? [] : longForm(of: scalar, node, at: part)
            guard let entries else {
                let whole = override.path[part - 1].name
                complain(part, "\(quoted(whole)) is \(node.inWords) and has no \(quoted(override.path[part].name))")
                return nil
            }
            return write(value, into: entries, node.location, at: part)
        case .unreadable: return nil
        }
    }

    /// The mapping for which a word stands: `surface: beale` for `surface: { name: beale }`.
    private func longForm(of scalar: Scalar, _ node: Node, at part: Int) -> [Node.Entry]? {
        guard scalar.value == .text else { return nil }
        let above = override.path[..<part].map { Name.folded($0.name) }
        func entry(_ key: String, _ value: Node) -> [Node.Entry] {
            [Node.Entry(key: Node.Key(text: key, location: node.location), value: value)]
        }
        if above == ["surface"] || (above.first == "surfaces" && above.count == 2) { return entry("name", node) }
        if above.last == "font" { return entry("regular", node) }
        if above.last == "schedule" || (above.dropLast() == ["figure", "panels"]) {
            return entry(scalar.text, Node(location: node.location, content: .mapping([])))
        }
        return nil
    }

    private mutating func write(
        _ value: Node, into entries: [Node.Entry], _ location: Location, at part: Int
    ) -> Node? {
        let name = override.path[part].name
        var entries = entries
        let place = entries.firstIndex { Name.folded($0.key.text) == Name.folded(name) }
        let key = Node.Key(text: place.map { entries[$0].key.text } ?? name, location: override.location(ofPart: part))
        let old = place.map { entries[$0].value } ?? Node(location: key.location, content: .mapping([]))
        guard let new = write(value, into: old, at: part + 1) else { return nil }
        let entry = Node.Entry(key: key, value: new)
        if let place { entries[place] = entry } else { entries.append(entry) }
        return Node(location: location, content: .mapping(entries))
    }

    private mutating func write(
        _ value: Node, into elements: [Node], _ location: Location, at part: Int
    ) -> Node? {
        let isOptimizers = part == 1 && Name.folded(override.path[0].name) == "optimizers"
        let names = isOptimizers ? Self.ids(of: elements) : []
        guard let (index, next) = place(at: part, among: elements, names) else { return nil }
        var elements = elements
        if names.isEmpty || next == override.path.count {
            guard let new = write(value, into: elements[index], at: next) else { return nil }
            elements[index] = new
        } else {
            let (key, settings) = Self.optimizer(elements[index])
            guard let key, let new = write(value, into: settings, at: next) else { return nil }
            let entry = Node.Entry(key: key, value: new)
            elements[index] = Node(location: elements[index].location, content: .mapping([entry]))
        }
        return Node(location: location, content: .sequence(elements))
    }

    /// The element that a part of the path names, and the part that follows. An id may have dots in it.
    private mutating func place(
        at part: Int, among elements: [Node], _ names: [String]
    ) -> (index: Int, next: Int)? {
        let rest = override.path[part...]
        for count in stride(from: rest.count, to: 0, by: -1) {
            let name = rest.prefix(count).map(\.name).joined(separator: ".")
            if let index = names.firstIndex(where: { Name.folded($0) == Name.folded(name) }) {
                return (index, part + count)
            }
        }
        let name = override.path[part].name
        let list = override.path[part - 1].name
        if let index = Int(name) {
            if elements.indices.contains(index) { return (index, part + 1) }
            complain(
                part, "\(quoted(list)) has no entry \(name)",
                help: elements.isEmpty ? "it is empty" : "entries count from 0 to \(elements.count - 1)")
            return nil
        }
        let near = Name.closest(to: name, among: names).map { "did you mean '\($0)'?" }
        complain(
            part, "no entry of \(quoted(list)) has the id \(quoted(name))",
            help: near
                ?? (names.isEmpty ? "entries go by their places from 0" : "there are \(names.joined(separator: ", "))"))
        return nil
    }

    /// The key and the settings of an item of `optimizers`.
    private static func optimizer(_ item: Node) -> (key: Node.Key?, settings: Node) {
        let none = Node(location: item.location, content: .mapping([]))
        if let scalar = item.scalar, !item.isNull {
            return (Node.Key(text: scalar.text, location: item.location), none)
        }
        guard let entry = item.entries?.first else { return (nil, none) }
        return (entry.key, entry.value)
    }

    /// What the items of `optimizers` are called: as in data files, a sweep by its plain id.
    private static func ids(of items: [Node]) -> [String] {
        let optimizers = items.map(optimizer)
        let own = optimizers.map { item in
            item.settings.entries?.first { Name.folded($0.key.text) == "id" }?.value.scalar?.text
        }
        var taken = Set(own.compactMap(\.self))
        return zip(optimizers, own).map { item, id in
            if let id { return id }
            let name = item.key?.text ?? ""
            let plain = OptimizerCatalogue.entry(named: name)?.id ?? name
            var candidates = sequence(first: 1) { $0 + 1 }.lazy.map { $0 == 1 ? plain : "\(plain)-\($0)" }
                .makeIterator()
            while let id = candidates.next() {
                if taken.insert(id).inserted { return id }
            }
            return plain
        }
    }
}

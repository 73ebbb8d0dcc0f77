import Spelling
import Yams

/// Makes a tree of our own of Yams' nodes, within bounds.
struct TreeBuilder {
    private let source: SourceFile
    private let keys: DuplicateKeys
    private(set) var mistakes: [Diagnostic] = []
    private var count = 0

    init(source: SourceFile, keys: DuplicateKeys) {
        self.source = source
        self.keys = keys
    }

    private var isFull: Bool { count > YAMLReader.mostNodes }

    mutating func node(_ node: Yams.Node, depth: Int = 0) -> Node {
        count += 1
        if depth > YAMLReader.deepest {
            return refused(node.mark, "the values are nested deeper than \(YAMLReader.deepest) levels")
        }
        if count == YAMLReader.mostNodes + 1 {
            return refused(
                node.mark, "the scene has more than \(YAMLReader.mostNodes) values",
                help: "each alias counts as all the values it stands for")
        }
        switch node {
        case .scalar(let scalar): return self.scalar(scalar)
        case .sequence(let sequence):
            guard sequence.tag.description.isEmpty else { return tagged(sequence.mark, sequence.tag) }
            var elements: [Node] = []
            for element in sequence where !isFull { elements.append(self.node(element, depth: depth + 1)) }
            return Node(location: location(sequence.mark), content: .sequence(elements))
        case .mapping(let mapping):
            guard mapping.tag.description.isEmpty else { return tagged(mapping.mark, mapping.tag) }
            let entries = entries(of: mapping, depth: depth)
            let isEmptied = entries.isEmpty && !mapping.isEmpty
            return Node(location: location(mapping.mark), content: isEmptied ? .unreadable : .mapping(entries))
        case .alias(let alias): return refused(alias.mark, "an alias without its anchor")
        }
    }

    private mutating func entries(of mapping: Yams.Node.Mapping, depth: Int) -> [Node.Entry] {
        var entries: [Node.Entry] = []
        var places: [String: Location] = [:]
        for (key, value) in mapping where !isFull {
            count += 1
            guard case .scalar(let scalar) = key else {
                _ = refused(key.mark, "a key must be a single word, not a list or a mapping")
                continue
            }
            let text = keys.restored(scalar.string)
            let place = location(scalar.mark, of: text)
            if let first = places[text] {
                mistakes.append(.duplicate(text, at: place, first: first))
                continue
            }
            places[text] = place
            let content = node(value, depth: depth + 1)
            entries.append(Node.Entry(key: Node.Key(text: text, location: place), value: content))
        }
        return entries
    }

    private mutating func scalar(_ scalar: Yams.Node.Scalar) -> Node {
        let tag = scalar.tag.description
        guard tag.isEmpty || scalar.tag.description == Tag.Name.str.rawValue else {
            return tagged(scalar.mark, scalar.tag)
        }
        let place = location(scalar.mark, of: scalar.string)
        if let control = scalar.string.unicodeScalars.first(where: { $0.isControl && $0 != "\n" && $0 != "\t" }) {
            let message = "the text holds the control character U+\(hexadecimal(control.value))"
            let help = "in double quotes a backslash begins an escape: write the text in single quotes"
            mistakes.append(Diagnostic(at: place, message, help: help))
            return Node(location: place, content: .unreadable)
        }
        let isPlain = scalar.style == .plain && tag.isEmpty
        return Node(location: place, content: .scalar(Scalar(text: scalar.string, isPlain: isPlain)))
    }

    private mutating func tagged(_ mark: Mark?, _ tag: Tag) -> Node {
        let name = tag.description.replacing("tag:yaml.org,2002:", with: "!!")
        return refused(mark, "the tag \(quoted(name)) means nothing here", help: "remove it; quotes make a value text")
    }

    private mutating func refused(_ mark: Mark?, _ message: String, help: String? = nil) -> Node {
        let place = location(mark)
        mistakes.append(Diagnostic(at: place, message, help: help))
        return Node(location: place, content: .unreadable)
    }

    private func location(_ mark: Mark?, of text: String = "") -> Location {
        Location(source, line: mark?.line ?? 1, scalarColumn: mark?.column ?? 1, text: text)
    }
}

extension Diagnostic {
    /// A key that stands twice, with both places.
    static func duplicate(_ key: String, at place: Location, first: Location) -> Diagnostic {
        Diagnostic(
            at: place, "the key \(quoted(key)) stands twice in this mapping",
            help: "it first stands at line \(first.line), column \(first.column); remove one of them")
    }
}

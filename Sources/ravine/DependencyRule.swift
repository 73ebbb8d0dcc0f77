/// What a file was made from, as Make and Ninja read it.
struct DependencyRule {
    let target: String
    let prerequisites: [String]

    /// The text of a dependency file: a rule for each target, then one without a recipe for each prerequisite, so that
    /// one that is gone later does not stop Make.
    static func text(of rules: [DependencyRule]) -> String {
        var text = ""
        var known: Set<String> = []
        var alone: [String] = []
        for rule in rules {
            var own: Set<String> = []
            let prerequisites = rule.prerequisites.filter { own.insert($0).inserted }
            text += ([escaped(rule.target) + ":"] + prerequisites.map(escaped)).joined(separator: " \\\n  ") + "\n"
            alone += prerequisites.filter { known.insert($0).inserted }
        }
        return text + alone.map { "\(escaped($0)):\n" }.joined()
    }

    /// A path as GNU Make reads it in a rule: backslashes count only before what they protect.
    static func escaped(_ path: String) -> String {
        var text = ""
        var backslashes = 0
        for character in path {
            switch character {
            case "$": text += "$$"
            case " ", "\t", "#", ":", "*", "?", "[", "]", "%":
                text += String(repeating: "\\", count: backslashes + 1) + String(character)
            default: text.append(character)
            }
            backslashes = character == "\\" ? backslashes + 1 : 0
        }
        return text
    }
}

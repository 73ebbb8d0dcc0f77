import ArgumentParser
import SceneFile

/// The formats a figure can be written in; the raw value is the file's suffix.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case png

    /// The format a file's suffix names; nil where it names none.
    init?(pathSuffix path: String) {
        let name = InputFile.lastPart(of: path)
        guard let dot = name.lastIndex(of: ".") else { return nil }
        self.init(rawValue: name[name.index(after: dot)...].lowercased())
    }
}

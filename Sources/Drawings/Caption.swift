/// A drawing in words, as plain text without mathematics' dollar signs: for readers who cannot see it, and for programs
/// that list or search files. Formats without a place for it leave it out.
public struct Caption: Hashable, Sendable {
    /// What the drawing is called, in a line.
    public var title: String
    /// What is to be seen, in a few sentences.
    public var summary: String

    /// A caption that says nothing unless told what.
    public init(title: String = "", summary: String = "") {
        (self.title, self.summary) = (title, summary)
    }
}

import ArgumentParser
import Export
import Foundation

@main
struct Ravine: ParsableCommand {
    // Commands give their names, which saves the parser deriving them from types, a millisecond each time.
    static let configuration = CommandConfiguration(
        commandName: "ravine",
        abstract: "Draws how optimizers move on 2-D loss surfaces.",
        discussion: "Start with 'ravine init', then 'ravine render scene.yaml'.",
        version: "0.1.0",
        subcommands: [
            Render.self, Watch.self, Simulate.self, Evaluate.self, Check.self, List.self, Schema.self, Init.self,
        ])

    static func main() {
        // A closed pipe is an error of the write that meets it, not a sudden death.
        signal(SIGPIPE, SIG_IGN)
        // So is a file that must not grow any further.
        signal(SIGXFSZ, SIG_IGN)
        Interruption.cleansUp()
        self.main(nil)
    }
}

import Foundation
import Testing

/// Scenes that name files of data, from the command line.
@Suite struct DataCommandTests {
    private let table = "x,y,loss\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"

    @Test func aGridIsReadBesideItsScene() throws {
        let workshop = try Workshop()
        try workshop.write("surface: { grid: data/loss.csv }\n", to: "scenes/plane.yaml")
        try workshop.write(table, to: "scenes/data/loss.csv")
        let outcome = try workshop.ravine("render", "scenes/plane.yaml")
        #expect(outcome.status == 0 && outcome.errors == "")
        let value = try workshop.ravine("evaluate", "--at", "0.5,0.25", "scenes/plane.yaml")
        #expect(value.output.contains("\"value\": 2.0") && value.output.contains("\"gradient\": [1.0, 2.0]"))
        #expect(try workshop.ravine("evaluate", "--at", "0,0", "missing.yaml").status == 66)
    }

    /// What is wrong in a data file is told at its line, and nothing is written.
    @Test(arguments: [
        ("0,0,1\n1,0,high\n", 65, "loss.csv:2:5: error: 'high' is not a number"),
        ("x,y,loss\n0,0,1\n0,0\n", 65, "loss.csv:3:1: error: the row has fewer than the 3 fields of the first line"),
        (nil, 66, "plane.yaml:1:18: error: cannot read 'loss.csv': no such file"),
    ])
    func badDataLeaveNothing(_ text: String?, _ status: Int32, _ message: String) throws {
        let workshop = try Workshop()
        try workshop.write("surface: { grid: loss.csv }\n", to: "plane.yaml")
        if let text { try workshop.write(text, to: "loss.csv") }
        for command in [["render", "plane.yaml"], ["simulate", "plane.yaml"], ["evaluate", "plane.yaml"]] {
            let outcome = try workshop.ravine(command)
            #expect(outcome.status == status && outcome.output == "")
            #expect(outcome.errors.hasPrefix(message + "\n"))
        }
        let files = try workshop.files(in: ".").filter { !$0.hasSuffix(".text") }
        #expect(files == (text == nil ? ["plane.yaml"] : ["loss.csv", "plane.yaml"]))
    }

    @Test func randomRunsSayWhatTheySaw() throws {
        let workshop = try Workshop()
        let scene = "surface: { data: [[0, 1], [1, 3], [2, 5]] }\nsteps: 2\nseeds: 2\n"
        try workshop.write(scene + "optimizers: [sgd: { lr: 0.1, batch: 1 }]\n", to: "a.yaml")
        let json = try workshop.ravine("simulate", "a.yaml").output
        #expect(json.contains("\"id\": \"sgd#2\"") && json.contains("\"full_gradients\""))
        let rows = try workshop.ravine("simulate", "a.yaml", "--format", "csv").output.split(separator: "\n")
        #expect(rows.count == 7 && rows[0].hasSuffix("grad_norm,update_norm,lr,evaluations,full_grad_x,full_grad_y"))
        #expect(
            rows[0].split(separator: ",").count == rows[1].split(separator: ",", omittingEmptySubsequences: false).count
        )
    }
}

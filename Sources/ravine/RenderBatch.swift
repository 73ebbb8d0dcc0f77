import Foundation
import Workers

/// Scenes that are drawn by several threads and written by one, in the order of the command line: what is told, printed
/// and written does not depend on the number of threads.
struct RenderBatch: Sendable {
    let plan: RenderPlan
    let painter: ScenePainter
    let jobs: Int
    /// Whether the first scene that fails is the last.
    let stopsAtFailure: Bool
    /// Where to tell Make what each output was made from.
    let depfile: String?
    /// How films are made; nil where pictures are.
    var film: FilmRender?

    private struct Stopped: Error {}

    /// How many pictures wait to be written while others are drawn, for each thread.
    private static let lead = 2

    /// Draws all scenes, and goes on after one that fails.
    ///
    /// - Returns: the files that the scenes were made from and those that they name in vain.
    @discardableResult
    func run(_ verdict: inout Verdict) -> [String] {
        var counts = (drawn: 0, failed: 0)
        var rules: [DependencyRule] = []
        func tell(_ item: RenderPlan.Item, _ findings: Findings) throws(Stopped) {
            verdict.tell(findings)
            rules.append(DependencyRule(target: item.output, prerequisites: findings.inputs))
            if findings.hasFailed { counts.failed += 1 } else { counts.drawn += 1 }
            if findings.hasFailed, stopsAtFailure { throw Stopped() }
        }
        do { try film == nil ? drawPictures(tell) : makeFilms(tell) } catch {}
        summarize(counts.drawn, counts.failed, &verdict)
        if let depfile, counts.failed == 0 { write(rules, to: depfile, &verdict) }
        return rules.flatMap(\.prerequisites)
    }

    private func drawPictures(_ tell: (RenderPlan.Item, Findings) throws(Stopped) -> Void) throws(Stopped) {
        // Each scene is drawn by one thread where there are enough of them to keep all threads busy to the end.
        let isManyScenes = plan.items.count >= 2 * jobs
        let line = OrderedLine(
            plan.items.count, workers: isManyScenes ? jobs - 1 : 0, lead: Self.lead * jobs
        ) { [self] in
            { index in painter.paint(plan.items[index].input, jobs: isManyScenes ? 1 : jobs) }
        }
        try line.take { index, picture throws(Stopped) in
            let item = plan.items[index]
            var findings = picture.findings
            if let bytes = picture.bytes { write(bytes, to: item.output, &findings) }
            try tell(item, findings)
        }
    }

    /// One film after the other, each with all threads.
    private func makeFilms(_ tell: (RenderPlan.Item, Findings) throws(Stopped) -> Void) throws(Stopped) {
        guard let film else { return }
        for item in plan.items {
            var findings = Findings()
            if let scene = painter.scene(item.input, &findings) {
                do {
                    try film.write(scene, to: item.output, makesFolders: plan.makesFolders) { findings.warn($0) }
                    findings.inputs += try RenderPipeline.fontFiles(scene.figure.fonts).all
                } catch let failure as Failure {
                    findings.note(failure)
                } catch {
                    findings.note(Failure(status: .defect, message: "\(scene.name): \(error)"))
                }
            }
            try tell(item, findings)
        }
    }

    private func write(_ bytes: [UInt8], to output: String, _ findings: inout Findings) {
        do {
            if plan.makesFolders { try OutputFolder.create(for: output) }
            try RenderPipeline.write(bytes, to: output)
            if output != "-" { try StandardOutput.print(output + "\n") }
        } catch let failure as Failure {
            findings.note(failure)
        } catch {
            findings.note(Failure(status: .defect, message: "\(output): \(error)"))
        }
    }

    private func summarize(_ drawn: Int, _ failed: Int, _ verdict: inout Verdict) {
        let count = plan.items.count
        guard count > 1, failed > 0 else { return }
        var text = "\(drawn) of \(count) scenes drawn; \(failed) failed"
        if drawn + failed < count { text += ", \(count - drawn - failed) not begun" }
        var findings = Findings()
        findings.remark(text)
        verdict.tell(findings)
    }

    private func write(_ rules: [DependencyRule], to path: String, _ verdict: inout Verdict) {
        do {
            try OutputFolder.create(for: path)
            try RenderPipeline.write(Array(DependencyRule.text(of: rules).utf8), to: path)
        } catch let failure as Failure {
            verdict.note(failure)
        } catch {
            verdict.note(Failure(status: .defect, message: "\(path): \(error)"))
        }
    }
}

import Export
import Foundation
import SceneFile

/// Writes the films of scenes, one after the other, each with all threads.
struct FilmRender: Sendable {
    let format: OutputFormat
    let jobs: Int
    /// Which frames of numbered ones; nil for all.
    var frames: FrameSelection?
    /// Whether only missing frames of numbered ones are drawn.
    var resumes = false

    /// nil for a format of pictures.
    ///
    /// - Throws: `Failure` with status 64 where an option is not for the format.
    init?(format: OutputFormat, jobs: Int, frames: FrameSelection?, resumes: Bool) throws {
        (self.format, self.jobs, self.frames, self.resumes) = (format, jobs, frames, resumes)
        if case .frames = format.content { return }
        if frames != nil { throw Failure(status: .usage, message: "--frames is for --format frames") }
        if resumes { throw Failure(status: .usage, message: "--resume is for --format frames") }
        if case .picture = format.content { return nil }
    }

    /// - Parameters:
    ///   - makesFolders: whether the folder of the output is made where it is missing.
    ///   - warn: is given what disturbs nobody but the looker.
    func write(_ scene: Scene, to output: String, makesFolders: Bool, warn: (String) -> Void) throws {
        let pipeline = try FilmPipeline(scene, jobs: jobs)
        pipeline.missing.map(warn)
        switch format.content {
        case .picture: break
        case .frames:
            let numbered = NumberedFrames(
                film: pipeline.film, folder: output, fingerprint: pipeline.fingerprint, jobs: jobs)
            let all = Array(0..<pipeline.film.frameCount)
            try numbered.write(frames?.frames(of: all.count) ?? all, resumes: resumes)
        case .stills: try writeStills(pipeline, scene, to: output)
        case .film(let encode):
            if makesFolders { try OutputFolder.create(for: output) }
            var progress = Progress(scene.name, of: pipeline.film.frameCount)
            try RenderPipeline.exporting { () throws(ExportError) in
                try encode(pipeline.film, output, jobs) { progress.done($0) }
            }
            progress.end()
            if output != "-" { try StandardOutput.print(output + "\n") }
        }
    }

    private func writeStills(_ pipeline: FilmPipeline, _ scene: Scene, to folder: String) throws {
        guard !pipeline.handoutSteps.isEmpty else {
            throw Failure(
                status: .data, message: "\(scene.name) names no steps to draw",
                help: "add 'animation: { stills: [0, 5, 20] }' to the scene")
        }
        try OutputFolder.create(for: folder + "/.")
        let digits = String(pipeline.handoutSteps.max() ?? 0).count
        var paths: [String] = []
        try RenderPipeline.exporting { () throws(ExportError) in
            let all = Array(pipeline.handoutSteps.indices)
            try pipeline.handouts.stills(all, jobs: jobs) { index, bytes throws(ExportError) in
                let step = String(pipeline.handoutSteps[index])
                let number = String(repeating: "0", count: max(0, digits - step.count)) + step
                let path = "\(folder)/step-\(number).png"
                try WholeFile.write(bytes, to: path)
                paths.append(path)
            }
        }
        for path in paths { try StandardOutput.print(path + "\n") }
    }
}

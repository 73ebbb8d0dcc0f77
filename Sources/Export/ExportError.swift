import Raster

/// Why a drawing did not become a file.
public enum ExportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The page has an impossible size or scale.
    case raster(RasterError)
    /// The page has sides, in points, that a vector format cannot state.
    case page(width: Double, height: Double)
    /// The encoder failed.
    case encoding(String)
    /// The file cannot be created: its folder is missing or not writable, or a folder bears its name (exit code 73).
    case cannotCreate(path: String, reason: String)
    /// Writing failed halfway: a full disk, a broken pipe (exit code 74). No part of the file is left behind.
    case writing(path: String, reason: String)

    /// A program that must be there is not (exit code 69).
    case missingProgram(String)
    /// Another program failed while it wrote the file (exit code 74). No part of the file is left behind.
    case program(String, path: String, reason: String)

    public var description: String {
        switch self {
        case .raster(.size(let width, let height)): "a picture of \(width) × \(height) pixels cannot be drawn"
        case .raster(.scale(let scale)): "a picture cannot be drawn at \(scale) pixels a point"
        case .page(let width, let height): "a page of \(width) × \(height) points cannot be drawn"
        case .encoding(let reason): "the picture cannot be encoded: \(reason)"
        case .cannotCreate(let path, let reason): "\(path) cannot be created: \(reason)"
        case .missingProgram(let name): "the program \(name) is missing"
        case .program(let name, let path, let reason): "\(path) cannot be written: \(name): \(reason)"
        case .writing(let path, let reason): "\(path) cannot be written: \(reason)"
        }
    }
}

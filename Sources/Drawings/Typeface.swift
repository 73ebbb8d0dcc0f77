import CFreeType
import CHarfBuzz

/// One font file, opened: HarfBuzz shapes text with it (kerning included), FreeType gives the outlines.
///
/// All lengths are in the font's own units, unhinted, so that layout does not depend on the output's resolution.
/// HarfBuzz does the shaping because STIX keeps its kerning in the GPOS table, which FreeType does not read.
final class Typeface {
    let unitsPerEm: Double
    private let library: FT_Library
    private let face: FT_Face
    let shaper: OpaquePointer
    /// Whether the font tells how mathematics is set with it (the MATH table).
    let isMathematical: Bool
    private let buffer: OpaquePointer
    private var outlines: [UInt32: Path] = [:]

    /// The feature `ssty`.
    private static let scriptStyle: hb_tag_t = 0x7373_7479

    struct Glyph {
        let index: UInt32
        /// Where the glyph's origin lies relative to the run's, y up.
        let offset: Point
    }

    init(path: String) throws(FontError) {
        var library: FT_Library?
        guard FT_Init_FreeType(&library) == 0, let library else { throw .unreadable(path: path) }
        var face: FT_Face?
        guard FT_New_Face(library, path, 0, &face) == 0, let face, face.pointee.units_per_EM > 0 else {
            FT_Done_FreeType(library)
            throw .unreadable(path: path)
        }
        let blob = hb_blob_create_from_file(path)
        let shapingFace = hb_face_create(blob, 0)
        // FreeType reads kinds of fonts that HarfBuzz cannot shape with.
        guard hb_face_get_glyph_count(shapingFace) > 0 else {
            hb_face_destroy(shapingFace)
            hb_blob_destroy(blob)
            FT_Done_Face(face)
            FT_Done_FreeType(library)
            throw .unreadable(path: path)
        }
        shaper = hb_font_create(shapingFace)
        isMathematical = hb_ot_math_has_data(shapingFace) != 0
        hb_face_destroy(shapingFace)
        hb_blob_destroy(blob)
        buffer = hb_buffer_create()
        unitsPerEm = Double(face.pointee.units_per_EM)
        self.library = library
        self.face = face
    }

    deinit {
        hb_buffer_destroy(buffer)
        hb_font_destroy(shaper)
        FT_Done_Face(face)
        FT_Done_FreeType(library)
    }

    func has(_ scalar: Unicode.Scalar) -> Bool { FT_Get_Char_Index(face, FT_ULong(scalar.value)) != 0 }

    /// The glyph of one character, unshaped; nil where the font has none.
    func glyph(_ scalar: Unicode.Scalar) -> UInt32? {
        let index = FT_Get_Char_Index(face, FT_ULong(scalar.value))
        return index == 0 ? nil : UInt32(index)
    }

    /// The glyphs of a run in visual order, and how far the pen moves.
    ///
    /// - Parameter script: 1 for scripts and 2 for scripts of scripts, for which fonts may have sturdier shapes.
    func shape(_ text: String, script: Int = 0) -> (glyphs: [Glyph], advance: Double) {
        hb_buffer_clear_contents(buffer)
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                hb_buffer_add_utf8(buffer, $0.baseAddress, Int32($0.count), 0, Int32($0.count))
            }
        }
        hb_buffer_guess_segment_properties(buffer)
        var sturdier = hb_feature_t(
            tag: Self.scriptStyle, value: UInt32(script), start: 0, end: UInt32.max)
        hb_shape(shaper, buffer, &sturdier, script > 0 ? 1 : 0)
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
            let positions = hb_buffer_get_glyph_positions(buffer, &count)
        else { return ([], 0) }
        var pen = Point(0, 0)
        var glyphs: [Glyph] = []
        for index in 0..<Int(count) {
            let position = positions[index]
            let shift = Point(Double(position.x_offset), Double(position.y_offset))
            glyphs.append(Glyph(index: infos[index].codepoint, offset: pen + shift))
            pen += Point(Double(position.x_advance), Double(position.y_advance))
        }
        return (glyphs, pen.x)
    }

    /// How far the pen moves over a glyph that stands alone.
    func advance(_ glyph: UInt32) -> Double { Double(hb_font_get_glyph_h_advance(shaper, glyph)) }

    /// The outline of a glyph, y up; empty where the font cannot give one.
    func outline(_ glyph: UInt32) -> Path {
        if let known = outlines[glyph] { return known }
        var path = Path()
        // FT_LOAD_NO_SCALE: the outline as designed, in font units.
        if FT_Load_Glyph(face, glyph, FT_Int32(FT_LOAD_NO_SCALE)) == 0 {
            path = OutlineReader(face.pointee.glyph.pointee.outline).path()
        }
        outlines[glyph] = path
        return path
    }
}

/// Turns FreeType's tagged points into verbs: quadratic (TrueType, with implied points) and cubic (CFF) alike.
private struct OutlineReader {
    let outline: FT_Outline

    init(_ outline: FT_Outline) { self.outline = outline }

    func path() -> Path {
        var path = Path()
        var first = 0
        for contour in 0..<Int(outline.n_contours) {
            let last = Int(outline.contours[contour])
            if last > first { append(first...last, to: &path) }
            first = last + 1
        }
        return path
    }

    private func point(_ index: Int) -> Point {
        Point(Double(outline.points[index].x), Double(outline.points[index].y))
    }
    private func isOnCurve(_ index: Int) -> Bool { outline.tags[index] & 1 != 0 }
    private func isCubic(_ index: Int) -> Bool { outline.tags[index] & 2 != 0 }

    private func append(_ range: ClosedRange<Int>, to path: inout Path) {
        // Begin at a point on the curve; a TrueType contour of controls alone begins between the last and the first.
        let count = range.count
        let anchor = range.first(where: isOnCurve)
        let start = anchor.map(point) ?? (point(range.lowerBound) + point(range.upperBound)) / 2
        path.move(to: start)
        var controls: [Point] = []
        let begin = anchor.map { $0 + 1 } ?? range.lowerBound
        for step in 0..<(anchor == nil ? count : count - 1) {
            let index = range.lowerBound + (begin - range.lowerBound + step) % count
            if isOnCurve(index) {
                emit(controls, to: point(index), in: &path)
                controls = []
            } else {
                if controls.count == 1, !isCubic(index) {
                    let implied = (controls[0] + point(index)) / 2
                    emit(controls, to: implied, in: &path)
                    controls = []
                }
                controls.append(point(index))
            }
        }
        if !controls.isEmpty { emit(controls, to: start, in: &path) }
        path.close()
    }

    private func emit(_ controls: [Point], to end: Point, in path: inout Path) {
        switch controls.count {
        case 0: path.line(to: end)
        case 1: path.quadratic(controls[0], to: end)
        default: path.cubic(controls[0], controls[1], to: end)
        }
    }
}

import CHarfBuzz

/// What a font's MATH table says of its glyphs, in font units.
extension Typeface {
    /// How far a slanted glyph leans over the pen's place behind it; nil where the font does not say.
    func italicCorrection(_ glyph: UInt32) -> Double? {
        isMathematical ? Double(hb_ot_math_get_glyph_italics_correction(shaper, glyph)) : nil
    }

    /// Where along x an accent stands over the glyph; nil where the font does not say.
    func accentAttachment(_ glyph: UInt32) -> Double? {
        isMathematical ? Double(hb_ot_math_get_glyph_top_accent_attachment(shaper, glyph)) : nil
    }

    /// How thick the rules of fractions are; nil where the font does not say.
    var ruleThickness: Double? {
        isMathematical
            ? Double(hb_ot_math_get_constant(shaper, HB_OT_MATH_CONSTANT_FRACTION_RULE_THICKNESS)) : nil
    }

    /// Larger forms of a glyph, the smallest first, the glyph itself among them.
    func variants(of glyph: UInt32, upright isVertical: Bool) -> [UInt32] {
        var count: UInt32 = 32
        var found = [hb_ot_math_glyph_variant_t](repeating: .init(), count: Int(count))
        _ = hb_ot_math_get_glyph_variants(
            shaper, glyph, isVertical ? HB_DIRECTION_BTT : HB_DIRECTION_LTR, 0, &count, &found)
        let variants = found.prefix(Int(count)).map(\.glyph)
        return variants.isEmpty ? [glyph] : variants
    }

    /// A piece of a glyph that is put together to any height.
    struct Part {
        let glyph: UInt32
        /// Whether it may stand there any number of times, or not at all.
        let isRepeated: Bool
    }

    /// The pieces of a glyph from the lowest up; empty where the font has none.
    func parts(of glyph: UInt32) -> [Part] {
        var count: UInt32 = 16
        var found = [hb_ot_math_glyph_part_t](repeating: .init(), count: Int(count))
        _ = hb_ot_math_get_glyph_assembly(shaper, glyph, HB_DIRECTION_BTT, 0, &count, &found, nil)
        return found.prefix(Int(count)).map { part in
            let isRepeated = part.flags.rawValue & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER.rawValue != 0
            return Part(glyph: part.glyph, isRepeated: isRepeated)
        }
    }
}

import Drawings
import Raster
import Testing

@Suite struct BackdropTests {
    private static let lower: [Drawing.Command] = [
        .fill(Path(circleAt: Point(20, 20), radius: 13.3), Color(0xD55E00, alpha: 0.7)),
        .stroke(Path(through: [Point(2, 3), Point(50, 37)]), Stroke(width: 3.7), Color(0x0072B2)),
    ]
    private static let upper: [Drawing.Command] = [
        .clipped(
            to: Path(circleAt: Point(30, 18), radius: 15), .nonZero,
            [.fill(Path(Box(x: 0, y: 0, width: 60, height: 21.4)), Color(0x009E73, alpha: 0.4))]),
        .stroke(Path(through: [Point(2, 33), Point(50, 7)]), Stroke(width: 2.2, dash: [3, 2]), .black),
    ]

    /// In two parts or at once, on an opaque page and on one that lets things through: the same bytes.
    @Test(arguments: [Color.white, Color(0x102030, alpha: 0.25), Color(0, alpha: 0)])
    func twoPartsAreAsGoodAsOne(background: Color) throws {
        var whole = Drawing(size: Point(57, 41), background: background)
        var (below, above) = (whole, Drawing(size: whole.size, background: .black))
        whole.commands = Self.lower + Self.upper
        (below.commands, above.commands) = (Self.lower, Self.upper)
        let backdrop = try Rasterizer(below, width: 114, height: 82, scale: 2).backdrop(jobs: 2)
        let painted = try Rasterizer(above, over: backdrop, scale: 2).pixmap(jobs: 2)
        #expect(try painted == Rasterizer(whole, width: 114, height: 82, scale: 2).pixmap())
    }
}

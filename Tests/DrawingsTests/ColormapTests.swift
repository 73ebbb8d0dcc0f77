import Testing

@testable import Drawings

@Suite struct ColormapTests {
    /// Positions 0/255, 15/255, …, 255/255 of the tables of matplotlib 3.11.2 and, for vik, cmcrameri 1.9.
    static let published: [(name: String, colors: String)] = [
        (
            "viridis",
            """
            440154 481769 472A7A 433D84 3D4E8A 355E8D 2E6D8E 297B8E 23898E 1F978B 21A585 2EB37C
            46C06F 65CB5E 89D548 B0DD2F D8E219 FDE725
            """
        ),
        (
            "cividis",
            """
            00224E 002D68 163770 2E416D 3F4C6C 4E566C 5C616E 696B71 767676 838179 928C78 A09875
            AFA471 BFB06B CFBD62 DFCA57 F0D846 FEE838
            """
        ),
        (
            "magma",
            """
            000004 090720 1A1042 311165 4A1079 621980 792282 912B81 AA337D C23B75 D9466B EC5860
            F7725C FC8E64 FEAA74 FEC68A FDE2A3 FCFDBF
            """
        ),
        (
            "inferno",
            """
            000004 0A0722 1E0C45 380962 510E6C 69166E 801F6C 982766 B0315B C63D4D D94D3D E9612B
            F47918 FA9407 FCB014 F8CD37 F2EA69 FCFFA4
            """
        ),
        (
            "plasma",
            """
            0D0887 2F0596 4903A0 6100A7 7801A8 8E0CA4 A21D9A B42E8D C43E7F D24F71 DE6164 E97257
            F3854B F99A3E FDAF31 FDC627 F8DF25 F0F921
            """
        ),
        (
            "greys",
            """
            FFFFFF F8F8F8 F1F1F1 E7E7E7 DCDCDC CFCFCF C2C2C2 B2B2B2 9F9F9F 8E8E8E 7D7D7D 6D6D6D
            5E5E5E 4D4D4D 383838 232323 111111 000000
            """
        ),
        (
            "coolwarm",
            """
            3B4CC0 4C66D6 5F7FE8 7396F5 88ABFD 9DBDFF B1CBFC C4D5F3 D5DBE5 E4D9D2 F0CDBB F6BEA4
            F7AA8C F39475 E97A5F DC5D4A CA3B37 B40426
            """
        ),
        (
            "RdBu",
            """
            67001F 930E26 B82531 CE4F45 E17860 F2A17F F9C2A7 FCDECD F9EFE9 ECF2F5 D5E7F1 B3D6E8
            8DC2DC 5FA5CD 3B88BE 276EB0 15508D 053061
            """
        ),
        (
            "vik",
            """
            001261 022A70 03417F 08598F 2575A1 5194B6 80B2CA B0CFDE DEE6E9 EEDBD0 E4BEA8 D7A081
            CC855D C06B3A AF4C18 8F2B06 731406 590008
            """
        ),
        (
            "berlin",
            """
            9EB0FF 7BACEE 56A2D7 398BB4 2B6F8F 20546C 173A4B 11232C 121214 210B03 330F00 481502
            63210C 843924 A25544 C07165 DF8F89 FFADAD
            """
        ),
    ]

    @Test(arguments: published)
    func isAsPublished(name: String, colors: String) throws {
        let colormap = try #require(Colormap.named(name))
        for (index, hex) in colors.split(whereSeparator: \.isWhitespace).enumerated() {
            let wanted = try #require(UInt32(hex, radix: 16).map { Color($0) })
            let seen = colormap.color(at: Double(15 * index) / 255)
            for (a, b) in [(seen.red, wanted.red), (seen.green, wanted.green), (seen.blue, wanted.blue)] {
                // One step for the interpolation, half of one for the rounding of what was published.
                #expect((a - b).magnitude <= 1.5 / 255, "\(name) at \(15 * index)")
            }
        }
    }

    @Test func everyOneIsTested() { #expect(Self.published.map(\.name) == Colormap.catalogue.map(\.name)) }

    @Test(arguments: Colormap.catalogue.map(\.name))
    func runsBackwardsToo(name: String) throws {
        let (there, back) = (try #require(Colormap.named(name)), try #require(Colormap.named(name + "_r")))
        #expect(back.name == name + "_r" && back.reversed == there)
        for step in 0...8 {
            let position = Double(step) / 8
            let (a, b) = (there.color(at: position), back.color(at: 1 - position))
            #expect((a.red - b.red).magnitude < 1e-12 && (a.blue - b.blue).magnitude < 1e-12)
        }
    }

    @Test func endsAreClamped() {
        #expect(Colormap.viridis.color(at: 0) == Color(0x440154))
        #expect(Colormap.viridis.color(at: 1) == Color(0xFDE725))
        #expect(Colormap.viridis.color(at: .nan) == Color(0x440154))
        #expect(Colormap.viridis.color(at: 7) == Color(0xFDE725))
    }

    @Test func namesAreFoundInAnySpelling() {
        #expect(Colormap.named("rdbu-R")?.name == "RdBu_r")
        #expect(Colormap.named("Viridis") == .viridis)
        #expect(Colormap.named("jet") == nil)
    }
}

@Suite struct ColorTextTests {
    @Test(arguments: [
        ("#07B", Color(0x0077BB)), ("#0072b2", Color(0x0072B2)), ("white", .white), ("tab:blue", Color(0x1F77B4)),
        ("Tab:Orange", Color(0xFF7F0E)), ("#00000080", Color(0x000000, alpha: 128 / 255)), ("grey", Color(0x808080)),
    ])
    func isRead(text: String, color: Color) {
        #expect(Color(text) == color)
        #expect(Color(color.hex) == color)
    }

    @Test(arguments: ["", "#", "#12", "#12345", "#1234567", "#ggg", "#１２３", "tab:", "0072B2", "#0072B2 ", "none"])
    func isNoColour(text: String) { #expect(Color(text) == nil) }
}

import Drawings

/// What a figure is made for.
public enum Theme: String, Hashable, Sendable, CaseIterable {
    /// Notes on white paper.
    case light
    /// Slides: light ink on a page near black.
    case dark
    /// Printers and copiers without colour: greys, and trails that dash and marker tell apart.
    case print
}

extension Style {
    init(_ theme: Theme) {
        self.init()
        switch theme {
        case .light: break
        case .dark: takeDark()
        case .print: takePrint()
        }
    }

    private mutating func takeDark() {
        page = Color(0x14161A)
        ink = Color(0xECECEC)
        quietInk = Color(0xB4B6BA)
        softening = 0.5
        isolineColor = Color(0x000000, alpha: 0.42)
        majorIsolineColor = Color(0xFFFFFF, alpha: 0.42)
        holeColor = Color(0x2C2F35)
        gridColor = Color(0x34373D)
        halo = Color(0x14161A, alpha: 0.92)
        bandOpacity = 0.32
        isolineLabelColor = Color(0xF4F4F4, alpha: 0.92)
        arrowColor = Color(0xFFFFFF, alpha: 0.6)
        stepColors = [Color(0x6C7BFF), Color(0xFF6FA3), Color(0xFFE27A)]
        // The hues of the theme `light` in the same order, as light as a dark page asks for, and white for black.
        trailColors = [
            Color(0x65A9FF), Color(0xFF9447), Color(0xF2F2F2), Color(0xD45FAE), Color(0x2DC28F), Color(0xFFE94A),
            Color(0x8FE8FF),
        ]
    }

    private mutating func takePrint() {
        ink = .black
        quietInk = Color(0x333333)
        colormap = .greys
        softening = 0.58
        isolineColor = Color(0x000000, alpha: 0.24)
        majorIsolineColor = Color(0x000000, alpha: 0.55)
        halo = Color(0xFFFFFF, alpha: 0.96)
        isolineLabelColor = Color(0x000000, alpha: 0.92)
        arrowColor = Color(0x000000, alpha: 0.6)
        stepColors = [Color(0x9A9A9A), Color(0x000000)]
        trailColors = [
            Color(0x000000), Color(0x707070), Color(0x3A3A3A), Color(0x000000), Color(0x707070), Color(0x3A3A3A),
            Color(0x505050),
        ]
    }

    /// The style that a figure asks for: its theme, then what it changes of that.
    init(_ specification: FigureSpecification) {
        self.init(specification.theme)
        if let size = specification.fontSize { self = lettered(at: size) }
        if let background = specification.background, background.alpha > 0 {
            page = background
            page.alpha = 1
        }
        for key in StyleKey.all {
            if let value = specification.style[key.name] { key.set(value, in: &self) }
        }
    }
}

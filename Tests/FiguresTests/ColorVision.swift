import Drawings
import Foundation

/// How somebody sees colours.
enum ColorVision: CaseIterable {
    case normal, deuteranopia, protanopia, greyscale

    /// In linear RGB. Deuteranopia and protanopia: Machado, Oliveira and Fernandes 2009, severity 1; greyscale: the
    /// luminance of sRGB.
    private var matrix: [[Double]] {
        switch self {
        case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .greyscale: [[Double]](repeating: [0.2126, 0.7152, 0.0722], count: 3)
        }
    }

    func lab(_ color: Color) -> Lab {
        let linear = [color.red, color.green, color.blue].map {
            $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4)
        }
        let seen = matrix.map { row in min(max(zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
        return Lab(linear: seen)
    }

    func difference(_ a: Color, _ b: Color) -> Double { lab(a).difference(from: lab(b)) }
}

/// CIE L*a*b* under D65.
struct Lab {
    let l: Double
    let a: Double
    let b: Double

    init(_ l: Double, _ a: Double, _ b: Double) { (self.l, self.a, self.b) = (l, a, b) }

    /// From linear sRGB (IEC 61966-2-1).
    init(linear rgb: [Double]) {
        let rows = [
            [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
        ]
        let white = [0.95047, 1, 1.08883]
        let f = zip(rows, white).map { row, white in
            let part = zip(row, rgb).reduce(0) { $0 + $1.0 * $1.1 } / white
            return part > 216.0 / 24389 ? cbrt(part) : (24389.0 / 27 * part + 16) / 116
        }
        self.init(116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]))
    }

    /// CIEDE2000 with all weights 1 (Sharma, Wu and Dalal 2005).
    func difference(from other: Lab) -> Double {
        let chromas = [self, other].map { hypot($0.a, $0.b) }
        let seventh = pow((chromas[0] + chromas[1]) / 2, 7)
        let stretch = 1 + 0.5 * (1 - sqrt(seventh / (seventh + pow(25, 7))))
        let c = [self, other].map { hypot(stretch * $0.a, $0.b) }
        let h = [self, other].map { lab -> Double in
            let angle = atan2(lab.b, stretch * lab.a) * 180 / .pi
            return angle < 0 ? angle + 360 : angle
        }
        let isGrey = c[0] * c[1] == 0
        var turn = isGrey ? 0 : h[1] - h[0]
        if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
        let steps = (
            l: other.l - l, c: c[1] - c[0], h: 2 * sqrt(c[0] * c[1]) * sine(turn / 2)
        )
        var hue = isGrey ? h[0] + h[1] : (h[0] + h[1]) / 2
        if !isGrey, (h[0] - h[1]).magnitude > 180 { hue += h[0] + h[1] < 360 ? 180 : -180 }
        let (lightness, chroma) = ((l + other.l) / 2, (c[0] + c[1]) / 2)
        var t = 1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue)
        t += 0.32 * cosine(3 * hue + 6) - 0.20 * cosine(4 * hue - 63)
        let middle = (lightness - 50) * (lightness - 50)
        let scales = (
            l: 1 + 0.015 * middle / sqrt(20 + middle), c: 1 + 0.045 * chroma, h: 1 + 0.015 * chroma * t
        )
        let rotation = 30 * exp(-pow((hue - 275) / 25, 2))
        let power = pow(chroma, 7)
        let rt = -sine(2 * rotation) * 2 * sqrt(power / (power + pow(25, 7)))
        let (dl, dc, dh) = (steps.l / scales.l, steps.c / scales.c, steps.h / scales.h)
        return sqrt(dl * dl + dc * dc + dh * dh + rt * dc * dh)
    }

    private func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
    private func cosine(_ degrees: Double) -> Double { cos(degrees * .pi / 180) }
}

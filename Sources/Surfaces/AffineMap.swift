/// p ↦ (xx·p.x + xy·p.y, yx·p.x + yy·p.y) + offset.
struct AffineMap: Hashable, Sendable {
    var xx = 1.0, xy = 0.0, yx = 0.0, yy = 1.0
    var offset = SIMD2<Double>.zero

    static let identity = AffineMap()

    func callAsFunction(_ point: SIMD2<Double>) -> SIMD2<Double> {
        let x = (xx * point.x + xy * point.y) + offset.x
        let y = (yx * point.x + yy * point.y) + offset.y
        return SIMD2(x, y)
    }

    /// First `inner`, then this map.
    func after(_ inner: AffineMap) -> AffineMap {
        var map = AffineMap(
            xx: xx * inner.xx + xy * inner.yx, xy: xx * inner.xy + xy * inner.yy,
            yx: yx * inner.xx + yy * inner.yx, yy: yx * inner.xy + yy * inner.yy)
        map.offset = self(inner.offset)
        return map
    }

    /// A gradient with respect to this map's image, as one with respect to its argument.
    func pulledBack(_ gradient: SIMD2<Double>) -> SIMD2<Double> {
        SIMD2(xx * gradient.x + yx * gradient.y, xy * gradient.x + yy * gradient.y)
    }

    /// A Hessian with respect to this map's image, as one with respect to its argument.
    func pulledBack(_ hessian: Hessian) -> Hessian {
        // The columns of H·A, then Aᵀ·(H·A).
        let first = SIMD2(hessian.xx * xx + hessian.xy * yx, hessian.xy * xx + hessian.yy * yx)
        let second = SIMD2(hessian.xx * xy + hessian.xy * yy, hessian.xy * xy + hessian.yy * yy)
        return Hessian(
            xx: xx * first.x + yx * first.y, xy: xx * second.x + yx * second.y, yy: xy * second.x + yy * second.y)
    }
}

extension Transform {
    /// Whether a list of changes, taken together and from their first on, moves and stretches by no more than this, and
    /// shrinks by no more.
    public static func reachesNoFarther(than limit: Double, _ transforms: [Transform]) -> Bool {
        var (map, inverse) = (AffineMap.identity, AffineMap.identity)
        for transform in transforms {
            guard let next = transform.map, let back = transform.inverse else { continue }
            map = next.after(map)
            inverse = inverse.after(back)
            let numbers = [map, inverse].flatMap { [$0.xx, $0.xy, $0.yx, $0.yy, $0.offset.x, $0.offset.y] }
            guard numbers.allSatisfy({ $0.magnitude <= limit }) else { return false }
        }
        return true
    }

    /// Where the landscape's points go; nil for a change of values.
    var map: AffineMap? {
        switch self {
        case .rotate(let angle):
            let (c, s) = (angle.direction.x, angle.direction.y)
            return AffineMap(xx: c, xy: -s, yx: s, yy: c)
        case .stretch(let factors): return AffineMap(xx: factors.x, yy: factors.y)
        case .shift(let vector): return AffineMap(offset: vector)
        case .value: return nil
        }
    }

    /// Where they came from; nil for a change of values.
    var inverse: AffineMap? {
        switch self {
        case .rotate(let angle):
            let (c, s) = (angle.direction.x, angle.direction.y)
            return AffineMap(xx: c, xy: s, yx: -s, yy: c)
        case .stretch(let factors): return AffineMap(xx: 1 / factors.x, yy: 1 / factors.y)
        case .shift(let vector): return AffineMap(offset: -vector)
        case .value: return nil
        }
    }
}

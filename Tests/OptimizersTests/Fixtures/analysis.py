"""Writes analysis.json, paths of methods of numerical analysis that owe nothing to Ravine:

- nelder_mead: the best vertices of scipy.optimize.minimize from the triangle (x, x + e1/2, x + e2/2);
- newton: numpy.linalg.solve;
- newton_trust_region: algorithm 4.1 of Nocedal and Wright with numpy.linalg.eigh and scipy.optimize.brentq.

Needs numpy and scipy 1.17: python3 analysis.py > analysis.json
"""

import json

import numpy as np
from scipy.optimize import brentq, minimize


def rosenbrock(p):
    x, y = p
    f = (1 - x) ** 2 + 100 * (y - x * x) ** 2
    g = [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]
    return f, np.array(g), np.array([[2 + 1200 * x * x - 400 * y, -400 * x], [-400 * x, 200]])


def himmelblau(p):
    x, y = p
    a, b = x * x + y - 11, x + y * y - 7
    g = [4 * x * a + 2 * b, 2 * a + 4 * y * b]
    return a * a + b * b, np.array(g), np.array([[4 * a + 8 * x * x + 2, 4 * (x + y)], [4 * (x + y), 2 + 4 * b + 8 * y * y]])


def beale(p):
    x, y = p
    f, g, h = 0.0, np.zeros(2), np.zeros((2, 2))
    for k, c in ((1, 1.5), (2, 2.25), (3, 2.625)):
        r = c - x + x * y**k
        j = np.array([y**k - 1, k * x * y ** (k - 1)])
        mixed = k * y ** (k - 1)
        second = np.array([[0, mixed], [mixed, k * (k - 1) * x * y ** (k - 2) if k > 1 else 0.0]])
        f, g, h = f + r * r, g + 2 * r * j, h + 2 * np.outer(j, j) + 2 * r * second
    return f, g, h


def nelder_mead(surface, start, steps):
    x = np.array(start)
    simplex = np.array([x, x + [0.5, 0], x + [0, 0.5]])
    result = minimize(
        lambda p: surface(p)[0], x, method="Nelder-Mead",
        options=dict(initial_simplex=simplex, maxiter=steps + 1, maxfev=10**6, xatol=0, fatol=0, return_all=True))
    # The first is the best vertex of the initial triangle, where Ravine records the start.
    return [start] + [list(v) for v in result.allvecs[1:steps + 1]]


def newton(surface, start, steps):
    points = [np.array(start)]
    for _ in range(steps):
        _, g, h = surface(points[-1])
        points.append(points[-1] - np.linalg.solve(h, g))
    return [list(p) for p in points]


def subproblem(g, h, radius):
    values, vectors = np.linalg.eigh(h)
    along = vectors.T @ g

    def step(shift):
        return -along / (values + shift)

    if values[0] > 0 and np.linalg.norm(step(0)) <= radius:
        return vectors @ step(0), False
    least, most = max(0, -values[0]), -values[0] + np.linalg.norm(g) / radius
    excess = lambda shift: 1 / radius - 1 / np.linalg.norm(step(shift))
    shift = brentq(excess, least + 1e-13 * (1 + most), most * (1 + 1e-12) + 1e-12, xtol=1e-15, rtol=1e-15)
    return vectors @ step(shift), True


def newton_trust_region(surface, start, steps, eta=0.125):
    x, radius = np.array(start), 1.0
    points = [x]
    for _ in range(steps):
        f, g, h = surface(x)
        p, boundary = subproblem(g, h, radius)
        ratio = (f - surface(x + p)[0]) / -(g @ p + p @ h @ p / 2)
        if ratio < 0.25:
            radius /= 4
        elif ratio > 0.75 and boundary:
            radius = min(2 * radius, 100.0)
        if ratio > eta:
            x = x + p
        points.append(x)
    return [list(p) for p in points]


cases = []
for name, surface, start in (
    ("rosenbrock", rosenbrock, [-1.2, 1.0]), ("himmelblau", himmelblau, [-1.0, -1.0]), ("beale", beale, [1.0, 1.2]),
):
    for method, steps in ((nelder_mead, 60), (newton, 5), (newton_trust_region, 14)):
        if method is newton_trust_region and name != "rosenbrock":
            steps = 6
        points = [[float(v) for v in p] for p in method(surface, start, steps)]
        cases.append(dict(optimizer=method.__name__, surface=name, points=points))
lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
print('{"provenance": "analysis.py, numpy and scipy 1.17",\n"cases": [\n%s\n]}' % lines)

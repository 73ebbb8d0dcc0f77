"""The figure of Scenes/rmsprop-vs-adagrad.yaml as a matplotlib script draws it.

Two maps of one bowl with a shared colorbar, labelled lines and dotted trails, and under them the effective rates of
both parameters with names at their ends; one savefig.

usage: story_matplotlib.py OUTPUT
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.patheffects as effects
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LogNorm

eta, eps = 0.4, 1e-6


def run(accumulate):
    point, v = np.array([-5.0, -2.0]), np.zeros(2)
    points, rates = [point], []
    for _ in range(20):
        gradient = np.array([0.2, 4.0]) * point
        v = accumulate(v, gradient * gradient)
        rates.append(eta / np.sqrt(v + eps))
        point = point - rates[-1] * gradient
        points.append(point)
    return np.array(points), np.array(rates)


runs = [
    ("Adagrad", "$v_t = v_{t-1} + g_t^2$", "#0072B2", "o", *run(lambda v, g: v + g)),
    ("RMSprop", "$v_t = 0.9\\,v_{t-1} + 0.1\\,g_t^2$", "#D55E00", "s", *run(lambda v, g: 0.9 * v + 0.1 * g)),
]
x, y = np.meshgrid(np.linspace(-5.6, 1.2, 400), np.linspace(-2.6, 2.6, 400))
f = 0.1 * x**2 + 2 * y**2
levels = np.logspace(-2, np.log10(f.max()), 18)
halo = [effects.withStroke(linewidth=3.3, foreground="white")]

plt.rcParams.update({"font.family": "STIXGeneral", "mathtext.fontset": "stix"})
figure, axes = plt.subplot_mosaic("ab;cc", figsize=(8, 6), dpi=200, layout="constrained", height_ratios=[1.4, 1])
for panel, (name, rule, color, marker, points, rates) in zip("ab", runs):
    map_ = axes[panel]
    filled = map_.contourf(x, y, f, levels=levels, norm=LogNorm(), cmap="viridis", alpha=0.5, extend="min")
    lines = map_.contour(x, y, f, levels=levels, colors="white", linewidths=0.4)
    marked = map_.contour(x, y, f, levels=[0.1, 1, 10], colors="black", linewidths=0.5)
    map_.clabel(marked, fontsize=8)
    map_.plot(*points.T, color=color, marker=".", linewidth=1.7, path_effects=halo)
    map_.plot(*points[-1], color=color, marker=marker, markeredgecolor="white", zorder=5)
    map_.plot(-5, -2, marker="s", color="white", markeredgecolor="black", zorder=6)
    map_.plot(0, 0, marker="*", color="white", markeredgecolor="black", markersize=12, zorder=4)
    map_.set(title=f"{name}: {rule}", xlabel="$x$", ylabel="$y$" if panel == "a" else "")
    for parameter, style in enumerate(["-", "--"]):
        axes["c"].plot(range(1, 21), rates[:, parameter], color=color, linestyle=style, marker=".")
        axes["c"].annotate(
            f"{name}, ${'xy'[parameter]}$", (20, rates[-1, parameter]), xytext=(8, 0), textcoords="offset points",
            va="center", annotation_clip=False)
axes["c"].set(yscale="log", xlabel="step $t$", ylabel="effective learning rate")
axes["c"].set_title("Effective learning rate of each parameter, $\\eta / \\sqrt{v_t + \\epsilon}$", loc="left")
axes["c"].grid(color="#e2e2e2")
figure.colorbar(filled, ax=[axes["a"], axes["b"]])
figure.suptitle("RMSprop keeps moving where Adagrad stalls")
figure.savefig(sys.argv[1])

"""The figure of Scenes/rosenbrock.yaml as a matplotlib script draws it.

400² grid, 30 filled levels and lines, haloed and dashed trails, end markers, start and minimum, a legend with the
learning rates and final losses, a colorbar; one savefig.

usage: rosenbrock_matplotlib.py OUTPUT
"""
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.patheffects as effects
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import LogNorm

from rosenbrock_runs import path, runs

x, y = np.meshgrid(np.linspace(-2, 2, 400), np.linspace(-1, 3, 400))
f = (1 - x) ** 2 + 100 * (y - x * x) ** 2
levels = np.logspace(-2, np.log10(f.max()), 30)

figure, axes = plt.subplots(figsize=(8, 6), dpi=200)
filled = axes.contourf(x, y, f, levels=levels, norm=LogNorm(), cmap="viridis", alpha=0.5, extend="min")
axes.contour(x, y, f, levels=levels, colors="white", linewidths=0.4)
halo = [effects.withStroke(linewidth=3.3, foreground="white")]
for name, lr, step, color, dash, marker in runs:
    x, y = path(step).T
    loss = (1 - x[-1]) ** 2 + 100 * (y[-1] - x[-1] ** 2) ** 2
    label = f"{name}\n$\\eta = {lr:g}$, $f_{{1000}} = {loss:.3g}$"
    axes.plot(x, y, color=color, linestyle=dash, linewidth=1.7, label=label, path_effects=halo)
    axes.plot(x[-1:], y[-1:], color=color, marker=marker, markeredgecolor="white", zorder=5)
axes.plot([-1.5], [2], marker="s", color="white", markeredgecolor="black", linestyle="", label="start", zorder=6)
axes.plot([1], [1], marker="*", color="white", markeredgecolor="black", markersize=12, linestyle="", label="minimum")
title = "Rosenbrock: $f(x, y) = (1 - x)^2 + 100\\,(y - x^2)^2$"
axes.set(xlim=(-2, 2), ylim=(-1, 3), xlabel="$x$", ylabel="$y$", title=title)
axes.legend(fontsize=7)
figure.colorbar(filled)
figure.savefig(sys.argv[1])

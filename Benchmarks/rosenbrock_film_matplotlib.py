"""The film of Benchmarks/film as a matplotlib script draws it: contours once, trails and heads moved from frame to frame.

usage: rosenbrock_film_matplotlib.py frames FOLDER FRAMES FPS
       rosenbrock_film_matplotlib.py apng OUTPUT.apng FRAMES FPS
       rosenbrock_film_matplotlib.py mp4 OUTPUT.mp4 FRAMES FPS PRESET CRF
"""
import os
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.patheffects as effects
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import FFMpegWriter, PillowWriter
from matplotlib.colors import LogNorm

from rosenbrock_runs import path, runs

steps = 1000
kind, output, count, fps = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])

x, y = np.meshgrid(np.linspace(-2, 2, 400), np.linspace(-1, 3, 400))
f = (1 - x) ** 2 + 100 * (y - x * x) ** 2
levels = np.logspace(-2, np.log10(f.max()), 30)
figure, axes = plt.subplots(figsize=(8, 4.5), dpi=160)
filled = axes.contourf(x, y, f, levels=levels, norm=LogNorm(), cmap="viridis", alpha=0.5, extend="min")
axes.contour(x, y, f, levels=levels, colors="white", linewidths=0.4)
halo = [effects.withStroke(linewidth=3.3, foreground="white")]
moving = []
for name, lr, step, color, dash, marker in runs:
    points = path(step, steps)
    loss = (1 - points[-1, 0]) ** 2 + 100 * (points[-1, 1] - points[-1, 0] ** 2) ** 2
    label = f"{name}\n$\\eta = {lr:g}$, $f_{{1000}} = {loss:.3g}$"
    (trail,) = axes.plot([], [], color=color, linestyle=dash, linewidth=1.7, label=label, path_effects=halo)
    (head,) = axes.plot([], [], color=color, marker=marker, markeredgecolor="white", zorder=5)
    moving.append((points, trail, head))
axes.plot([-1.5], [2], marker="s", color="white", markeredgecolor="black", linestyle="", label="start", zorder=6)
axes.plot([1], [1], marker="*", color="white", markeredgecolor="black", markersize=12, linestyle="", label="minimum")
title = "Rosenbrock: $f(x, y) = (1 - x)^2 + 100\\,(y - x^2)^2$"
axes.set(xlim=(-2, 2), ylim=(-1, 3), xlabel="$x$", ylabel="$y$", title=title)
axes.legend(fontsize=6)
figure.colorbar(filled)
counter = axes.text(0.98, 0.97, "", ha="right", va="top", transform=axes.transAxes, path_effects=halo)


def show(frame):
    now = frame * steps / (count - 1)
    whole = int(now)
    for points, trail, head in moving:
        tip = points[whole] + (now - whole) * (points[min(whole + 1, steps)] - points[whole])
        shown = np.vstack([points[: whole + 1], tip])
        trail.set_data(shown[:, 0], shown[:, 1])
        head.set_data([tip[0]], [tip[1]])
    counter.set_text(f"step {whole}")


if kind == "frames":
    for frame in range(count):
        show(frame)
        figure.savefig(os.path.join(output, f"{frame + 1:04}.png"))
else:
    writer = PillowWriter(fps=fps)
    if kind == "mp4":
        options = ["-preset", sys.argv[5], "-crf", sys.argv[6], "-pix_fmt", "yuv420p", "-movflags", "+faststart"]
        writer = FFMpegWriter(fps=fps, codec="libx264", extra_args=options)
    with writer.saving(figure, output, dpi=160):
        for frame in range(count):
            show(frame)
            writer.grab_frame()

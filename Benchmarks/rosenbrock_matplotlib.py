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


def gradient(p):
    x, y = p
    return np.array([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)])


def sgd(lr, momentum=0.0, nesterov=False):
    buffer = np.zeros(2)
    first = True

    def step(p):
        nonlocal buffer, first
        g = gradient(p)
        if momentum:
            buffer = g if first else momentum * buffer + g
            first = False
            g = g + momentum * buffer if nesterov else buffer
        return p - lr * g

    return step


def adagrad(lr, eps=1e-10):
    total = np.zeros(2)

    def step(p):
        nonlocal total
        g = gradient(p)
        total = total + g * g
        return p - lr * g / (np.sqrt(total) + eps)

    return step


def rmsprop(lr, alpha, eps=1e-8):
    average = np.zeros(2)

    def step(p):
        nonlocal average
        g = gradient(p)
        average = alpha * average + (1 - alpha) * g * g
        return p - lr * g / (np.sqrt(average) + eps)

    return step


def adam(lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v, t = np.zeros(2), np.zeros(2), 0

    def step(p):
        nonlocal m, v, t
        g, t = gradient(p), t + 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        return p - lr * (m / (1 - beta1**t)) / (np.sqrt(v / (1 - beta2**t)) + eps)

    return step


runs = [
    ("SGD", 2e-4, sgd(2e-4), "#0072B2", "-", "o"),
    ("Momentum", 1e-4, sgd(1e-4, 0.9), "#D55E00", "--", "s"),
    ("Nesterov", 1e-4, sgd(1e-4, 0.9, nesterov=True), "#000000", ":", "^"),
    ("Adagrad", 0.5, adagrad(0.5), "#CC79A7", "-.", "D"),
    ("RMSprop", 0.01, rmsprop(0.01, 0.9), "#009E73", (0, (4, 1.3, 1.3, 1.3)), "p"),
    ("Adam", 0.05, adam(0.05), "#E69F00", (0, (8, 2)), "v"),
]
x, y = np.meshgrid(np.linspace(-2, 2, 400), np.linspace(-1, 3, 400))
f = (1 - x) ** 2 + 100 * (y - x * x) ** 2
levels = np.logspace(-2, np.log10(f.max()), 30)

figure, axes = plt.subplots(figsize=(8, 6), dpi=200)
filled = axes.contourf(x, y, f, levels=levels, norm=LogNorm(), cmap="viridis", alpha=0.5, extend="min")
axes.contour(x, y, f, levels=levels, colors="white", linewidths=0.4)
halo = [effects.withStroke(linewidth=3.3, foreground="white")]
for name, lr, step, color, dash, marker in runs:
    path = [np.array([-1.5, 2.0])]
    for _ in range(1000):
        path.append(step(path[-1]))
    x, y = np.array(path).T
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

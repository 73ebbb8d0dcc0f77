"""The figure of Scenes/rosenbrock.yaml as a matplotlib script draws it: 400² grid, 30 filled levels and lines.

usage: rosenbrock_matplotlib.py OUTPUT
"""
import sys

import matplotlib

matplotlib.use("Agg")
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


runs = {
    "SGD": sgd(2e-4),
    "Momentum": sgd(1e-4, 0.9),
    "Nesterov": sgd(1e-4, 0.9, nesterov=True),
    "Adagrad": adagrad(0.5),
    "RMSprop": rmsprop(0.01, 0.9),
    "Adam": adam(0.05),
}
x, y = np.meshgrid(np.linspace(-2, 2, 400), np.linspace(-1, 3, 400))
f = (1 - x) ** 2 + 100 * (y - x * x) ** 2
levels = np.logspace(-2, np.log10(f.max()), 30)

figure, axes = plt.subplots(figsize=(8, 6), dpi=200)
filled = axes.contourf(x, y, f, levels=levels, norm=LogNorm(), cmap="viridis", alpha=0.5, extend="min")
axes.contour(x, y, f, levels=levels, colors="white", linewidths=0.4)
for name, step in runs.items():
    path = [np.array([-1.5, 2.0])]
    for _ in range(1000):
        path.append(step(path[-1]))
    axes.plot(*np.array(path).T, label=name, linewidth=1.5)
axes.set(xlim=(-2, 2), ylim=(-1, 3), xlabel="$x$", ylabel="$y$", title="Rosenbrock")
axes.legend()
figure.colorbar(filled)
figure.savefig(sys.argv[1])

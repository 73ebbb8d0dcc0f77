"""The six optimizers of Scenes/rosenbrock.yaml in NumPy, with the look of each."""
import numpy as np


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


def path(step, steps=1000, start=(-1.5, 2.0)):
    """All points of a run, the start first."""
    points = [np.array(start)]
    for _ in range(steps):
        points.append(step(points[-1]))
    return np.array(points)

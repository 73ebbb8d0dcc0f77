"""The NumPy side of `Benchmarks/formulas`: reads one command a line, answers with one line.

values FUNCTION FILE COUNT   nanoseconds per point, on the points in the file
compare FUNCTION FILE COUNT  the largest difference from the values in the file, relative to the larger of 1 and |value|
"""
import sys
import time

import numpy as np


def rosenbrock(x, y):
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def rastrigin(x, y):
    return 20 + x**2 - 10 * np.cos(2 * np.pi * x) + y**2 - 10 * np.cos(2 * np.pi * y)


def ackley(x, y):
    cone = -20 * np.exp(-0.2 * np.sqrt(0.5 * (x**2 + y**2)))
    return cone - np.exp(0.5 * (np.cos(2 * np.pi * x) + np.cos(2 * np.pi * y))) + np.e + 20


functions = {"rosenbrock": rosenbrock, "rastrigin": rastrigin, "ackley": ackley}
files = {}
for line in sys.stdin:
    command, name, file, count = line.split()
    x, y, values = files.setdefault(file, np.fromfile(file).reshape(3, int(count)))
    if command == "compare":
        found = functions[name](x, y)
        print(np.max(np.abs(found - values) / np.maximum(1, np.abs(found))), flush=True)
        continue
    passes = max(1, 8_000_000 // int(count))
    functions[name](x, y)  # as the other side, which would else find its points cold
    begin = time.thread_time()
    for _ in range(passes):
        functions[name](x, y)
    print((time.thread_time() - begin) * 1e9 / (passes * int(count)), flush=True)

"""Runs Keras itself for Lion and Lamb, and writes `keras_rules.json` beside this file.

Needs Keras 3.15.1 and jax 0.10.2: `KERAS_BACKEND=jax python keras_rules.py`.
"""

import json
import pathlib

import jax

jax.config.update("jax_enable_x64", True)
import keras

keras.config.set_floatx("float64")
STEPS = [*range(11), 15, 20, 40, 80, 120, 200, 300]
CASES = [
    ("Lion", {"learning_rate": 0.01}, ["momentum"]),
    ("Lion", {"learning_rate": 0.005, "beta_1": 0.95, "beta_2": 0.98, "weight_decay": 0.1}, ["momentum"]),
    ("Lamb", {"learning_rate": 0.01}, ["momentum", "velocity"]),
    ("Lamb", {"learning_rate": 0.005, "beta_1": 0.8, "beta_2": 0.99, "epsilon": 0.01, "weight_decay": 0.1},
     ["momentum", "velocity"]),
]


def rosenbrock(p):
    return (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2


def gradient(p):
    a, b = 1 - p[0], p[1] - p[0] * p[0]
    return [-2 * a - 400 * p[0] * b, 200 * b]


def run(name, settings, traces):
    variable = keras.Variable([-1.5, 2.0], dtype="float64")
    optimizer = getattr(keras.optimizers, name)(**settings)
    optimizer.build([variable])
    points, columns = [[-1.5, 2.0]], {trace: [None] for trace in traces}
    for _ in range(STEPS[-1]):
        optimizer.apply([keras.ops.convert_to_tensor(gradient(points[-1]), dtype="float64")], [variable])
        points.append([float(v) for v in variable.numpy()])
        for trace in traces:
            part = next(v for v in optimizer.variables if v.path.endswith("_" + trace))
            columns[trace].append([float(v) for v in part.numpy()])
    return points, columns


lines = []
for index, (name, settings, traces) in enumerate(CASES):
    points, columns = run(name, settings, traces)
    print(name, points[-1])
    lines.append(json.dumps({
        "id": f"keras_{name}_rules_{index + 1}", "convention": "keras", "optimizer": name, "hyperparameters": settings,
        "surface": "rosenbrock", "start": [-1.5, 2.0], "tolerance": 1e-9, "comparableThrough": STEPS[-1],
        "steps": STEPS, "points": [points[k] for k in STEPS], "losses": [rosenbrock(points[k]) for k in STEPS],
        "traces": {trace: [column[k] for k in STEPS] for trace, column in columns.items()},
    }, separators=(",", ":")))
provenance = (
    "Computed in float64 on a CPU with Keras 3.15.1 on jax 0.10.2 by keras_rules.py beside this file. A trace entry is the "
    "state after the update that produced the point of that step; null at the start.")
text = '{"provenance": ' + json.dumps(provenance) + ',\n "cases": [\n' + ",\n".join(lines) + "\n]}\n"
pathlib.Path(__file__).with_name("keras_rules.json").write_text(text)

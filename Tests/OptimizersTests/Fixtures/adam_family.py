"""Writes adam_family.json: runs of optax 0.2.8 and Keras 3.15.1 on Rosenbrock's function.

JAX_ENABLE_X64=1 KERAS_BACKEND=jax python adam_family.py > adam_family.json
"""

import json
import random

import jax
import jax.numpy as jnp
import keras
import optax

keras.config.set_floatx("float64")
keras.src.ops.mean = jnp.mean  # Keras' own takes means in float32 on jax, which Adafactor's sizes would show
START = [-1.5, 2.0]
STEPS = list(range(21)) + list(range(40, 301, 20))
ULP = 2.0**-52

CASES = [
    ("optax", "adamw", dict(learning_rate=0.05, nesterov=True, weight_decay=0.1, eps_root=1e-4)),
    ("optax", "adamax", dict(learning_rate=0.05, b1=0.8, b2=0.9, eps=0.01)),
    ("optax", "nadam", dict(learning_rate=0.02, b1=0.8, b2=0.95, eps=0.01, eps_root=0.1)),
    ("optax", "radam", dict(learning_rate=0.001, b2=0.9, nesterov=True)),
    ("optax", "radam", dict(learning_rate=0.001, b2=0.9, threshold=7.0, eps=0.01, eps_root=0.1)),
    ("keras", "AdamW", dict(learning_rate=0.05)),
    ("keras", "AdamW", dict(learning_rate=0.05, weight_decay=0.1, amsgrad=True, epsilon=0.01)),
    ("keras", "Adamax", dict(learning_rate=0.05, epsilon=0.01)),
    ("keras", "Adamax", dict(learning_rate=0.05, beta_1=0.8, beta_2=0.9, weight_decay=0.1)),
    ("keras", "Nadam", dict(learning_rate=0.05)),
    ("keras", "Nadam", dict(learning_rate=0.05, beta_1=0.8, beta_2=0.9, weight_decay=0.1, epsilon=0.01)),
    ("keras", "Adafactor", dict(learning_rate=0.05)),
    ("keras", "Adafactor", dict(learning_rate=0.05, beta_2_decay=-0.5, epsilon_2=2.0, clip_threshold=0.5,
                                weight_decay=0.1)),
]


def value(x):
    residual, valley = 1 - x[0], x[1] - x[0] * x[0]
    return residual * residual + 100 * (valley * valley)


def gradient(x, noise):
    residual, valley = 1 - x[0], x[1] - x[0] * x[0]
    parts = [-2 * residual - 400 * x[0] * valley, 200 * valley]
    return [g * (1 + noise.uniform(-2, 2) * ULP) for g in parts] if noise else parts


def optax_run(name, settings, noise):
    solver = getattr(optax, name)(**settings)
    x = jnp.array(START)
    state = solver.init(x)

    @jax.jit
    def move(g, state, x):
        updates, state = solver.update(g, state, x)
        return optax.apply_updates(x, updates), state

    points = [START]
    for _ in range(STEPS[-1]):
        x, state = move(jnp.array(gradient(points[-1], noise)), state, x)
        points.append(x.tolist())
    return points


def keras_run(name, settings, noise):
    solver = getattr(keras.optimizers, name)(**settings)
    x = keras.Variable(START, dtype="float64")
    points = [START]
    for _ in range(STEPS[-1]):
        solver.apply([jnp.array(gradient(points[-1], noise))], [x])
        points.append(x.value.tolist())
    return points


def main():
    lines = []
    for number, (library, name, settings) in enumerate(CASES, 1):
        run = optax_run if library == "optax" else keras_run
        points = run(name, settings, None)
        last = STEPS[-1]
        for seed in range(2):
            for step, (a, b) in enumerate(zip(points, run(name, settings, random.Random(seed)))):
                if max(abs(a[0] - b[0]), abs(a[1] - b[1])) > (1e-12 if step <= 20 else 1e-10):
                    last = min(last, step - 1)
                    break
        case = {
            "id": f"{library}_{name}_family_{number}", "convention": library, "optimizer": name,
            "hyperparameters": settings, "surface": "rosenbrock", "start": START, "tolerance": 1e-9,
            "comparableThrough": last, "steps": STEPS, "points": [points[k] for k in STEPS],
            "losses": [value(points[k]) for k in STEPS], "traces": {},
        }
        lines.append(json.dumps(case, separators=(",", ":")))
    provenance = (
        f"Computed in float64 on a CPU with optax {optax.__version__} and Keras {keras.__version__} on jax "
        f"{jax.__version__} by adam_family.py, the gradient of (1-x)^2 + 100*(y-x^2)^2 in closed form. A case is "
        "comparable as far as noise of two ulps in the gradient moves no point by more than 1e-10, none of the first "
        "twenty by more than 1e-12.")
    print('{"provenance": ' + json.dumps(provenance) + ',\n "cases": [\n' + ",\n".join(lines) + "\n]}")


main()

"""Writes torch_rules.json: runs of torch.optim on Rosenbrock's function with settings the other files lack.

python torch_rules.py > torch_rules.json
"""

import json
import random

import torch

torch.set_default_dtype(torch.float64)
START = [-1.5, 2.0]
STEPS = list(range(21)) + list(range(40, 301, 20))
ULP = 2.0**-52

CASES = [
    ("AdamW", dict(lr=0.05, amsgrad=True, weight_decay=0.1)),
    ("AdamW", dict(lr=0.05, betas=[0.8, 0.95], eps=1e-3, weight_decay=0.02)),
    ("Adamax", dict(lr=0.05, betas=[0.85, 0.9], eps=1e-2, weight_decay=0.1)),
    ("NAdam", dict(lr=0.02, momentum_decay=0.1, weight_decay=0.1)),
    ("NAdam", dict(lr=0.02, momentum_decay=0.02, weight_decay=0.1, decoupled_weight_decay=True)),
    ("RAdam", dict(lr=0.001, betas=[0.9, 0.9], weight_decay=0.1)),
    ("RAdam", dict(lr=0.001, betas=[0.9, 0.7], eps=1e-2, weight_decay=0.1, decoupled_weight_decay=True)),
    ("RAdam", dict(lr=0.0002, betas=[0.9, 0.6])),
    ("Rprop", dict(lr=0.1, etas=[0.3, 1.5], step_sizes=[1e-3, 0.2])),
    ("ASGD", dict(lr=0.0004, t0=10, lambd=0.05, alpha=0.5)),
    ("ASGD", dict(lr=0.0003, t0=0, lambd=0.01, weight_decay=0.1)),
    ("Adafactor", dict(lr=0.05, weight_decay=0.05, eps=[1e-3, 0.1])),
    ("Adafactor", dict(lr=0.02, beta2_decay=-0.5, d=2.0, eps=[30.0, 0.001])),
    ("LBFGS", dict(lr=1.0, line_search_fn="strong_wolfe", history_size=1, max_iter=1, max_eval=25)),
    ("LBFGS", dict(lr=0.7, line_search_fn="strong_wolfe", history_size=3, max_iter=3, max_eval=9)),
    ("LBFGS", dict(lr=0.1, line_search_fn=None, history_size=2, max_iter=4, max_eval=25)),
    ("LBFGS", dict(lr=0.05, line_search_fn=None, history_size=5, max_iter=1, max_eval=25)),
    ("LBFGS", dict(lr=0.5, line_search_fn="strong_wolfe", history_size=10, max_iter=2, max_eval=4,
                   tolerance_change=1e-3, tolerance_grad=1e-2)),
]
TRACES = {
    "ASGD": ["ax", "eta"], "Rprop": ["step_size"], "NAdam": ["exp_avg", "mu_product"], "Adamax": ["exp_inf"],
    "RAdam": ["exp_avg", "exp_avg_sq"], "AdamW": ["exp_avg_sq"], "Adafactor": ["variance"], "LBFGS": [],
}


def run(name, settings, noise=None):
    """Points, losses and traces at STEPS; `noise` moves each gradient by up to two ulps."""
    x = torch.tensor(START, requires_grad=True)
    optimizer = getattr(torch.optim, name)([x], **settings)

    def closure():
        a, b = x.detach().tolist()
        residual, valley = 1 - a, b - a * a
        gradient = [-2 * residual - 400 * a * valley, 200 * valley]
        if noise is not None:
            gradient = [g * (1 + noise.uniform(-2, 2) * ULP) for g in gradient]
        x.grad = torch.tensor(gradient)
        return torch.tensor(residual * residual + 100 * (valley * valley))

    points, losses, traces = [], [], {trace: [] for trace in TRACES[name]}
    for step in range(STEPS[-1] + 1):
        if step > 0:
            closure()
            optimizer.step(closure)
        points.append(x.detach().tolist())
        losses.append(closure().item())
        for trace, values in traces.items():
            values.append(None if step == 0 else optimizer.state[x][trace].tolist())
    return points, losses, traces


def comparable(name, settings, points):
    """The last step that noise in the gradient moves by less than 1e-10, or 1e-12 among the first twenty."""
    last = STEPS[-1]
    for seed in range(4):
        noisy = run(name, settings, random.Random(seed))[0]
        for step, (a, b) in enumerate(zip(points, noisy)):
            if max(abs(a[0] - b[0]), abs(a[1] - b[1])) > (1e-12 if step <= 20 else 1e-10):
                last = min(last, step - 1)
                break
    return last


def main():
    lines = []
    for number, (name, settings) in enumerate(CASES, 1):
        points, losses, traces = run(name, settings)
        case = {
            "id": f"torch_{name}_rules_{number}", "convention": "torch", "optimizer": name,
            "hyperparameters": settings, "surface": "rosenbrock", "start": START, "tolerance": 1e-9,
            "comparableThrough": comparable(name, settings, points), "steps": STEPS,
            "points": [points[k] for k in STEPS], "losses": [losses[k] for k in STEPS],
            "traces": {trace: [values[k] for k in STEPS] for trace, values in traces.items()},
        }
        lines.append(json.dumps(case, separators=(",", ":")))
    provenance = (
        f"Computed in float64 on a CPU with torch {torch.__version__.split('+')[0]} by torch_rules.py, the gradient of "
        "(1-x)^2 + 100*(y-x^2)^2 in closed form. A case is comparable as far as noise of two ulps in the gradient moves "
        "no point by more than 1e-10, none of the first twenty by more than 1e-12.")
    print('{"provenance": ' + json.dumps(provenance) + ',\n "cases": [\n' + ",\n".join(lines) + "\n]}")


main()

"""Writes fitted_losses.json beside this file: losses of small models in torch, in double precision.

Needs torch 2.13.0 and numpy. Values are torch's own loss functions plus penalties written out, gradients and Hessians
are torch's automatic derivatives, minimisers are Newton steps on them from the least-squares solution or from 0.
"""

import json
import pathlib

import numpy
import torch

torch.set_default_dtype(torch.float64)
random = numpy.random.default_rng(20)
COUNT = 70
FEATURES = {
    "one": [random.normal(0.5, 1.5, COUNT).round(3)],
    "two": [random.normal(0, 1, COUNT).round(3), random.normal(1, 2, COUNT).round(3)],
}
TARGETS = {
    # Numbers, labels that no line separates, and probabilities.
    "numbers": (1.2 * FEATURES["one"][0] - 0.7 + random.normal(0, 0.8, COUNT)).round(3),
    "labels": (random.uniform(0, 1, COUNT) < 1 / (1 + numpy.exp(-FEATURES["two"][0] - 0.5))).astype(float),
    "probabilities": random.uniform(0, 1, COUNT).round(3),
}
POINTS = [[0.0, 0.0], [1.3, -0.6], [-2.0, 3.5], [0.01, 40.0], [-300.0, 20.0]]
BATCH = [3, 17, 17, 69, 0, 42]
LOSSES = {
    "mse": torch.nn.MSELoss,
    "mae": torch.nn.L1Loss,
    "huber": torch.nn.HuberLoss,
    "crossEntropy": torch.nn.BCEWithLogitsLoss,
}


def objective(case, samples):
    columns = [torch.tensor(column[samples]) for column in FEATURES[case["features"]]]
    target = torch.tensor(TARGETS[case["targets"]][samples])
    options = {"reduction": case["reduction"]}
    if case["loss"] == "huber":
        options["delta"] = case["delta"]
    criterion = LOSSES[case["loss"]](**options)

    def value(w):
        z = w[0] * columns[0] + w[1] * (columns[1] if len(columns) == 2 else 1)
        is_probability = case["model"] == "logistic" and case["loss"] != "crossEntropy"
        data = criterion(torch.sigmoid(z) if is_probability else z, target)
        weights = w if len(columns) == 2 else w[:1]
        return data + case["l1"] * weights.abs().sum() + 0.5 * case["l2"] * (weights**2).sum()

    return value


def derivatives(value, point):
    w = torch.tensor(point, requires_grad=True)
    result = value(w)
    (gradient,) = torch.autograd.grad(result, w)
    return result.item(), gradient.tolist()


def minimiser(value):
    """Newton's method; None where it does not settle."""
    w = torch.zeros(2)
    for _ in range(60):
        gradient = torch.autograd.functional.jacobian(value, w)
        hessian = torch.autograd.functional.hessian(value, w)
        if torch.linalg.matrix_rank(hessian) < 2:
            return None
        step = torch.linalg.solve(hessian, gradient)
        while value(w - step) > value(w) + 1e-14 and step.abs().max() > 1e-15:
            step = step / 2
        w = w - step
    return w.tolist() if step.abs().max() < 1e-13 else None


def cases():
    for features in FEATURES:
        for model, losses, targets in [
            ("linear", ["mse", "mae", "huber"], "numbers"),
            ("logistic", ["mse", "mae", "huber", "crossEntropy"], "labels"),
            ("logistic", ["crossEntropy"], "probabilities"),
        ]:
            for loss in losses:
                for reduction, l1, l2 in [("mean", 0.0, 0.0), ("sum", 0.0, 0.3), ("mean", 0.05, 0.02)]:
                    yield {
                        "features": features, "targets": targets, "model": model, "loss": loss,
                        "delta": 0.75 if model == "linear" else 0.3, "reduction": reduction, "l1": l1, "l2": l2,
                    }


def main():
    everything = numpy.arange(COUNT)
    written = []
    for case in cases():
        value = objective(case, everything)
        batch = objective(case, numpy.array(BATCH))
        samples = []
        for point in POINTS:
            result, gradient = derivatives(value, point)
            hessian = torch.autograd.functional.hessian(value, torch.tensor(point))
            batch_value, batch_gradient = derivatives(batch, point)
            samples.append({
                "point": point, "value": result, "gradient": gradient, "hessian": hessian.flatten().tolist(),
                "batchValue": batch_value, "batchGradient": batch_gradient,
            })
        is_smooth = case["l1"] == 0 and case["loss"] != "mae"
        is_convex = case["model"] == "linear" or case["loss"] == "crossEntropy"
        minimum = minimiser(value) if is_smooth and is_convex else None
        written.append(case | {"samples": samples, "minimum": minimum})
    fixture = {
        "provenance": f"fitted_losses.py, torch {torch.__version__}, float64",
        "features": {name: [column.tolist() for column in columns] for name, columns in FEATURES.items()},
        "targets": {name: column.tolist() for name, column in TARGETS.items()},
        "batch": BATCH,
        "cases": written,
    }
    text = json.dumps(fixture, separators=(",", ":")).replace('{"features":"', '\n{"features":"')
    pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n")


main()

"""Writes schedules.json and clipping.json: learning-rate schedules and gradient clipping as the libraries compute them.

Needs torch 2.13.0, optax 0.2.8 with jax, and nothing else. Run it in this folder: python schedules.py
"""

import json
import math
import warnings

import jax
import optax
import torch
from torch.optim import lr_scheduler

warnings.filterwarnings("ignore")
jax.config.update("jax_enable_x64", True)

EPOCHS = 300
LINEAR_COSINE = [{"LinearLR": {"start_factor": 0.01, "total_iters": 30}}, {"CosineAnnealingLR": {"T_max": 270}}]

# (base rate, schedule as a scene writes it)
SETTINGS = [
    (0.03, {"StepLR": {"step_size": 50, "gamma": 0.5}}),
    (0.1, {"StepLR": {"step_size": 1, "gamma": 0.97}}),
    (0.1, {"StepLR": {"step_size": 7}}),
    (0.1, {"MultiStepLR": {"milestones": [20, 100, 101, 250]}}),
    (0.1, {"MultiStepLR": {"milestones": [0, 30, 30, 90, 90, 90], "gamma": 0.7}}),
    (0.1, {"MultiStepLR": {"milestones": [], "gamma": 0.7}}),
    (0.1, {"ConstantLR": {}}),
    (0.1, {"ConstantLR": {"factor": 0.3, "total_iters": 20}}),
    (0.1, {"ConstantLR": {"factor": 0, "total_iters": 0}}),
    (0.1, {"LinearLR": {}}),
    (0.0006, {"LinearLR": {"start_factor": 0.1, "total_iters": 50}}),
    (0.1, {"LinearLR": {"start_factor": 1, "end_factor": 0, "total_iters": 200}}),
    (0.1, {"LinearLR": {"start_factor": 0.5, "total_iters": 0}}),
    (0.0005, {"ExponentialLR": {"gamma": 0.99}}),
    (0.001, {"ExponentialLR": {"gamma": 1.01}}),
    (0.1, {"PolynomialLR": {}}),
    (0.1, {"PolynomialLR": {"total_iters": 200, "power": 1}}),
    (0.1, {"PolynomialLR": {"total_iters": 250, "power": 2}}),
    (0.1, {"PolynomialLR": {"total_iters": 301, "power": 0.9}}),
    (0.1, {"PolynomialLR": {"total_iters": 0, "power": 3.5}}),
    (0.03, {"CosineAnnealingLR": {"T_max": 300}}),
    (0.0005, {"CosineAnnealingLR": {"T_max": 300, "eta_min": 1e-5}}),
    (0.1, {"CosineAnnealingLR": {"T_max": 40, "eta_min": 0.01}}),
    (0.1, {"CosineAnnealingLR": {"T_max": 25}}),
    (0.1, {"CosineAnnealingLR": {"T_max": 1, "eta_min": 0.001}}),
    (0.0006, {"CosineAnnealingWarmRestarts": {"T_0": 50}}),
    (0.1, {"CosineAnnealingWarmRestarts": {"T_0": 10, "T_mult": 2, "eta_min": 0.003}}),
    (0.1, {"CosineAnnealingWarmRestarts": {"T_0": 1, "T_mult": 3}}),
    (0.001, {"OneCycleLR": {"max_lr": 0.03, "total_steps": 300, "cycle_momentum": False}}),
    (0.001, {"OneCycleLR": {"max_lr": 0.03, "epochs": 20, "steps_per_epoch": 15, "anneal_strategy": "linear"}}),
    (0.001, {"OneCycleLR": {"max_lr": 0.1, "total_steps": 310, "three_phase": True, "pct_start": 0.4}}),
    (0.5, {"OneCycleLR": {"max_lr": 0.1, "total_steps": 305, "three_phase": True, "pct_start": 0.7,
                          "anneal_strategy": "linear", "base_momentum": 0.5, "max_momentum": 0.99}}),
    (0.5, {"OneCycleLR": {"max_lr": 0.1, "total_steps": 300, "pct_start": 0.0, "div_factor": 10,
                          "final_div_factor": 100}}),
    (0.5, {"OneCycleLR": {"max_lr": 0.1, "total_steps": 300, "pct_start": 1.0}}),
    (0.1, {"CyclicLR": {"base_lr": 0.001, "max_lr": 0.03, "step_size_up": 40}}),
    (0.1, {"CyclicLR": {"base_lr": 0.001, "max_lr": 0.03, "step_size_up": 10, "step_size_down": 23,
                        "mode": "triangular2", "base_momentum": 0.3, "max_momentum": 0.95}}),
    (0.1, {"CyclicLR": {"base_lr": 0.001, "max_lr": 0.03, "step_size_up": 17, "mode": "exp_range",
                        "gamma": 0.99}}),
    (0.1, {"CyclicLR": {"base_lr": 0.03, "max_lr": 0.01, "step_size_up": 17, "step_size_down": 0,
                        "cycle_momentum": False}}),
    (0.1, {"LambdaLR": {"lr_lambda": "0.95^t"}}),
    (0.1, {"LambdaLR": {"lr_lambda": "1/(1 + t)"}}),
    (0.03, {"SequentialLR": {"schedulers": LINEAR_COSINE, "milestones": [30]}}),
    (0.1, {"SequentialLR": {"schedulers": [{"ExponentialLR": {"gamma": 0.98}}], "milestones": []}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"ConstantLR": {"factor": 0.1, "total_iters": 12}}, {"ExponentialLR": {"gamma": 0.95}},
        {"StepLR": {"step_size": 20, "gamma": 0.3}}, {"MultiStepLR": {"milestones": [0, 11, 30]}},
        {"PolynomialLR": {"total_iters": 60, "power": 1}}], "milestones": [10, 50, 110, 180]}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"LinearLR": {"total_iters": 20}}, {"LambdaLR": {"lr_lambda": "0.95^t"}},
        {"CosineAnnealingWarmRestarts": {"T_0": 20, "T_mult": 2}}, {"CosineAnnealingLR": {"T_max": 30}}],
        "milestones": [20, 60, 160]}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"LinearLR": {"total_iters": 20}}, {"OneCycleLR": {"max_lr": 0.05, "total_steps": 290}}],
        "milestones": [20]}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"CyclicLR": {"base_lr": 0.002, "max_lr": 0.05, "step_size_up": 20, "base_momentum": 0.6}},
        {"OneCycleLR": {"max_lr": 0.07, "total_steps": 100, "base_momentum": 0.7}},
        {"ExponentialLR": {"gamma": 0.9}}], "milestones": [90, 170]}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"OneCycleLR": {"max_lr": 0.07, "total_steps": 100}},
        {"OneCycleLR": {"max_lr": 0.02, "total_steps": 205, "max_momentum": 0.9}}], "milestones": [100]}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"ExponentialLR": {"gamma": 0.9}}, {"StepLR": {"step_size": 30}}, {"LinearLR": {"total_iters": 10}}],
        "milestones": [0, 40]}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"ExponentialLR": {"gamma": 0.9}}, {"StepLR": {"step_size": 30}}, {"LinearLR": {"total_iters": 10}}],
        "milestones": [50, 50]}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"SequentialLR": {"schedulers": LINEAR_COSINE, "milestones": [30]}}, {"ExponentialLR": {"gamma": 0.9}}],
        "milestones": [200]}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"SequentialLR": {"schedulers": [{"SequentialLR": {"schedulers": [
            {"ExponentialLR": {"gamma": 0.97}}, {"ConstantLR": {}}], "milestones": [1]}},
            {"PolynomialLR": {"total_iters": 40}}], "milestones": [70]}},
        {"CosineAnnealingLR": {"T_max": 100}}], "milestones": [150]}}),
    (0.1, {"SequentialLR": {"schedulers": [
        {"SequentialLR": {"schedulers": [{"ExponentialLR": {"gamma": 0.97}}, {"LinearLR": {}}], "milestones": [0]}},
        {"CosineAnnealingLR": {"T_max": 100}}], "milestones": [150]}}),
]

LAMBDAS = {"0.95^t": lambda t: 0.95**t, "1/(1 + t)": lambda t: 1 / (1 + t)}


def build(optimizer, schedule):
    ((name, settings),) = schedule.items()
    settings = dict(settings)
    if name == "LambdaLR":
        settings["lr_lambda"] = LAMBDAS[settings["lr_lambda"]]
    if name == "SequentialLR":
        settings["schedulers"] = [build(optimizer, one) for one in settings["schedulers"]]
    return getattr(lr_scheduler, name)(optimizer, **settings)


def run(base, schedule):
    parameter = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([parameter], lr=base, momentum=0.123)
    scheduler = build(optimizer, schedule)
    rates, momenta = [], []
    for epoch in range(EPOCHS):
        if epoch > 0:
            optimizer.step()
            scheduler.step()
        rates.append(float(optimizer.param_groups[0]["lr"]))
        momenta.append(float(optimizer.param_groups[0]["momentum"]))
    return rates, momenta


def schedules():
    updates = [k for k in range(1, EPOCHS + 1) if k <= 40 or k % 13 == 0]
    cases = []
    for base, schedule in SETTINGS:
        rates, momenta = run(base, schedule)
        ((name, settings),) = schedule.items()
        case = {"name": name, "settings": settings, "base": base, "rates": [rates[k - 1] for k in updates]}
        if any(momentum != 0.123 for momentum in momenta):
            case["momenta"] = [momenta[k - 1] for k in updates]
        cases.append(case)
    return {"provenance": f"torch {torch.__version__}, float64", "updates": updates, "cases": cases}


GRADIENTS = [
    [3.0, 4.0], [0.3, 0.4], [-1.1, 0.7], [1e-9, -1e-9], [0.0, 0.0], [0.6, 0.8], [1e8, -3e7], [-0.0, 5.0],
    [math.pi, math.e], [-19.123, 17.456], [1e-160, 2e-160], [123.456, -0.001],
]


def keras_norm(gradient, bound):
    """keras/src/optimizers/base_optimizer.py of Keras 3, `_clip_by_norm`, on numpy-like arrays."""
    norm = jax.numpy.sqrt(jax.numpy.sum(jax.numpy.square(gradient)))
    return gradient * bound / jax.numpy.maximum(norm, bound)


def keras_global_norm(gradient, bound):
    """The same file's `clip_by_global_norm`."""
    norm = jax.numpy.sqrt(jax.numpy.sum(jax.numpy.square(gradient)))
    return gradient * (bound * jax.numpy.minimum(1.0 / norm, 1.0 / bound) + (norm - norm))


def clipped(kind, gradient, bound):
    if kind.startswith("clip_grad"):
        parameter = torch.zeros(2, dtype=torch.float64, requires_grad=True)
        parameter.grad = torch.tensor(gradient, dtype=torch.float64)
        getattr(torch.nn.utils, kind + "_")([parameter], bound)
        return parameter.grad.tolist()
    array = jax.numpy.array(gradient)
    if kind == "clip_by_global_norm":
        clip = optax.clip_by_global_norm(bound)
        return clip.update(array, clip.init(array))[0].tolist()
    if kind == "clipvalue":
        return jax.numpy.clip(array, -bound, bound).tolist()
    return {"clipnorm": keras_norm, "global_clipnorm": keras_global_norm}[kind](array, bound).tolist()


def clipping():
    kinds = ["clip_grad_norm", "clip_grad_value", "clip_by_global_norm", "clipnorm", "clipvalue", "global_clipnorm"]
    return {
        "provenance": f"torch {torch.__version__}, optax {optax.__version__}, jax {jax.__version__}, float64; "
        "for Keras its expressions in jax",
        "cases": [
            {"key": kind, "bound": bound, "gradient": gradient, "clipped": clipped(kind, gradient, bound)}
            for kind in kinds for bound in [1.0, 0.5, 20.0] for gradient in GRADIENTS
        ],
    }


def write(name, value):
    cases = ",\n".join(json.dumps(case, separators=(",", ":")) for case in value.pop("cases"))
    head = json.dumps(value, separators=(",", ":"))[:-1]
    with open(name, "w") as file:
        file.write(f'{head},"cases":[\n{cases}\n]}}\n')


write("schedules.json", schedules())
write("clipping.json", clipping())

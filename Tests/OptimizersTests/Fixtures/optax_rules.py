"""Runs optax itself for settings that `trajectories.json` lacks, and writes `optax_rules.json` beside this file.

Needs optax 0.2.8 and jax 0.10.2: `python optax_rules.py`.
"""

import json
import pathlib

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import numpy as np
import optax
from optax import contrib
from optax.contrib import _schedule_free

STEPS = [*range(11), 15, 20, 40, 80, 120, 200, 300]
SURFACES = {
    "rosenbrock": (lambda p: (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2, [-1.5, 2.0]),
    "himmelblau": (lambda p: (p[0] ** 2 + p[1] - 11) ** 2 + (p[0] + p[1] ** 2 - 7) ** 2, [-0.5, 0.25]),
    "three_hump_camel": (
        lambda p: 2 * p[0] ** 2 - 1.05 * p[0] ** 4 + p[0] ** 6 / 6 + p[0] * p[1] + p[1] ** 2, [-1.9, 1.2]),
}


def in_double_precision(make_schedule):
    """The same schedules for counts in float64: whole numbers of 32 bits would make their rates float32."""
    def make(*arguments, **settings):
        schedule = make_schedule(*arguments, **settings)
        return lambda count: schedule(jnp.asarray(count, jnp.float64))
    return make


_schedule_free._schedule.warmup_constant_schedule = in_double_precision(
    _schedule_free._schedule.warmup_constant_schedule)


def exact_diagonal(surface):
    """The diagonal of the Hessian where Sophia takes an estimate."""
    def update(gradient, state, params=None, **_):
        return jnp.diag(jax.hessian(surface)(params)), state
    return optax.GradientTransformation(lambda params: optax.EmptyState(), update)


def sam(surface, learning_rate, rho, base_optimizer="sgd", base_hyperparameters={}):
    ascent = optax.chain(contrib.normalize(), optax.sgd(rho))
    base = getattr(optax, base_optimizer)(learning_rate=learning_rate, **base_hyperparameters)
    optimizer = contrib.sam(base, ascent, sync_period=2, opaque_mode=True)

    def update(gradient, state, params, **_):
        return optimizer.update(gradient, state, params, grad_fn=lambda p, _: jax.grad(surface)(p))
    return optax.GradientTransformationExtraArgs(optimizer.init, update)


def lookahead(surface, fast_optimizer="sgd", fast_hyperparameters={}, **settings):
    settings = {"sync_period": 6, "slow_step_size": 0.5, **settings}
    return optax.lookahead(getattr(optax, fast_optimizer)(**fast_hyperparameters), **settings)


def make(name, surface, settings):
    if name == "sam":
        return sam(surface, **settings)
    if name == "lookahead":
        return lookahead(surface, **settings)
    if name == "sophia":
        return contrib.sophia(hessian_diagonal_fn=exact_diagonal(surface), **settings)
    return getattr(contrib if hasattr(contrib, name) else optax, name)(**settings)


def leaves(state, names):
    """The named parts of an optimizer's state, wherever they are in it."""
    found = {}
    def visit(part):
        for field in getattr(part, "_fields", ()):
            if field in names:
                found[field] = getattr(part, field)
        if isinstance(part, tuple):
            for each in part:
                visit(each)
    visit(state)
    return found


def run(name, surface_name, settings, traces=(), noise=None):
    surface, start = SURFACES[surface_name]
    optimizer = optax.with_extra_args_support(make(name, surface, settings))
    point = jnp.asarray(start)
    wraps = name == "lookahead"
    params = optax.LookaheadParams.init_synced(point) if wraps else point
    state = optimizer.init(params)
    value_and_gradient = jax.value_and_grad(surface)

    @jax.jit
    def step(params, state, factor):
        value, gradient = value_and_gradient((params.fast if wraps else params) * factor)
        updates, state = optimizer.update(gradient * factor, state, params, value=value)
        return optax.apply_updates(params, updates), state

    points, columns = [start], {trace: [None] for trace in traces}
    for k in range(STEPS[-1]):
        factor = jnp.ones(2) if noise is None else 1 + jnp.asarray(noise.uniform(-4.4e-16, 4.4e-16, 2))
        params, state = step(params, state, factor)
        points.append([float(v) for v in (params.fast if wraps else params)])
        found = leaves(state, traces)
        if wraps:
            found["slow"] = params.slow
        if "eval_x" in traces:
            found["eval_x"] = contrib.schedule_free_eval_params(state, params)
        for trace in traces:
            columns[trace].append([float(v) for v in jnp.broadcast_to(found[trace], (2,))])
    return np.array(points), columns


ROSENBROCK, HIMMELBLAU, CAMEL = SURFACES
CASES = [
    ("lion", ROSENBROCK, {"learning_rate": 0.01, "b1": 0.95, "b2": 0.98, "weight_decay": 0.1}, ["mu"]),
    ("adabelief", ROSENBROCK, {"learning_rate": 0.02, "nesterov": True}, ["mu", "nu"]),
    ("adabelief", HIMMELBLAU, {"learning_rate": 0.02, "b1": 0.8, "b2": 0.99, "eps": 0.01, "eps_root": 0.001}, ["nu"]),
    ("yogi", ROSENBROCK, {"learning_rate": 0.02, "b1": 0.8, "b2": 0.9, "eps": 0.01}, ["mu", "nu"]),
    ("novograd", HIMMELBLAU,
     {"learning_rate": 0.005, "b1": 0.8, "b2": 0.9, "eps": 0.01, "eps_root": 0.1, "weight_decay": 0.1}, ["mu", "nu"]),
    ("amsgrad", ROSENBROCK, {"learning_rate": 0.02, "bias_correction_mu": False, "b1": 0.8}, ["mu", "nu_max"]),
    ("amsgrad", HIMMELBLAU,
     {"learning_rate": 0.02, "bias_correction_nu": False, "b2": 0.9, "eps": 0.01, "eps_root": 0.1}, ["nu", "nu_max"]),
    ("sm3", HIMMELBLAU, {"learning_rate": 0.5, "momentum": 0.5}, []),
    ("lamb", HIMMELBLAU,
     {"learning_rate": 0.01, "b1": 0.8, "b2": 0.99, "eps": 0.01, "eps_root": 0.1, "weight_decay": 0.1}, ["mu", "nu"]),
    ("fromage", ROSENBROCK, {"learning_rate": 0.005}, []),
    ("fromage", HIMMELBLAU, {"learning_rate": 0.05, "min_norm": 1.0}, []),
    ("sophia", HIMMELBLAU, {"learning_rate": 0.02}, ["mu", "nu"]),
    ("sophia", ROSENBROCK,
     {"learning_rate": 0.005, "b1": 0.9, "b2": 0.9, "eps": 1.0, "weight_decay": 0.1, "gamma": 0.5,
      "clip_threshold": 0.5, "update_interval": 3}, ["nu"]),
    ("sophia", CAMEL,
     {"learning_rate": 0.01, "eps": 1.0, "gamma": 1.0, "clip_threshold": None, "update_interval": 1}, ["nu"]),
    ("schedule_free_sgd", ROSENBROCK, {"learning_rate": 0.0005, "warmup_steps": 20}, ["z", "eval_x"]),
    ("schedule_free_sgd", HIMMELBLAU,
     {"learning_rate": 0.005, "warmup_steps": 7, "b1": 0.8, "weight_decay": 0.1, "weight_lr_power": 0.7},
     ["z", "eval_x"]),
    ("schedule_free_adamw", HIMMELBLAU,
     {"learning_rate": 0.05, "warmup_steps": 12, "b1": 0.95, "b2": 0.99, "eps": 0.01, "weight_decay": 0.1,
      "weight_lr_power": 1.0}, ["z", "eval_x", "nu"]),
    ("adan", HIMMELBLAU,
     {"learning_rate": 0.05, "b1": 0.9, "b2": 0.8, "b3": 0.95, "eps": 0.01, "eps_root": 0.0, "weight_decay": 0.1},
     ["m", "v", "n"]),
    ("adopt", ROSENBROCK, {"learning_rate": 0.02}, ["mu", "nu"]),
    ("adopt", HIMMELBLAU, {"learning_rate": 0.02, "b1": 0.8, "b2": 0.99, "eps": 0.1, "nesterov": True}, ["mu", "nu"]),
    ("adopt", CAMEL, {"learning_rate": 0.02, "use_clipping": False}, []),
    ("signum", HIMMELBLAU, {"learning_rate": 0.02, "beta": 0.5}, ["ema"]),
    ("polyak_sgd", ROSENBROCK, {"max_learning_rate": 0.001, "scaling": 0.5, "f_min": 0.5, "eps": 0.1}, []),
    ("polyak_sgd", CAMEL, {"max_learning_rate": 1.0, "f_min": 0.2, "variant": "sps+"}, []),
    ("optimistic_gradient_descent", ROSENBROCK, {"learning_rate": 0.0004, "alpha": 0.7, "beta": 0.5}, []),
    ("sam", HIMMELBLAU,
     {"learning_rate": 0.02, "rho": 0.1, "base_optimizer": "adam", "base_hyperparameters": {"b1": 0.8}}, ["mu", "nu"]),
    ("sam", ROSENBROCK,
     {"learning_rate": 0.0001, "rho": 0.01, "base_optimizer": "sgd", "base_hyperparameters": {"momentum": 0.9}},
     ["trace"]),
    ("sam", CAMEL,
     {"learning_rate": 0.01, "rho": 0.05, "base_optimizer": "rmsprop", "base_hyperparameters": {"eps": 0.01}}, ["nu"]),
    ("lookahead", ROSENBROCK,
     {"fast_optimizer": "adam", "fast_hyperparameters": {"learning_rate": 0.05}, "sync_period": 5}, ["slow", "mu"]),
    ("lookahead", HIMMELBLAU,
     {"fast_optimizer": "adam", "fast_hyperparameters": {"learning_rate": 0.05, "b1": 0.8}, "sync_period": 4,
      "slow_step_size": 0.8, "reset_state": True}, ["slow", "nu"]),
    ("lookahead", CAMEL,
     {"fast_optimizer": "rmsprop", "fast_hyperparameters": {"learning_rate": 0.02, "eps": 0.01}, "sync_period": 7,
      "slow_step_size": 0.3}, ["slow", "nu"]),
    ("lookahead", ROSENBROCK,
     {"fast_optimizer": "lion", "fast_hyperparameters": {"learning_rate": 0.01}}, ["slow", "mu"]),
]


def comparable_through(case, points):
    """The last step up to which noise of two ulps in the point and the gradient moves no point by more than 1e-10."""
    last = STEPS[-1]
    for seed in range(3):
        noisy, _ = run(*case[:3], noise=np.random.default_rng(seed))
        far = np.nonzero(~(np.abs(noisy - points).max(axis=1) <= 1e-10))[0]
        last = min([last, *(far - 1)])
    return int(last)


def main():
    lines = []
    for index, case in enumerate(CASES):
        name, surface, settings, traces = case
        points, columns = run(*case)
        record = {
            "id": f"optax_{name}_{index + 1}", "convention": "optax", "optimizer": name, "hyperparameters": settings,
            "surface": surface, "start": SURFACES[surface][1], "tolerance": 1e-9,
            "comparableThrough": comparable_through(case, points), "steps": STEPS,
            "points": [points[k].tolist() for k in STEPS],
            "losses": [float(SURFACES[surface][0](points[k])) for k in STEPS],
            "traces": {trace: [column[k] for k in STEPS] for trace, column in columns.items()},
        }
        print(record["id"], record["comparableThrough"], record["points"][-1])
        lines.append(json.dumps(record, separators=(",", ":")))
    provenance = (
        "Computed in float64 on a CPU with optax 0.2.8 and jax 0.10.2 by optax_rules.py beside this file, "
        "warmups in float64 too. A trace entry is "
        "the state after the update that produced the point of that step; null at the start. A case is comparable as far "
        "as noise of two ulps in the point and the gradient moves no point by more than 1e-10.")
    text = '{"provenance": ' + json.dumps(provenance) + ',\n "cases": [\n' + ",\n".join(lines) + "\n]}\n"
    pathlib.Path(__file__).with_name("optax_rules.json").write_text(text)


main()

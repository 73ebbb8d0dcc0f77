"""The Python side of `Benchmarks/optimizers`: reads one command a line, answers with one line.

loop STEPS    nanoseconds for one run of Adam on Rosenbrock's function, written out over floats, all state recorded
torch STEPS   the same run by torch.optim.Adam on a tensor of two doubles, nothing recorded
end WAY STEPS x and y of the last point
"""
import sys
import time
from math import sqrt


def loss(x, y):
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def gradient(x, y):
    slope = 200 * (y - x**2)
    return -2 * (1 - x) - 2 * x * slope, slope


def loop(steps, lr=0.01, beta1=0.9, beta2=0.999, eps=1e-8):
    x, y = -1.5, 2.0
    mx = my = vx = vy = 0.0
    points, losses, gradients = [], [], []
    exp_avg, exp_avg_sq, m_hat, v_hat, effective_lr = [None], [None], [None], [None], [None]
    for t in range(1, steps + 2):
        gx, gy = gradient(x, y)
        points.append((x, y))
        losses.append(loss(x, y))
        gradients.append((gx, gy))
        if t > steps:
            break
        mx, my = beta1 * mx + (1 - beta1) * gx, beta1 * my + (1 - beta1) * gy
        vx, vy = beta2 * vx + (1 - beta2) * gx * gx, beta2 * vy + (1 - beta2) * gy * gy
        c1, c2 = 1 - beta1**t, 1 - beta2**t
        mhx, mhy, vhx, vhy = mx / c1, my / c1, vx / c2, vy / c2
        rx, ry = lr / (sqrt(vhx) + eps), lr / (sqrt(vhy) + eps)
        x, y = x - rx * mhx, y - ry * mhy
        exp_avg.append((mx, my))
        exp_avg_sq.append((vx, vy))
        m_hat.append((mhx, mhy))
        v_hat.append((vhx, vhy))
        effective_lr.append((rx, ry))
    return points[-1]


def with_torch(steps):
    import torch

    torch.set_num_threads(1)
    point = torch.tensor([-1.5, 2.0], dtype=torch.float64, requires_grad=True)
    adam = torch.optim.Adam([point], lr=0.01)
    for _ in range(steps):
        adam.zero_grad()
        x, y = point
        loss(x, y).backward()
        adam.step()
    return tuple(point.tolist())


ways = {"loop": loop, "torch": with_torch}
for line in sys.stdin:
    words = line.split()
    if words[0] == "end":
        print(*ways[words[1]](int(words[2])), flush=True)
        continue
    way, steps = ways[words[0]], int(words[1])
    calls = 10 if words[0] == "loop" else 1
    begin = time.thread_time()
    for _ in range(calls):
        way(steps)
    print((time.thread_time() - begin) * 1e9 / calls, flush=True)

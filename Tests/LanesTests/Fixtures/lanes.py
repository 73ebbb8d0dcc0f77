# Reference values of the elementary functions, as bit patterns: `python3 lanes.py > lanes.txt`.
# A line: function, argument(s), result rounded from 400 or more digits with mpmath 1.3.0.
import random
import struct

import mpmath as m

random.seed(20)


def bits(x):
    return "%016x" % struct.unpack("<Q", struct.pack("<d", x))[0]


def spread(low, high, count):
    """Numbers whose exponents are spread evenly, of both signs."""
    return [random.choice([-1, 1]) * random.uniform(1, 2) * 2.0 ** random.randrange(low, high) for _ in range(count)]


def uniform(low, high, count):
    return [random.uniform(low, high) for _ in range(count)]


subnormal = [5e-324, -5e-324, 1e-310, -2.2250738585072e-308, 2.2250738585072014e-308]
quarters = [float(k * m.pi / 2) for k in (1, 2, 3, 4, 5, 100, 12345, 2**20, 10**9, 10**15)]
angles = uniform(-10, 10, 150) + spread(-60, 1023, 100) + quarters + subnormal + [6381956970095103 * 2.0**797]
every = spread(-1022, 1023, 100) + subnormal
positive = [abs(x) for x in every] + uniform(0.5, 2, 100) + uniform(0.99, 1.01, 50) + [1.0, 10.0, 1e22, 0.001]
unit = uniform(-1, 1, 150) + spread(-60, -1, 50) + [1.0, -1.0, 0.5, -0.5, 0.9999999999999999, -0.9999999999999999] + subnormal
growth = uniform(-745.1, 709.7, 100) + uniform(-1, 1, 100) + spread(-60, 6, 50) + subnormal + [709.782712893384, -745.1332191019411]
wide = uniform(-710.4, 710.4, 80) + uniform(-2, 2, 120) + spread(-60, 6, 50) + subnormal
arguments = {
    "exp": growth, "log": positive, "log10": positive, "sin": angles, "cos": angles, "tan": angles, "asin": unit,
    "acos": unit, "atan": every + uniform(-5, 5, 150), "sinh": wide, "cosh": wide, "tanh": wide + spread(-60, 1000, 50),
}
functions = {name: getattr(m, name) for name in arguments}
for name, values in arguments.items():
    for x in values:
        m.mp.prec = 2400 if abs(x) > 1e15 or abs(x) < 1e-15 else 400
        print(name, bits(x), bits(float(functions[name](m.mpf(x)))))
m.mp.prec = 2400
for _ in range(300):
    y, x = spread(-20, 20, 2) if random.random() < 0.7 else spread(-900, 900, 2)
    print("atan2", bits(y), bits(x), bits(float(m.atan2(m.mpf(y), m.mpf(x)))))
m.mp.prec = 400
for _ in range(300):
    x = abs(random.choice([spread(-1000, 1000, 1), uniform(0.9, 1.1, 1), uniform(0, 10, 1)])[0])
    y = random.uniform(-740, 709) / float(m.log(x)) if random.random() < 0.7 else random.uniform(-3, 3)
    value = m.power(m.mpf(x), m.mpf(y))
    if m.mpf(2) ** -1075 < value < m.mpf(2) ** 1024:
        print("pow", bits(x), bits(y), bits(float(value)))

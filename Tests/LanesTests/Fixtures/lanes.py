# Reference values of the elementary functions, as bit patterns: `python3 lanes.py > lanes.txt`.
# A line: function, argument(s), result rounded from 400 or more digits with mpmath 1.3.0.
import math
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

# The ends of the ranges: arguments and results that are subnormal, neighbours of zeros, poles and limits, the largest
# angles, and the last numbers before a function overflows or vanishes.
random.seed(21)
largest = 1.7976931348623157e308


def neighbours(*values):
    """Each number with its six nearest on both sides."""
    found = []
    for value in values:
        below = above = value
        found.append(value)
        for _ in range(3):
            below, above = math.nextafter(below, -math.inf), math.nextafter(above, math.inf)
            found += [below, above]
    return found


def subnormals(count):
    return [random.choice([-1, 1]) * random.randrange(1, 2**52) * 5e-324 for _ in range(count)]


def both(values):
    return values + [-x for x in values]


tiny = subnormals(20) + both([5e-324, 1e-323, 2.225073858507201e-308])
turns = [k * 3.141592653589793 / 2 for k in (1, 2, 3, 4, 7, 355, 710, 1048575, 2097151)]
huge = [1e22, 1e300, largest, 2.0**1023, 1e16, 9007199254740993.0, 1.2345e200, 5.0e15, 1647099.0, 1647100.0, 1.0e6]
ends = {
    "exp": tiny + neighbours(709.782712893384, -708.3964185322641, -745.1332191019411, 708.0, -708.0, 1.0, 0.0)
    + uniform(-745, -708, 40) + uniform(709, 709.78, 20),
    "log": [abs(x) for x in tiny] + neighbours(1.0, 2.0, 2.718281828459045, 1.4142135623730951, 0.7071067811865476)
    + neighbours(2.2250738585072014e-308)[1:] + [largest],
    "log10": [abs(x) for x in tiny] + neighbours(1.0, 10.0, 100.0, 1e-5, 1.4142135623730951, 0.7071067811865476) + [largest],
    "sin": tiny + both(huge) + neighbours(*turns),
    "cos": tiny + both(huge) + neighbours(*turns),
    "tan": tiny + both(huge) + neighbours(*turns),
    "asin": tiny + neighbours(0.5, -0.5) + both([1 - k * 2.0**-53 for k in range(20)]),
    "acos": tiny + neighbours(0.5, -0.5) + both([1 - k * 2.0**-53 for k in range(20)]),
    "atan": tiny + both(huge) + neighbours(0.4375, 0.6875, 1.1875, 2.4375, -1.0),
    "sinh": tiny + neighbours(710.4758600739439, -710.4758600739439, 1.0, -1.0, 0.0) + uniform(709, 710.4, 20),
    "cosh": tiny + neighbours(710.4758600739439, -710.4758600739439, 1.0, 0.0) + uniform(709, 710.4, 20),
    "tanh": tiny + both([largest]) + neighbours(22.0, -19.0, 18.7, 0.5, 3.725290298461914e-09),
}


def rounded(value):
    """The nearest double, in one step where it is subnormal, infinite beyond the range."""
    if abs(value) < m.mpf(2) ** -1022:
        return math.copysign(float(m.nint(abs(value) * m.mpf(2) ** 1074)) * 5e-324, -1 if value < 0 else 1)
    return float(value)


m.mp.prec = 2400
for name, values in ends.items():
    for x in values:
        if x != 0:
            print(name, bits(x), bits(rounded(functions[name](m.mpf(x)))))
for _ in range(150):
    y, x = random.choice([subnormals(2), spread(-1074, -1000, 2), spread(-1022, 1023, 2), spread(1000, 1023, 2)])
    print("atan2", bits(y), bits(x), bits(rounded(m.atan2(m.mpf(y), m.mpf(x)))))
m.mp.prec = 600
for _ in range(250):
    x = random.choice([abs(subnormals(1)[0]), random.uniform(0, 1) * largest, 1 + random.uniform(-1, 1) * 2.0**-40, random.uniform(0.5, 2)])
    if x == 1:
        continue
    limit = random.choice([-744.5, -720, -708.5, 709.7, 1e-3, 1e-12])
    y = limit * random.uniform(0.999, 1) / float(m.log(m.mpf(x)))
    value = m.power(m.mpf(x), m.mpf(y))
    if abs(y) < largest and m.mpf(2) ** -1074 < value < m.mpf(2) ** 1024:
        print("pow", bits(x), bits(y), bits(rounded(value)))
for _ in range(40):
    x, y = -random.uniform(0.5, 3), float(random.randrange(-300, 300))
    print("pow", bits(x), bits(y), bits(rounded(m.power(m.mpf(x), int(y)))))

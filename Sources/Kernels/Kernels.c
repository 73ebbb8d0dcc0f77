#include "Kernels.h"

// The functions are those of `Lanes`, operation by operation; sources and bounds are told there.

// Nothing may become a fused multiply-add: the bits must be the same everywhere.
#pragma STDC FP_CONTRACT OFF

// Vectors are handed over only between functions that become one, compiled for each instruction set.
#pragma clang diagnostic ignored "-Wpsabi"
#define INLINE static inline __attribute__((always_inline))

typedef double numbers __attribute__((ext_vector_type(8), aligned(8)));
typedef unsigned long bits __attribute__((ext_vector_type(8), aligned(8)));
typedef long mask __attribute__((ext_vector_type(8), aligned(8)));

INLINE numbers magnitude(numbers x) { return (numbers)((bits)x & 0x7fffffffffffffff); }

/// The nearest whole number.
INLINE numbers rounded(numbers x) { return (x + 0x1.8p52) - 0x1.8p52; }

INLINE numbers quick_exponential(numbers x, mask *doubt) {
    *doubt |= 708 < magnitude(x);
    numbers n = rounded(1.4426950408889634 * x);
    numbers high = x - 0.6931471803691238 * n;
    numbers low = 1.9082149292705877e-10 * n;
    numbers r = high - low;
    numbers lost = (high - r) - low;
    numbers square = r * r;
    numbers fourth = square * square;
    numbers p0 = 0.16666666666666669 * r + 0.5000000000000001;
    numbers p2 = 0.008333333333330055 * r + 0.04166666666662404;
    numbers p4 = 0.00019841269863088255 * r + 0.0013888888917258759;
    numbers p6 = 2.7557268406190795e-06 * r + 2.4801521225986432e-05;
    numbers p8 = 2.51004110820149e-08 * r + 2.7620121717381933e-07;
    numbers first = square * p2 + p0;
    numbers last = fourth * p8 + (square * p6 + p4);
    numbers p = fourth * last + first;
    bits power = (bits)(n + (0x1.8p52 + 1023)) << 52;
    return (1 + (r + (square * p + lost))) * (numbers)power;
}

INLINE numbers quick_logarithm(numbers x, mask *doubt) {
    *doubt |= x < 0x1p-1022 | 0x1.fffffffffffffp1023 < x;
    bits encoded = (bits)x;
    numbers k = (numbers)(encoded >> 52 | 0x4330000000000000) - (0x1p52 + 1023);
    numbers m = (numbers)((encoded & 0x000fffffffffffff) | 0x3ff0000000000000);
    mask is_upper = 1.4142135623730951 < m;
    k = is_upper ? k + 1 : k;
    m = is_upper ? 0.5 * m : m;
    numbers f = m - 1;
    numbers half_square = 0.5 * (f * f);
    numbers s = f / (f + 2);
    numbers z = s * s;
    numbers p = 0.1461703754879165 * z + 0.1533167403016786;
    p = p * z + 0.18182890556695602;
    p = p * z + 0.2222221111514416;
    p = p * z + 0.2857142862609589;
    p = p * z + 0.3999999999989924;
    p = p * z + 0.666666666666667;
    numbers inner = s * (half_square + z * p);
    numbers rest = (half_square - (inner + 1.9082149292705877e-10 * k)) - f;
    return (0.6931471803691238 * k - rest) + (x - x);
}

/// The sine of x turned by 0 or 1 quarter turns.
INLINE numbers quick_turned_sine(numbers x, double quarters, mask *doubt) {
    numbers quadrant = rounded(0.6366197723675814 * x);
    numbers head = x - 1.5707963267341256 * quadrant;
    numbers second = 6.077100506506192e-11 * quadrant;
    numbers r = head - second;
    numbers tail = (head - r) - second;
    *doubt |= magnitude(r) < 0x1p-20 * magnitude(quadrant);
    numbers z = r * r;
    numbers p = 1.591798150140412e-10 * z - 2.5051129792549024e-08;
    p = p * z + 2.7557316092699366e-06;
    p = p * z - 0.0001984126983673957;
    p = p * z + 0.008333333333330936;
    p = p * z - 0.16666666666666666;
    numbers half_square = 0.5 * z;
    numbers sine = r + (r * z * p + (tail - half_square * tail));
    p = -1.1382539967177458e-11 * z + 2.0876144984413913e-09;
    p = p * z - 2.755731726556589e-07;
    p = p * z + 2.48015872987538e-05;
    p = p * z - 0.0013888888888887389;
    p = p * z + 0.041666666666666664;
    numbers start = 1 - half_square;
    numbers cosine = start + (((1 - start) - half_square) + (z * z * p - r * tail));
    bits turns = (bits)((quadrant + quarters) + 0x1.8p52);
    numbers value = (mask)(turns << 63) < 0 ? cosine : sine;
    return (numbers)((bits)value ^ (turns & 2) << 62);
}

INLINE numbers quick_sine(numbers x, mask *doubt) {
    numbers sine = quick_turned_sine(x, 0, doubt);
    return x == 0 ? x : sine;
}

#define OPERAND(name) numbers name = *(const numbers *)(name##_place.memory + k * name##_place.stride)

/// Computes a step's result from a, b, c and d for eight numbers at a time; what is not used is not read.
#define EACH(expression) LOOP(*(numbers *)(result + k) = (expression))

#define LOOP(...)                                                                                                      \
    for (ptrdiff_t k = 0; k < count; k += 8) {                                                                         \
        OPERAND(a);                                                                                                    \
        OPERAND(b);                                                                                                    \
        OPERAND(c);                                                                                                    \
        OPERAND(d);                                                                                                    \
        (void)a, (void)b, (void)c, (void)d;                                                                            \
        __VA_ARGS__;                                                                                                   \
    }                                                                                                                  \
    break;

#define EACH_AND_NEXT(first)                                                                                           \
    switch (steps[index].next) {                                                                                       \
    case kernel_nothing: EACH(first)                                                                                   \
    case kernel_squared: EACH((first) * (first))                                                                       \
    case kernel_plus: EACH((first) + c)                                                                                \
    case kernel_minus: EACH((first) - c)                                                                               \
    case kernel_from: EACH(c - (first))                                                                                \
    case kernel_times: EACH((first) * c)                                                                               \
    case kernel_times_plus: EACH((first) * c + d)                                                                      \
    case kernel_times_minus: EACH((first) * c - d)                                                                     \
    case kernel_times_from: EACH(d - (first) * c)                                                                      \
    }                                                                                                                  \
    break;

INLINE ptrdiff_t run(
    const struct kernel_step *steps, ptrdiff_t index, ptrdiff_t end, const struct kernel_place *places,
    ptrdiff_t count) {
    for (; index < end; index++) {
        double *result = places[steps[index].result].memory;
        const struct kernel_place a_place = places[steps[index].a], b_place = places[steps[index].b];
        const struct kernel_place c_place = places[steps[index].c], d_place = places[steps[index].d];
        mask doubt = 0;
        numbers sum = 0;
        switch (steps[index].operation) {
        case kernel_none: return index;
        case kernel_add: EACH_AND_NEXT(a + b)
        case kernel_subtract: EACH_AND_NEXT(a - b)
        case kernel_multiply: EACH_AND_NEXT(a * b)
        case kernel_square: EACH_AND_NEXT(a * a)
        case kernel_divide: EACH(a / b)
        case kernel_divide_or_zero: EACH(b == 0 ? 0 : a / b)
        case kernel_negate: EACH(-a)
        case kernel_square_root: EACH(__builtin_elementwise_sqrt(a))
        case kernel_exponential: EACH(quick_exponential(a, &doubt))
        case kernel_logarithm: EACH(quick_logarithm(a, &doubt))
        case kernel_sine: EACH(quick_sine(a, &doubt))
        case kernel_cosine: EACH(quick_turned_sine(a, 1, &doubt))
        case kernel_check: LOOP(sum += a + b + c)
        }
        // What is not finite stays so in every sum.
        doubt |= (sum - sum) != 0;
        if (__builtin_reduce_or(doubt) != 0) return index;
    }
    return end;
}

#define ARGUMENTS                                                                                                      \
    const struct kernel_step *steps, ptrdiff_t first, ptrdiff_t end, const struct kernel_place *places, ptrdiff_t count

#if defined(__x86_64__)

__attribute__((target("avx2"))) static ptrdiff_t run_avx2(ARGUMENTS) { return run(steps, first, end, places, count); }

__attribute__((target("avx512f,avx512dq,avx512vl"))) static ptrdiff_t run_avx512(ARGUMENTS) {
    return run(steps, first, end, places, count);
}

bool kernel_has_set(enum kernel_set set) {
    if (set == kernel_set_avx2) return __builtin_cpu_supports("avx2");
    if (set != kernel_set_avx512) return set == kernel_set_baseline;
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl");
}

#else

bool kernel_has_set(enum kernel_set set) { return set == kernel_set_baseline; }

#endif

ptrdiff_t kernel_run(enum kernel_set set, ARGUMENTS) {
    switch (set) {
#if defined(__x86_64__)
    case kernel_set_avx512: return run_avx512(steps, first, end, places, count);
    case kernel_set_avx2: return run_avx2(steps, first, end, places, count);
#endif
    default: return run(steps, first, end, places, count);
    }
}

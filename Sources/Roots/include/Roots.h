// Square roots of eight numbers at once. Swift's own on vectors go one by one.
#ifndef ROOTS_H
#define ROOTS_H

typedef double eight_numbers __attribute__((ext_vector_type(8), aligned(8)));

/// Replaces eight numbers by their square roots, each correctly rounded.
static inline __attribute__((always_inline)) void take_square_roots(double *numbers) {
    eight_numbers *vector = (eight_numbers *)numbers;
    *vector = __builtin_elementwise_sqrt(*vector);
}

#endif

// Square roots of several numbers at once, without a branch. Swift's own go one by one, and each may call the C library.
#ifndef ROOTS_H
#define ROOTS_H

typedef double eight_numbers __attribute__((ext_vector_type(8), aligned(8)));

/// Replaces eight numbers by their square roots, each correctly rounded.
static inline __attribute__((always_inline)) void take_square_roots(double *numbers) {
    eight_numbers *vector = (eight_numbers *)numbers;
    *vector = __builtin_elementwise_sqrt(*vector);
}

/// The square root of one number, correctly rounded. Two of them in a row become one operation.
static inline __attribute__((always_inline)) double take_square_root(double number) {
    return __builtin_elementwise_sqrt(number);
}

#endif

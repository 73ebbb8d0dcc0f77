// The operations of formulas on many numbers at once, for each instruction set the processor may have.
#ifndef KERNELS_H
#define KERNELS_H

#include <stdbool.h>
#include <stddef.h>

/// Instruction sets in the order of their width. All of them give the same bits: every operation is rounded by itself.
enum kernel_set { kernel_set_baseline, kernel_set_avx2, kernel_set_avx512 };

/// Whether this machine has an instruction set.
bool kernel_has_set(enum kernel_set set);

/// What is done with the first operands, a and b.
enum kernel_operation {
    /// Not for a kernel.
    kernel_none,
    kernel_add, kernel_subtract, kernel_multiply, kernel_square, kernel_divide,
    /// 0 where b is 0.
    kernel_divide_or_zero,
    kernel_negate, kernel_square_root, kernel_exponential, kernel_logarithm, kernel_sine, kernel_cosine,
    /// Nothing: looks at a, b and c for numbers that are not finite.
    kernel_check,
};

/// What is done at once with the result of a sum, difference, product or square, with the operands c and d.
enum kernel_next {
    kernel_nothing, kernel_squared, kernel_plus, kernel_minus, kernel_from,
    kernel_times, kernel_times_plus, kernel_times_minus, kernel_times_from,
};

/// An operation, its result and operands, by the numbers of their places. Those that are not needed are not read, but
/// must be places.
struct kernel_step {
    enum kernel_operation operation;
    enum kernel_next next;
    int result, a, b, c, d;
};

/// Where numbers lie, and how far one is from the next: 1, or 0 for a constant, which is there eight times.
struct kernel_place {
    double *_Nonnull memory;
    ptrdiff_t stride;
};

/// Takes steps, one after the other, each for all numbers, whose count is a multiple of eight. A result may lie where an
/// operand is, but not partly over it.
///
/// - Returns: The first step that another must take, because there is no kernel for it, or an exponential, logarithm,
///   sine or cosine is asked for an argument beyond the range of the quick way (`Quick` in Lanes names it), or a check
///   finds something; else `end`.
ptrdiff_t kernel_run(
    enum kernel_set set, const struct kernel_step *_Nonnull steps, ptrdiff_t first, ptrdiff_t end,
    const struct kernel_place *_Nonnull places, ptrdiff_t count);

#endif

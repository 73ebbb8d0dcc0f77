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
    kernel_add, kernel_subtract, kernel_multiply, kernel_square, kernel_divide,
    /// 0 where b is 0.
    kernel_divide_or_zero,
    kernel_negate, kernel_square_root, kernel_exponential, kernel_logarithm, kernel_sine, kernel_cosine,
};

/// What is done at once with the result of a sum, difference, product or square, with the operands c and d.
enum kernel_next {
    kernel_nothing, kernel_squared, kernel_plus, kernel_minus, kernel_from,
    kernel_times, kernel_times_plus, kernel_times_minus, kernel_times_from,
};

/// Where the numbers of an operand lie, and how far one is from the next: 1, or 0 for a constant, which is there eight
/// times.
struct kernel_place {
    double *_Nonnull memory;
    ptrdiff_t stride;
};

/// The operands of an operation and of what is done next; those that are not needed are not read.
struct kernel_operands {
    struct kernel_place a, b, c, d;
};

/// Does an operation on numbers, whose count is a multiple of eight. The result may lie where an operand is, but not
/// partly over it.
///
/// - Returns: Whether the result is doubtful for some arguments of an exponential, logarithm, sine or cosine: beyond
///   the range of the quick way (`Quick` in Lanes names it), which is all there is here.
bool kernel_run(
    enum kernel_set set, enum kernel_operation operation, enum kernel_next next, double *_Nonnull result,
    const struct kernel_operands *_Nonnull operands, ptrdiff_t count);

#endif

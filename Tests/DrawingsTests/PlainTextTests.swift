import Testing

@testable import Drawings

@Suite struct PlainTextTests {
    @Test(arguments: [
        ("RMSprop, β = 0.9", "RMSprop, β = 0.9"), (#"5 \$"#, "5 $"), (#"$\eta=-1$"#, "η = −1"), ("$x_1^2$", "x₁²"),
        ("$f_{end} = 3$", "f_end = 3"), ("$e^{x+y}$", "e^(x + y)"), ("$2-1$", "2 − 1"), ("$(-x)-y$", "(−x) − y"),
        (#"$\log x$"#, "log x"), (#"$\log (x)$"#, "log(x)"), (#"$\log_{10}(x)$"#, "log₁₀(x)"), ("$f(x,y)$", "f(x, y)"),
        (#"$2\times10^{-4}$"#, "2 × 10⁻⁴"), (#"at $\sqrt{x+1}$"#, "at √(x + 1)"), ("", ""),
    ])
    func mathematicsReadsAsText(text: String, plain: String) throws { #expect(try MathText(text).plain == plain) }
}

import Drawings
import Surfaces
import Testing

@testable import Figures

@Suite struct FormulaTextTests {
    @Test(arguments: [
        ("x^2 + y^2", "x^{2}+y^{2}"), ("(1-x)^2 + 100*(y-x^2)^2", "(1-x)^{2}+100(y-x^{2})^{2}"),
        ("2*pi*x", "2\\pi x"), ("x**0.5", "x^{0.5}"), ("a*exp(-x)", "a\\exp (-x)"), ("x^(a+1)", "x^{a+1}"),
        ("3*4", "3\\cdot 4"), ("x*-y", "x\\cdot -y"), ("1e-3*x", "10^{-3}x"), ("2.5e+2*y", "2.5\\times10^{2}y"),
        ("x^2^3", "x^{2^{3}}"), ("x^-y^2*z", "x^{-y^{2}}z"), ("1/2*x", "1/2\\cdot x"), ("a/b+c*x", "a/b+cx"),
        ("log10(x)", "\\log_{10}(x)"), ("alpha_1*x", "\\alpha _{1}x"), ("e*x", "ex"), ("2^sin(x)", "2^{\\sin (x)}"),
        ("w_max*x", "w_{\\mathrm{max}}x"), ("rate*x", "\\mathit{rate}x"), ("2*sqrt(x^2+1)", "2\\sqrt{x^{2}+1}"),
        ("sqrt(sqrt(x))^2", "\\sqrt{\\sqrt{x}}^{2}"), ("abs(-x)", "\\left|-x\\right|"),
        ("sum(i, 1, 5, i*x)", "\\sum_{i=1}^{5}(ix)"), ("x/abs(y)*z", "x/\\left|y\\right|\\cdot z"),
    ])
    func formulasReadLikeMathematics(formula: String, math: String) {
        #expect(FormulaText.math(formula) == math)
    }

    @Test(arguments: SurfaceCatalogue.entries.map(\.formula))
    func everyCatalogueFormulaCanBeSet(formula: String) throws {
        _ = try MathText("$\(FormulaText.math(formula))$")
    }
}

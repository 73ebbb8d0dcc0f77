/// Surfaces.
extension BadScene {
    static let surface: [BadScene] = [
        BadScene(
            "a misspelt name",
            #"""
            surface: rosenbrok

            """#,
            #"""
            scene.yaml:1:10: error: unknown surface 'rosenbrok'
                surface: rosenbrok
                         ^~~~~~~~~
            help: did you mean 'rosenbrock'?

            """#),
        BadScene(
            "a name far from any",
            #"""
            surface: qqqqqqq

            """#,
            #"""
            scene.yaml:1:10: error: unknown surface 'qqqqqqq'
                surface: qqqqqqq
                         ^~~~~~~
            help: 'ravine list surfaces' lists them

            """#),
        BadScene(
            "a formula for a name",
            #"""
            surface: x^2 + y^2

            """#,
            #"""
            scene.yaml:1:10: error: unknown surface 'x^2 + y^2'
                surface: x^2 + y^2
                         ^~~~~~~~~
            help: a formula is written as surface: { formula: "…" }

            """#),
        BadScene(
            "a list",
            #"""
            surface: [rosenbrock]

            """#,
            #"""
            scene.yaml:1:10: error: 'surface' must be a name, or a mapping with a name, a formula, a grid or data, not a list
                surface: [rosenbrock]
                         ^

            """#),
        BadScene(
            "neither name nor formula",
            #"""
            surface: { parameters: { b: 1 } }

            """#,
            #"""
            scene.yaml:1:10: error: 'surface' has neither a name nor a formula, a grid or data
                surface: { parameters: { b: 1 } }
                         ^

            """#),
        BadScene(
            "name and formula",
            #"""
            surface: { name: rosenbrock, formula: x }

            """#,
            #"""
            scene.yaml:1:30: error: 'surface' has a name and a formula
                surface: { name: rosenbrock, formula: x }
                                             ^~~~~~~
            help: keep one: they are different kinds of surfaces

            """#),
        BadScene(
            "a parameter that it lacks",
            #"""
            surface: { name: rosenbrock, parameters: { c: 1 } }

            """#,
            #"""
            scene.yaml:1:44: error: unknown parameter 'c'
                surface: { name: rosenbrock, parameters: { c: 1 } }
                                                           ^
            help: did you mean 'a'?

            """#),
        BadScene(
            "parameters that are no numbers",
            #"""
            surface: { name: rosenbrock, parameters: { a: yes, b: .inf } }

            """#,
            #"""
            scene.yaml:1:47: error: 'a' must be a number, not text 'yes'
                surface: { name: rosenbrock, parameters: { a: yes, b: .inf } }
                                                              ^~~
            scene.yaml:1:55: error: 'b' must be a finite number, not .inf
                surface: { name: rosenbrock, parameters: { a: yes, b: .inf } }
                                                                      ^~~~

            """#),
        BadScene(
            "minima of a name",
            #"""
            surface: { name: rosenbrock, minima: [[1, 1]] }

            """#,
            #"""
            scene.yaml:1:30: error: 'minima' belongs to a surface with 'formula'
                surface: { name: rosenbrock, minima: [[1, 1]] }
                                             ^~~~~~
            help: one with 'name' has parameters, vary, domain, transform

            """#),
        BadScene(
            "a sampled grid",
            #"""
            surface: { grid: digits-mlp.npz }

            """#,
            #"""
            scene.yaml:1:18: error: cannot read 'digits-mlp.npz': no such file
                surface: { grid: digits-mlp.npz }
                                 ^~~~~~~~~~~~~~
            help: the path is relative to this file

            """#),
        BadScene(
            "an unknown name in a plain formula",
            #"""
            surface: { formula: x^2 + q*y }

            """#,
            #"""
            scene.yaml:1:27: error: unknown name 'q'
                surface: { formula: x^2 + q*y }
                                          ^
            help: did you mean 'x'?

            """#),
        BadScene(
            "an unknown name in a quoted formula",
            #"""
            surface:
              formula: 'x^2 + q*y'

            """#,
            #"""
            scene.yaml:2:19: error: unknown name 'q'
                  formula: 'x^2 + q*y'
                                  ^
            help: did you mean 'x'?

            """#),
        BadScene(
            "an unknown name after wide letters",
            #"""
            surface: { parameters: { größe: 1 }, formula: "x^2 + größe*q" }

            """#,
            #"""
            scene.yaml:1:60: error: unknown name 'q'
                surface: { parameters: { größe: 1 }, formula: "x^2 + größe*q" }
                                                                           ^
            help: did you mean 'x'?

            """#),
        BadScene(
            "an unknown name in a folded formula",
            #"""
            surface:
              formula: >
                x^2
                + q*y

            """#,
            #"""
            scene.yaml:2:12: error: unknown name 'q' (line 1, column 7 of the formula)
                  formula: >
                           ^
            help: did you mean 'x'?

            """#),
        BadScene(
            "an empty formula",
            #"""
            surface: { formula: "" }

            """#,
            #"""
            scene.yaml:1:22: error: the formula is empty
                surface: { formula: "" }
                                     ^
            help: write an expression in x and y

            """#),
        BadScene(
            "minima that are no points",
            #"""
            surface: { formula: x*y, minima: [[1], [2, a]] }

            """#,
            #"""
            scene.yaml:1:35: error: 'minima' must be a pair of numbers, not 1 of them
                surface: { formula: x*y, minima: [[1], [2, a]] }
                                                  ^
            scene.yaml:1:44: error: 'minima' must be a number, not text 'a'
                surface: { formula: x*y, minima: [[1], [2, a]] }
                                                           ^

            """#),
    ]
}

/// Transforms.
extension BadData {
    static let transforms: [BadData] = [
        BadData(
            "an angle without a unit", "surface: { name: rosenbrock, transform: [{ rotate: 30 }] }\n", [:],
            #"""
            scene.yaml:1:52: error: 'rotate' must be an angle with its unit, such as 30deg or 0.5rad, not 30
                surface: { name: rosenbrock, transform: [{ rotate: 30 }] }
                                                                   ^~
            help: write 30deg or 30rad

            """#),
        BadData(
            "an angle that is text", "surface: { name: rosenbrock, transform: [{ rotate: a lot }] }\n", [:],
            #"""
            scene.yaml:1:52: error: 'rotate' must be an angle with its unit, such as 30deg or 0.5rad, not text 'a lot'
                surface: { name: rosenbrock, transform: [{ rotate: a lot }] }
                                                                   ^~~~~

            """#),
        BadData(
            "a stretch by 0", "surface: { name: rosenbrock, transform: [{ stretch: [1, 0] }] }\n", [:],
            #"""
            scene.yaml:1:53: error: the factors of 'stretch' must not be 0
                surface: { name: rosenbrock, transform: [{ stretch: [1, 0] }] }
                                                                    ^
            help: [1, 10] is ten times as long along y

            """#),
        BadData(
            "a stretch by one number", "surface: { name: rosenbrock, transform: [{ stretch: 2 }] }\n", [:],
            #"""
            scene.yaml:1:53: error: 'stretch' must be a pair of numbers, such as [1, 2], not 2
                surface: { name: rosenbrock, transform: [{ stretch: 2 }] }
                                                                    ^

            """#),
        BadData(
            "two changes in one", "surface: { name: rosenbrock, transform: [{ rotate: 30deg, shift: [1, 0] }] }\n", [:],
            #"""
            scene.yaml:1:59: error: a change has one key, and here is a second
                surface: { name: rosenbrock, transform: [{ rotate: 30deg, shift: [1, 0] }] }
                                                                          ^~~~~
            help: give each a line of its own, so that their order is clear: '- shift: …'

            """#),
        BadData(
            "an unknown change", "surface: { name: rosenbrock, transform: [{ turn: 30deg }] }\n", [:],
            #"""
            scene.yaml:1:44: error: unknown key 'turn' in 'transform'
                surface: { name: rosenbrock, transform: [{ turn: 30deg }] }
                                                           ^~~~
            help: known keys: rotate, stretch, shift, value

            """#),
        BadData(
            "an unknown change of values", "surface: { name: rosenbrock, transform: [{ value: log2 }] }\n", [:],
            #"""
            scene.yaml:1:51: error: 'value' must be log1p, log, sqrt, square or negative, not text 'log2'
                surface: { name: rosenbrock, transform: [{ value: log2 }] }
                                                                  ^~~~
            help: did you mean 'log'?

            """#),
        BadData(
            "a change that is text", "surface: { name: rosenbrock, transform: rotate }\n", [:],
            #"""
            scene.yaml:1:41: error: 'transform' must be a list such as [{ rotate: 30deg }, { shift: [1, 0] }], not text 'rotate'
                surface: { name: rosenbrock, transform: rotate }
                                                        ^~~~~~

            """#),
        BadData(
            "a stretch too small", "surface: { name: rosenbrock, transform: [{ stretch: [1.0e-200, 1] }] }\n", [:],
            #"""
            scene.yaml:1:53: error: the factors of 'stretch' must lie from 1e-100 to 1e100
                surface: { name: rosenbrock, transform: [{ stretch: [1.0e-200, 1] }] }
                                                                    ^
            help: [1, 10] is ten times as long along y

            """#),
        BadData(
            "changes that go too far together",
            "surface: { name: rosenbrock, transform: [{ stretch: [1.0e+90, 1] }, { stretch: [1.0e+90, 1] }] }\n", [:],
            #"""
            scene.yaml:1:41: error: together these changes stretch or shift by more than 1e100
                surface: { name: rosenbrock, transform: [{ stretch: [1.0e+90, 1] }, { stretch: [1.0e+90, 1] }] }
                                                        ^

            """#),
        BadData(
            "a shift too far", "surface: { name: rosenbrock, transform: [{ shift: [1.0e+200, 0] }] }\n", [:],
            #"""
            scene.yaml:1:51: error: 'shift' reaches farther than 1e100
                surface: { name: rosenbrock, transform: [{ shift: [1.0e+200, 0] }] }
                                                                  ^

            """#),
    ]
}

/// Named parts of formulas.
extension BadData {
    static let parts: [BadData] = [
        BadData(
            "a cycle of parts", "surface: { formula: r + s, where: { r: s + x, s: r*y } }\nstart: [0, 1]\n", [:],
            #"""
            scene.yaml:1:50: error: the definitions go round in a circle: r → s → r
                surface: { formula: r + s, where: { r: s + x, s: r*y } }
                                                                 ^

            """#),
        BadData(
            "a mistake in a part", "surface: { formula: r + x, where: { r: \"sqrt(x^2 + z)\" } }\nstart: [0, 1]\n", [:],
            #"""
            scene.yaml:1:52: error: unknown name 'z'
                surface: { formula: r + x, where: { r: "sqrt(x^2 + z)" } }
                                                                   ^
            help: did you mean 'x'?

            """#),
        BadData(
            "a part with a taken name", "surface: { formula: x + y, where: { sin: x } }\nstart: [0, 1]\n", [:],
            #"""
            scene.yaml:1:37: error: 'sin' has a meaning of its own and cannot be defined
                surface: { formula: x + y, where: { sin: x } }
                                                    ^~~
            help: call it otherwise

            """#),
        BadData(
            "a part named like a parameter",
            "surface: { formula: b*x, parameters: { b: 2 }, where: { b: x } }\nstart: [0, 1]\n", [:],
            #"""
            scene.yaml:1:57: error: 'b' is a parameter already
                surface: { formula: b*x, parameters: { b: 2 }, where: { b: x } }
                                                                        ^
            help: call it otherwise

            """#),
        BadData(
            "parts that are a list", "surface: { formula: x + y, where: [r] }\nstart: [0, 1]\n", [:],
            #"""
            scene.yaml:1:35: error: 'where' must be a mapping of names to formulas, such as { r: "sqrt(x^2 + y^2)" }, not a list
                surface: { formula: x + y, where: [r] }
                                                  ^

            """#),
        BadData(
            "an unused part with a mistake", "surface: { formula: x + y, where: { r: \"x +\" } }\nstart: [0, 1]\n", [:],
            #"""
            scene.yaml:1:44: error: a value is missing at the end
                surface: { formula: x + y, where: { r: "x +" } }
                                                           ^

            """#),
        BadData(
            "a name close to a part's", "surface: { formula: radios + y, where: { radius: \"x^2\" } }\nstart: [0, 1]\n",
            [:],
            #"""
            scene.yaml:1:21: error: unknown name 'radios'
                surface: { formula: radios + y, where: { radius: "x^2" } }
                                    ^~~~~~
            help: did you mean 'radius'?

            """#),
    ]
}

/// Domains and starts.
extension BadScene {
    static let domainAndStarts: [BadScene] = [
        BadScene(
            "half a domain",
            #"""
            surface: rosenbrock
            domain: { x: [-1, 1] }

            """#,
            #"""
            scene.yaml:2:9: error: 'domain' has no 'y'
                domain: { x: [-1, 1] }
                        ^
            help: write { x: [-2, 2], y: [-1, 3] }

            """#),
        BadScene(
            "a domain as a list",
            #"""
            surface: rosenbrock
            domain: [-1, 1]

            """#,
            #"""
            scene.yaml:2:9: error: 'domain' must be a mapping with x, y, not a list
                domain: [-1, 1]
                        ^

            """#),
        BadScene(
            "a descending axis",
            #"""
            surface: rosenbrock
            domain: { x: [1, -1], y: [0, 0] }

            """#,
            #"""
            scene.yaml:2:14: error: 'x' must ascend: the first number is the smaller one
                domain: { x: [1, -1], y: [0, 0] }
                             ^
            scene.yaml:2:26: error: 'y' must ascend: the first number is the smaller one
                domain: { x: [1, -1], y: [0, 0] }
                                         ^

            """#),
        BadScene(
            "an axis beyond all",
            #"""
            surface: rosenbrock
            domain: { x: [-1e200, 1], y: [0, 1] }

            """#,
            #"""
            scene.yaml:2:14: error: 'x' reaches farther than 1e100
                domain: { x: [-1e200, 1], y: [0, 1] }
                             ^

            """#),
        BadScene(
            "a third axis",
            #"""
            surface: rosenbrock
            domain: { x: [0, 1], y: [0, 1], z: [0, 1] }

            """#,
            #"""
            scene.yaml:2:33: error: unknown key 'z' in 'domain'
                domain: { x: [0, 1], y: [0, 1], z: [0, 1] }
                                                ^
            help: did you mean 'x'?

            """#),
        BadScene(
            "a start of three",
            #"""
            surface: rosenbrock
            start: [1, 2, 3]

            """#,
            #"""
            scene.yaml:2:8: error: 'start' must be a pair of numbers, not 3 of them
                start: [1, 2, 3]
                       ^

            """#),
        BadScene(
            "no start at all",
            #"""
            surface: rosenbrock
            start: []

            """#,
            #"""
            scene.yaml:2:8: error: 'start' is an empty list
                start: []
                       ^
            help: a point is written [1, 2]

            """#),
        BadScene(
            "one bad start of two",
            #"""
            surface: rosenbrock
            start: [[1, 2], [3]]

            """#,
            #"""
            scene.yaml:2:17: error: 'start' must be a pair of numbers, not 1 of them
                start: [[1, 2], [3]]
                                ^

            """#),
        BadScene(
            "a formula without a start",
            #"""
            surface: { formula: x^2 + y^2 }
            optimizers: [adam]

            """#,
            #"""
            scene.yaml:2:14: error: 'adam' has no start: the surface has no customary one
                optimizers: [adam]
                             ^~~~
            help: add a line such as 'start: [-1, 2]'

            """#),
    ]
}

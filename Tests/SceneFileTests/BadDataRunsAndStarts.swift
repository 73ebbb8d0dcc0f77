/// Recorded runs.
extension BadData {
    static let recorded: [BadData] = [
        BadData(
            "a recorded run without settings", "surface: rosenbrock\noptimizers: [recorded]\n", [:],
            #"""
            scene.yaml:2:14: error: a recorded run needs its file
                optimizers: [recorded]
                             ^~~~~~~~
            help: write { file: run.npz }

            """#),
        BadData(
            "a recorded run without a file", "surface: rosenbrock\noptimizers: [recorded: { label: run }]\n", [:],
            #"""
            scene.yaml:2:14: error: a recorded run needs its file
                optimizers: [recorded: { label: run }]
                             ^~~~~~~~
            help: write { file: run.npz }

            """#),
        BadData(
            "a recorded run that is missing", "surface: rosenbrock\noptimizers: [recorded: { file: run.csv }]\n", [:],
            #"""
            scene.yaml:2:32: error: cannot read 'run.csv': no such file
                optimizers: [recorded: { file: run.csv }]
                                               ^~~~~~~
            help: the path is relative to this file

            """#),
        BadData(
            "a misspelt key of a recorded run",
            "surface: rosenbrock\noptimizers: [recorded: { file: run.csv, labl: run }]\n",
            ["run.csv": "x,y\n0,0\n1,1\n"],
            #"""
            scene.yaml:2:41: error: unknown key 'labl' in a recorded run
                optimizers: [recorded: { file: run.csv, labl: run }]
                                                        ^~~~
            help: did you mean 'label'?

            """#),
        BadData(
            "a hyperparameter of a recorded run",
            "surface: rosenbrock\noptimizers: [recorded: { file: run.csv, lr: 0.1 }]\n", ["run.csv": "x,y\n0,0\n1,1\n"],
            #"""
            scene.yaml:2:41: error: unknown key 'lr' in a recorded run
                optimizers: [recorded: { file: run.csv, lr: 0.1 }]
                                                        ^~
            help: known keys: file, id, label, surface, x, y, loss, style

            """#),
        BadData(
            "a recorded run without points", "surface: rosenbrock\noptimizers: [recorded: { file: run.csv }]\n",
            ["run.csv": "step,loss\n0,0\n1,1\n"],
            #"""
            scene.yaml:2:32: error: 'run.csv' has no points of a path that are known by their names
                optimizers: [recorded: { file: run.csv }]
                                               ^~~~~~~
            help: it has 'step', 'loss'; name them with 'x: …' and 'y: …'

            """#),
        BadData(
            "a recorded run that is one column", "surface: rosenbrock\noptimizers: [recorded: { file: run.csv }]\n",
            ["run.csv": "0\n1\n"],
            #"""
            scene.yaml:2:32: error: 'run.csv' has no points of a path that are known by their names
                optimizers: [recorded: { file: run.csv }]
                                               ^~~~~~~
            help: name them with 'x: …' and 'y: …'

            """#),
        BadData(
            "a recorded run that is a name", "surface: rosenbrock\noptimizers: [recorded: run.csv]\n",
            ["run.csv": "x,y\n0,0\n1,1\n"],
            #"""
            scene.yaml:2:24: error: a recorded run needs its file
                optimizers: [recorded: run.csv]
                                       ^~~~~~~
            help: write { file: run.npz }

            """#),
        BadData(
            "a recorded run whose start is unknown", "surface: rosenbrock\noptimizers: [recorded: { file: run.csv }]\n",
            ["run.csv": "x,y\nnan,0\n1,1\n"],
            #"""
            scene.yaml:2:32: error: the first point in 'run.csv' is not finite
                optimizers: [recorded: { file: run.csv }]
                                               ^~~~~~~

            """#),
    ]
}

/// Rules for starts.
extension BadData {
    static let starts: [BadData] = [
        BadData(
            "two rules for starts", "surface: rosenbrock\nstart: { grid: [2, 2], random: 3 }\n", [:],
            #"""
            scene.yaml:2:24: error: 'start' has two rules: 'grid' and 'random'
                start: { grid: [2, 2], random: 3 }
                                       ^~~~~~
            help: keep one

            """#),
        BadData(
            "no rule for starts", "surface: rosenbrock\nstart: { within: { x: [0, 1], y: [0, 1] } }\n", [:],
            #"""
            scene.yaml:2:8: error: 'start' must be a pair of numbers, such as [1, 2], or { grid }, { random } or { circle }, not a mapping
                start: { within: { x: [0, 1], y: [0, 1] } }
                       ^

            """#),
        BadData(
            "a rule that does not exist", "surface: rosenbrock\nstart: { spiral: 3 }\n", [:],
            #"""
            scene.yaml:2:10: error: unknown key 'spiral' in 'start'
                start: { spiral: 3 }
                         ^~~~~~
            help: known keys: grid, random, circle, within

            """#),
        BadData(
            "a grid of starts with one number", "surface: rosenbrock\nstart: { grid: 5 }\n", [:],
            #"""
            scene.yaml:2:16: error: 'grid' must be two whole numbers, such as [5, 5], not 5
                start: { grid: 5 }
                               ^

            """#),
        BadData(
            "a grid of too many starts", "surface: rosenbrock\nstart: { grid: [100, 100] }\n", [:],
            #"""
            scene.yaml:2:16: error: these are 10000 starts; a scene can have 1000 runs
                start: { grid: [100, 100] }
                               ^
            help: raise the bound: --limits runs=N

            """#),
        BadData(
            "a random number that is none", "surface: rosenbrock\nstart: { random: many }\n", [:],
            #"""
            scene.yaml:2:18: error: 'random' must be a whole number from 1 to 1000, not text 'many'
                start: { random: many }
                                 ^~~~

            """#),
        BadData(
            "random starts without a domain",
            "surface: { formula: x^2 + y^2 }\nstart: { random: 3 }\noptimizers: [sgd]\n", [:],
            #"""
            scene.yaml:2:10: error: there is no domain for these starts to lie in
                start: { random: 3 }
                         ^~~~~~
            help: add 'within: { x: [-2, 2], y: [-1, 3] }', or a 'domain' to the scene

            """#),
        BadData(
            "a circle without a count", "surface: rosenbrock\nstart: { circle: { radius: 2 } }\n", [:],
            #"""
            scene.yaml:2:18: error: 'circle' has no 'count'
                start: { circle: { radius: 2 } }
                                 ^
            help: write { radius: 2, count: 12 }

            """#),
        BadData(
            "a circle of radius 0", "surface: rosenbrock\nstart: { circle: { radius: 0, count: 3 } }\n", [:],
            #"""
            scene.yaml:2:28: error: 'radius' must be a number from 1e-100 to 1e+100, not 0
                start: { circle: { radius: 0, count: 3 } }
                                           ^

            """#),
        BadData(
            "a circle with a rectangle",
            "surface: rosenbrock\nstart: { circle: { radius: 1, count: 3 }, within: { x: [0, 1], y: [0, 1] } }\n", [:],
            #"""
            scene.yaml:2:43: error: a circle of starts has no 'within'
                start: { circle: { radius: 1, count: 3 }, within: { x: [0, 1], y: [0, 1] } }
                                                          ^~~~~~
            help: it has a center and a radius

            """#),
    ]
}

/// Keys that are missing, unknown or doubled.
extension BadScene {
    static let sceneKeys: [BadScene] = [
        BadScene(
            "no surface",
            #"""
            steps: 3

            """#,
            #"""
            scene.yaml:1:1: error: the scene has no surface
                steps: 3
                ^
            help: add a line such as 'surface: rosenbrock'

            """#),
        BadScene(
            "a misspelt key",
            #"""
            surface: rosenbrock
            stpes: 3

            """#,
            #"""
            scene.yaml:2:1: error: unknown key 'stpes' in a scene
                stpes: 3
                ^~~~~
            help: did you mean 'steps'?

            """#),
        BadScene(
            "a key far from any",
            #"""
            surface: rosenbrock
            qqqqqq: 3

            """#,
            #"""
            scene.yaml:2:1: error: unknown key 'qqqqqq' in a scene
                qqqqqq: 3
                ^~~~~~
            help: known keys: ravine, extends, title, caption, surface, surfaces, domain, start, steps, seed, convention, batch, noise, seeds, until, optimizers, animation, axes, map, figure

            """#),
        BadScene(
            "a key of another place",
            #"""
            surface: rosenbrock
            lr: 0.1

            """#,
            #"""
            scene.yaml:2:1: error: unknown key 'lr' in a scene
                lr: 0.1
                ^~
            help: known keys: ravine, extends, title, caption, surface, surfaces, domain, start, steps, seed, convention, batch, noise, seeds, until, optimizers, animation, axes, map, figure

            """#),
        BadScene(
            "a key twice",
            #"""
            surface: rosenbrock
            steps: 3
            steps: 4

            """#,
            #"""
            scene.yaml:3:1: error: the key 'steps' stands twice in this mapping
                steps: 4
                ^~~~~
            help: it first stands at line 2, column 1; remove one of them

            """#),
        BadScene(
            "a key twice in two spellings",
            #"""
            surface: rosenbrock
            steps: 3
            Steps: 4

            """#,
            #"""
            scene.yaml:3:1: error: the key 'steps' stands twice in this mapping
                Steps: 4
                ^~~~~
            help: it first stands at line 2, column 1; remove one of them

            """#),
        BadScene(
            "a key twice in a flow mapping",
            #"""
            surface: rosenbrock
            start: [1, 2]
            optimizers:
              - sgd: { lr: 0.1, 'lr': 0.2 }

            """#,
            #"""
            scene.yaml:4:21: error: the key 'lr' stands twice in this mapping
                  - sgd: { lr: 0.1, 'lr': 0.2 }
                                    ^~~~
            help: it first stands at line 4, column 12; remove one of them

            """#),
        BadScene(
            "keys that come later",
            #"""
            surface: rosenbrock
            vary: 1

            """#,
            #"""
            scene.yaml:2:1: error: 'vary' is not available yet
                vary: 1
                ^~~~
            help: this version of Ravine cannot do that

            """#),
        BadScene(
            "a newer format",
            #"""
            ravine: 2
            surface: rosenbrock

            """#,
            #"""
            scene.yaml:1:9: error: the scene is of format 2, and this Ravine reads format 1
                ravine: 2
                        ^
            help: a newer Ravine may read it

            """#),
        BadScene(
            "a format that is no number",
            #"""
            ravine: one
            surface: rosenbrock

            """#,
            #"""
            scene.yaml:1:9: error: 'ravine' must be a whole number from 1 to 9223372036854775807, not text 'one'
                ravine: one
                        ^~~

            """#),
        BadScene(
            "a key without a value",
            #"""
            surface: rosenbrock
            steps:

            """#,
            #"""
            scene.yaml:2:7: error: 'steps' has no value
                steps:
                      ^
            help: it must be a whole number from 1 to 1000000, or the line be removed

            """#),
        BadScene(
            "a list for a title",
            #"""
            surface: rosenbrock
            title: [a]

            """#,
            #"""
            scene.yaml:2:8: error: 'title' must be text, not a list
                title: [a]
                       ^

            """#),
    ]
}

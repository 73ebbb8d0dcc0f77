/// Several mistakes, and lines that are hard to show.
extension BadScene {
    static let manyAtOnce: [BadScene] = [
        BadScene(
            "every part",
            #"""
            surfce: x
            steps: 1:30
            domain: { x: [3, 2] }
            optimizers:
              - rmsporp
              - adam: { lr: .inf, beta: 1 }
            map: { levels: [1, 1], aspect: eqal }

            """#,
            #"""
            scene.yaml:1:1: error: unknown key 'surfce' in a scene
                surfce: x
                ^~~~~~
            help: did you mean 'surface'?
            scene.yaml:1:1: error: the scene has no surface
                surfce: x
                ^
            help: add a line such as 'surface: rosenbrock'
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not text '1:30'
                steps: 1:30
                       ^~~~
            scene.yaml:3:9: error: 'domain' has no 'y'
                domain: { x: [3, 2] }
                        ^
            help: write { x: [-2, 2], y: [-1, 3] }
            scene.yaml:3:14: error: 'x' must ascend: the first number is the smaller one
                domain: { x: [3, 2] }
                             ^
            scene.yaml:5:5: error: unknown optimizer 'rmsporp'
                  - rmsporp
                    ^~~~~~~
            help: did you mean 'rmsprop'?
            scene.yaml:6:17: error: 'lr' must be a finite number, not .inf
                  - adam: { lr: .inf, beta: 1 }
                                ^~~~
            scene.yaml:6:23: error: Adam has no hyperparameter 'beta' in torch
                  - adam: { lr: .inf, beta: 1 }
                                      ^~~~
            help: did you mean 'betas'?
            scene.yaml:7:20: error: the numbers of 'levels' must ascend
                map: { levels: [1, 1], aspect: eqal }
                                   ^
            scene.yaml:7:32: error: 'aspect' must be auto or equal, not text 'eqal'
                map: { levels: [1, 1], aspect: eqal }
                                               ^~~~
            help: did you mean 'equal'?

            """#),
        BadScene(
            "a line wider than a terminal",
            #"""
            surface: rosenbrock
            axes: { x: 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy', zz: 1, y: 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww' }

            """#,
            #"""
            scene.yaml:2:136: error: unknown key 'zz' in 'axes'
                …yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy', zz: 1, y: 'wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww…
                                                         ^~
            help: known keys: x, y

            """#),
        BadScene(
            "tabs and wide letters",
            #"""
            surface: rosenbrock
            axes: { x: '日本語',\#ty: [1],  \#tz: 1 }

            """#,
            #"""
            scene.yaml:2:22: error: 'y' must be text, not a list
                axes: { x: '日本語',    y: [1],      z: 1 }
                                           ^
            scene.yaml:2:29: error: unknown key 'z' in 'axes'
                axes: { x: '日本語',    y: [1],      z: 1 }
                                                     ^
            help: did you mean 'x'?

            """#),
    ]
}

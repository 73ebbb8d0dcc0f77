/// Optimizers and their settings.
extension BadScene {
    static let optimizers: [BadScene] = [
        BadScene(
            "a misspelt optimizer",
            #"""
            surface: rosenbrock
            optimizers:
              - rmsporp: { lr: 0.1 }

            """#,
            #"""
            scene.yaml:3:5: error: unknown optimizer 'rmsporp'
                  - rmsporp: { lr: 0.1 }
                    ^~~~~~~
            help: did you mean 'rmsprop'?

            """#),
        BadScene(
            "an optimizer far from any",
            #"""
            surface: rosenbrock
            optimizers:
              - qqqqqq

            """#,
            #"""
            scene.yaml:3:5: error: unknown optimizer 'qqqqqq'
                  - qqqqqq
                    ^~~~~~
            help: 'ravine list optimizers' lists them

            """#),
        BadScene(
            "one that is no list",
            #"""
            surface: rosenbrock
            optimizers: adam

            """#,
            #"""
            scene.yaml:2:13: error: 'optimizers' must be a list of optimizers, not text 'adam'
                optimizers: adam
                            ^~~~
            help: each on a line of its own: '- adam'

            """#),
        BadScene(
            "a mapping for a list",
            #"""
            surface: rosenbrock
            optimizers:
              adam: { lr: 0.1 }

            """#,
            #"""
            scene.yaml:3:3: error: 'optimizers' must be a list of optimizers, not a mapping
                  adam: { lr: 0.1 }
                  ^
            help: each on a line of its own: '- adam'

            """#),
        BadScene(
            "a list for an optimizer",
            #"""
            surface: rosenbrock
            optimizers:
              - [adam]

            """#,
            #"""
            scene.yaml:3:5: error: 'optimizers' must be a list of names, not a list
                  - [adam]
                    ^
            help: an item reads '- adam' or '- adam: { lr: 0.1 }'

            """#),
        BadScene(
            "settings at the wrong depth",
            #"""
            surface: rosenbrock
            optimizers:
              - rmsprop:
                lr: 0.1

            """#,
            #"""
            scene.yaml:4:5: error: an item of 'optimizers' has one optimizer, and here is a second key
                    lr: 0.1
                    ^~
            help: indent the settings deeper than 'rmsprop'

            """#),
        BadScene(
            "two optimizers in one item",
            #"""
            surface: rosenbrock
            optimizers:
              - { adam: { lr: 0.1 }, sgd: { lr: 0.1 } }

            """#,
            #"""
            scene.yaml:3:26: error: an item of 'optimizers' has one optimizer, and here is a second key
                  - { adam: { lr: 0.1 }, sgd: { lr: 0.1 } }
                                         ^~~
            help: write '- ' before each optimizer

            """#),
        BadScene(
            "settings that are no mapping",
            #"""
            surface: rosenbrock
            optimizers:
              - adam: 0.1

            """#,
            #"""
            scene.yaml:3:11: error: 'adam' must be a mapping of its settings, such as { lr: 0.1 }, not 0.1
                  - adam: 0.1
                          ^~~

            """#),
        BadScene(
            "a misspelt hyperparameter",
            #"""
            surface: rosenbrock
            optimizers:
              - rmsprop: { alhpa: 0.9 }

            """#,
            #"""
            scene.yaml:3:16: error: RMSprop has no hyperparameter 'alhpa' in torch
                  - rmsprop: { alhpa: 0.9 }
                               ^~~~~
            help: did you mean 'alpha'?

            """#),
        BadScene(
            "a hyperparameter of another library",
            #"""
            surface: rosenbrock
            optimizers:
              - rmsprop: { convention: torch, decay: 0.9 }

            """#,
            #"""
            scene.yaml:3:35: error: RMSprop has no hyperparameter 'decay' in torch
                  - rmsprop: { convention: torch, decay: 0.9 }
                                                  ^~~~~
            help: optax has 'decay'; torch has lr, alpha, eps, weight_decay, momentum, centered

            """#),
        BadScene(
            "a rate below zero",
            #"""
            surface: rosenbrock
            optimizers:
              - sgd: { lr: -0.1 }

            """#,
            #"""
            scene.yaml:3:16: error: lr must be at least 0
                  - sgd: { lr: -0.1 }
                               ^~~~

            """#),
        BadScene(
            "a rate that is NaN",
            #"""
            surface: rosenbrock
            optimizers:
              - sgd: { lr: .nan }

            """#,
            #"""
            scene.yaml:3:16: error: 'lr' must be a finite number, not .nan
                  - sgd: { lr: .nan }
                               ^~~~

            """#),
        BadScene(
            "a rate that is text",
            #"""
            surface: rosenbrock
            optimizers:
              - sgd: { lr: '0.1' }

            """#,
            #"""
            scene.yaml:3:16: error: lr must be a number
                  - sgd: { lr: '0.1' }
                               ^~~~~

            """#),
        BadScene(
            "a mapping for a rate",
            #"""
            surface: rosenbrock
            optimizers:
              - sgd: { lr: { a: 1 } }

            """#,
            #"""
            scene.yaml:3:16: error: lr must be a number
                  - sgd: { lr: { a: 1 } }
                               ^

            """#),
        BadScene(
            "a rate that must be given",
            #"""
            surface: rosenbrock
            optimizers:
              - rmsprop: { convention: optax }

            """#,
            #"""
            scene.yaml:3:5: error: RMSprop needs learning_rate: optax has no default for it
                  - rmsprop: { convention: optax }
                    ^~~~~~~
            help: add 'learning_rate: 0.01', say

            """#),
        BadScene(
            "an unknown convention",
            #"""
            surface: rosenbrock
            optimizers:
              - adam: { convention: pytorch }

            """#,
            #"""
            scene.yaml:3:25: error: 'convention' must be torch, optax, keras or textbook, not text 'pytorch'
                  - adam: { convention: pytorch }
                                        ^~~~~~~
            help: did you mean 'torch'?

            """#),
        BadScene(
            "an unknown convention of the scene",
            #"""
            surface: rosenbrock
            convention: torhc

            """#,
            #"""
            scene.yaml:2:13: error: 'convention' must be torch, optax, keras or textbook, not text 'torhc'
                convention: torhc
                            ^~~~~
            help: did you mean 'torch'?

            """#),
        BadScene(
            "a recorded run",
            #"""
            surface: rosenbrock
            optimizers:
              - recorded: { file: run.npz }

            """#,
            #"""
            scene.yaml:3:23: error: cannot read 'run.npz': no such file
                  - recorded: { file: run.npz }
                                      ^~~~~~~
            help: the path is relative to this file

            """#),
        BadScene(
            "an id twice",
            #"""
            surface: rosenbrock
            optimizers:
              - adam: { id: a }
              - sgd: { id: a, lr: 0.1 }

            """#,
            #"""
            scene.yaml:4:16: error: two runs have the id 'a'
                  - sgd: { id: a, lr: 0.1 }
                               ^
            help: it first stands at line 3, column 17

            """#),
        BadScene(
            "an id with a blank",
            #"""
            surface: rosenbrock
            optimizers:
              - adam: { id: my run }

            """#,
            #"""
            scene.yaml:3:17: error: 'my run' cannot be an id
                  - adam: { id: my run }
                                ^~~~~~
            help: an id begins with a letter or digit and holds letters, digits, '-', '_' and '.', at most 64

            """#),
        BadScene(
            "an id like a further start",
            #"""
            surface: rosenbrock
            optimizers:
              - adam: { id: adam@2 }

            """#,
            #"""
            scene.yaml:3:17: error: 'adam@2' cannot be an id
                  - adam: { id: adam@2 }
                                ^~~~~~
            help: an id begins with a letter or digit and holds letters, digits, '-', '_' and '.', at most 64

            """#),
        BadScene(
            "more updates than memory",
            #"""
            surface: rosenbrock
            steps: 1000000
            optimizers: [sgd, adam, sgd, adam, sgd, adam, sgd, adam, sgd, adam, sgd]

            """#,
            #"""
            scene.yaml:3:13: error: the runs would make more than 10000000 updates together
                optimizers: [sgd, adam, sgd, adam, sgd, adam, sgd, adam, sgd, adam, sgd]
                            ^
            help: lower 'steps', or raise the bound: --limits updates=N

            """#),
    ]
}

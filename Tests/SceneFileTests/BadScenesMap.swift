/// What the layers of maps are asked to be.
extension BadScene {
    static let map: [BadScene] = [
        BadScene(
            "an unknown layer",
            #"""
            surface: rosenbrock
            map: { arows: true }

            """#,
            #"""
            scene.yaml:2:8: error: unknown key 'arows' in 'map'
                map: { arows: true }
                       ^~~~~
            help: did you mean 'arrows'?

            """#),
        BadScene(
            "layers that are neither on nor off",
            #"""
            surface: rosenbrock
            map: { bands: maybe, isolines: 1, labels: [true], critical: null, minima: "true", starts: {} }

            """#,
            #"""
            scene.yaml:2:15: error: 'bands' must be true or false, not text 'maybe'
                map: { bands: maybe, isolines: 1, labels: [true], critical: null, minima: "true", starts: {} }
                              ^~~~~
            scene.yaml:2:32: error: 'isolines' must be true or false, not 1
                map: { bands: maybe, isolines: 1, labels: [true], critical: null, minima: "true", starts: {} }
                                               ^
            scene.yaml:2:43: error: 'labels' must be true or false, not a list
                map: { bands: maybe, isolines: 1, labels: [true], critical: null, minima: "true", starts: {} }
                                                          ^
            scene.yaml:2:61: error: 'critical' has no value
                map: { bands: maybe, isolines: 1, labels: [true], critical: null, minima: "true", starts: {} }
                                                                            ^~~~
            help: it must be true or false, or the line be removed
            scene.yaml:2:75: error: 'minima' must be true or false, not text 'true'
                map: { bands: maybe, isolines: 1, labels: [true], critical: null, minima: "true", starts: {} }
                                                                                          ^~~~~~
            scene.yaml:2:91: error: 'starts' must be true or false, not a mapping
                map: { bands: maybe, isolines: 1, labels: [true], critical: null, minima: "true", starts: {} }
                                                                                                          ^

            """#),
        BadScene(
            "arrows of no number",
            #"""
            surface: rosenbrock
            map: { arrows: { count: 1, normalise: true } }

            """#,
            #"""
            scene.yaml:2:25: error: 'count' must be a whole number from 2 to 100, not 1
                map: { arrows: { count: 1, normalise: true } }
                                        ^
            scene.yaml:2:28: error: unknown key 'normalise' in 'arrows'
                map: { arrows: { count: 1, normalise: true } }
                                           ^~~~~~~~~
            help: did you mean 'normalize'?

            """#),
        BadScene(
            "arrows that are words",
            #"""
            surface: rosenbrock
            map: { arrows: many }

            """#,
            #"""
            scene.yaml:2:16: error: 'arrows' must be true, false or a mapping with count and normalize, not text 'many'
                map: { arrows: many }
                               ^~~~

            """#),
        BadScene(
            "unknown signs for steps",
            #"""
            surface: rosenbrock
            map: { steps: arows }

            """#,
            #"""
            scene.yaml:2:15: error: 'steps' must be auto, dots, arrows, none or { every: 10 }, not text 'arows'
                map: { steps: arows }
                              ^~~~~
            help: did you mean 'arrows'?

            """#),
        BadScene(
            "steps without a number",
            #"""
            surface: rosenbrock
            map: { steps: { every: 0 } }
            figure: { panels: { a: { map: { steps: {} } } } }

            """#,
            #"""
            scene.yaml:2:24: error: 'every' must be a whole number from 1 to 1000000, not 0
                map: { steps: { every: 0 } }
                                       ^
            scene.yaml:3:40: error: 'steps' has no 'every'
                figure: { panels: { a: { map: { steps: {} } } } }
                                                       ^
            help: write { every: 10 }

            """#),
        BadScene(
            "trails of two looks",
            #"""
            surface: rosenbrock
            map: { trails: { fade: true, color: step } }

            """#,
            #"""
            scene.yaml:2:18: error: trails fade or are coloured by step, not both
                map: { trails: { fade: true, color: step } }
                                 ^~~~
            help: remove 'fade' or 'color'

            """#),
        BadScene(
            "trails of an unknown colour",
            #"""
            surface: rosenbrock
            map: { trails: { color: steps } }

            """#,
            #"""
            scene.yaml:2:25: error: 'color' must be run or step, not text 'steps'
                map: { trails: { color: steps } }
                                        ^~~~~
            help: did you mean 'step'?

            """#),
        BadScene(
            "unknown ends",
            #"""
            surface: rosenbrock
            map: { ends: los }

            """#,
            #"""
            scene.yaml:2:14: error: 'ends' must be loss, true or false, not text 'los'
                map: { ends: los }
                             ^~~
            help: did you mean 'loss'?

            """#),
        BadScene(
            "an inset of nothing",
            #"""
            surface: rosenbrock
            map: { inset: { at: upper rigth, size: 2 } }
            figure: { panels: { a: { map: { inset: { domain: { x: [0, 1], y: [0, 1] }, at: uper left, size: 2 } } } } }

            """#,
            #"""
            scene.yaml:2:15: error: 'inset' has no 'domain'
                map: { inset: { at: upper rigth, size: 2 } }
                              ^
            help: write { domain: { x: [0, 1], y: [0, 1] } }, the part to be magnified
            scene.yaml:3:80: error: 'at' must be auto, upper right, upper left, lower left, lower right, center left, center right, lower center, upper center or center, not text 'uper left'
                … { panels: { a: { map: { inset: { domain: { x: [0, 1], y: [0, 1] }, at: uper left, size: 2 } } } } }
                                                                                         ^~~~~~~~~
            help: did you mean 'upper left'?
            scene.yaml:3:97: error: 'size' must be a number from 0.1 to 0.9, not 2
                … { panels: { a: { map: { inset: { domain: { x: [0, 1], y: [0, 1] }, at: uper left, size: 2 } } } } }
                                                                                                          ^

            """#),
        BadScene(
            "panels of runs that are not there, which says all",
            #"""
            surface: sphere
            optimizers: [adam, rmsprop]
            figure:
              panels:
                a: { curve: { y: square_avg, runs: rms } }
                b: { multiples: { runs: [adam, rms] } }

            """#,
            #"""
            scene.yaml:5:40: error: no run has the id 'rms'
                    a: { curve: { y: square_avg, runs: rms } }
                                                       ^~~
            help: did you mean 'rmsprop'?
            scene.yaml:6:36: error: no run has the id 'rms'
                    b: { multiples: { runs: [adam, rms] } }
                                                   ^~~
            help: did you mean 'rmsprop'?

            """#),
        BadScene(
            "annotations of runs that are not there",
            #"""
            surface: rosenbrock
            steps: 20
            optimizers: [rmsprop: { id: rms }]
            map:
              annotations:
                - { text: slows, at: { run: rsm, step: 6 } }
                - { text: stops, at: { run: rms, step: 21 } }
                - { text: begins, at: { run: rms, step: -1 } }

            """#,
            #"""
            scene.yaml:6:33: error: no run has the id 'rsm'
                    - { text: slows, at: { run: rsm, step: 6 } }
                                                ^~~
            help: did you mean 'rms'?
            scene.yaml:7:44: error: 'step' must be a whole number from 0 to 20, not 21
                    - { text: stops, at: { run: rms, step: 21 } }
                                                           ^~
            scene.yaml:8:45: error: 'step' must be a whole number from 0 to 20, not -1
                    - { text: begins, at: { run: rms, step: -1 } }
                                                            ^~

            """#),
        BadScene(
            "annotations without words or place",
            #"""
            surface: rosenbrock
            map:
              annotations:
              - { text: '$\alpa$', at: [1, 1] }
              - { at: [1] }
              - { text: a, at: here }
              - { text: b, at: { step: 1 } }

            """#,
            #"""
            scene.yaml:4:15: error: the command '\alpa' is not known
                  - { text: '$\alpa$', at: [1, 1] }
                              ^
            help: did you mean '\alpha'?
            scene.yaml:5:5: error: an annotation has no 'text'
                  - { at: [1] }
                    ^
            help: write { text: slows, at: { run: adam, step: 6 } } or { text: minimum, at: [1, 1] }
            scene.yaml:6:20: error: 'at' must be a point, such as [1, 2], or that of a run: { run: adam, step: 6 }, not text 'here'
                  - { text: a, at: here }
                                   ^~~~
            scene.yaml:7:20: error: 'at' has no 'run'
                  - { text: b, at: { step: 1 } }
                                   ^
            help: write { run: adam, step: 6 }

            """#),
    ]
}

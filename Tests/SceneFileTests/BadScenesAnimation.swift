/// What films are asked for.
extension BadScene {
    static let animation: [BadScene] = [
        BadScene(
            "animation: an animation that is no mapping",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: true

            """#,
            #"""
            scene.yaml:3:12: error: 'animation' must be a mapping with fps, duration, steps_per_frame, hold, pace, loop, trails, counter, stills, not true
                animation: true
                           ^~~~

            """#),
        BadScene(
            "animation: an unknown key",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { fbs: 30 }

            """#,
            #"""
            scene.yaml:3:14: error: unknown key 'fbs' in 'animation'
                animation: { fbs: 30 }
                             ^~~
            help: did you mean 'fps'?

            """#),
        BadScene(
            "animation: no frames a second",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { fps: 0 }

            """#,
            #"""
            scene.yaml:3:19: error: 'fps' must be a number from 0.1 to 240, not 0
                animation: { fps: 0 }
                                  ^

            """#),
        BadScene(
            "animation: too many frames a second",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { fps: 1000 }

            """#,
            #"""
            scene.yaml:3:19: error: 'fps' must be a number from 0.1 to 240, not 1000
                animation: { fps: 1000 }
                                  ^~~~

            """#),
        BadScene(
            "animation: frames a second that are no number",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { fps: .nan }

            """#,
            #"""
            scene.yaml:3:19: error: 'fps' must be a finite number, not .nan
                animation: { fps: .nan }
                                  ^~~~

            """#),
        BadScene(
            "animation: a film of negative length",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { duration: -1 }

            """#,
            #"""
            scene.yaml:3:24: error: 'duration' must be a number from 0 to 3600, not -1
                animation: { duration: -1 }
                                       ^~

            """#),
        BadScene(
            "animation: a film of 30 years",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { duration: 1e9 }

            """#,
            #"""
            scene.yaml:3:24: error: 'duration' must be a number from 0 to 3600, not 1e9
                animation: { duration: 1e9 }
                                       ^~~

            """#),
        BadScene(
            "animation: two lengths",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { duration: 5, steps_per_frame: 2 }

            """#,
            #"""
            scene.yaml:3:27: error: 'duration' and 'steps_per_frame' exclude each other
                animation: { duration: 5, steps_per_frame: 2 }
                                          ^~~~~~~~~~~~~~~
            help: keep one

            """#),
        BadScene(
            "animation: no steps a frame",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { steps_per_frame: 0 }

            """#,
            #"""
            scene.yaml:3:31: error: 'steps_per_frame' must be a number from 0.001 to 1000000, not 0
                animation: { steps_per_frame: 0 }
                                              ^

            """#),
        BadScene(
            "animation: next to no steps a frame",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { steps_per_frame: 1e-300 }

            """#,
            #"""
            scene.yaml:3:31: error: 'steps_per_frame' must be a number from 0.001 to 1000000, not 1e-300
                animation: { steps_per_frame: 1e-300 }
                                              ^~~~~~

            """#),
        BadScene(
            "animation: a negative hold",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { hold: -0.5 }

            """#,
            #"""
            scene.yaml:3:20: error: 'hold' must be a number from 0 to 3600, not -0.5
                animation: { hold: -0.5 }
                                   ^~~~

            """#),
        BadScene(
            "animation: an endless hold",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { hold: .inf }

            """#,
            #"""
            scene.yaml:3:20: error: 'hold' must be a finite number, not .inf
                animation: { hold: .inf }
                                   ^~~~

            """#),
        BadScene(
            "animation: an unknown pace",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { pace: logarithmic }

            """#,
            #"""
            scene.yaml:3:20: error: 'pace' must be linear or log, not text 'logarithmic'
                animation: { pace: logarithmic }
                                   ^~~~~~~~~~~

            """#),
        BadScene(
            "animation: negative loops",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { loop: -1 }

            """#,
            #"""
            scene.yaml:3:20: error: 'loop' must be a whole number from 0 to 65535, not -1
                animation: { loop: -1 }
                                   ^~

            """#),
        BadScene(
            "animation: half a loop",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { loop: 1.5 }

            """#,
            #"""
            scene.yaml:3:20: error: 'loop' must be a whole number from 0 to 65535, not 1.5
                animation: { loop: 1.5 }
                                   ^~~

            """#),
        BadScene(
            "animation: trails that fade without an end",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { trails: fade }

            """#,
            #"""
            scene.yaml:3:22: error: 'trails' must be stay or { fade: 30 }, a number of steps, not text 'fade'
                animation: { trails: fade }
                                     ^~~~

            """#),
        BadScene(
            "animation: trails that fade at once",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { trails: { fade: 0 } }

            """#,
            #"""
            scene.yaml:3:30: error: 'fade' must be a whole number from 1 to 1000000, not 0
                animation: { trails: { fade: 0 } }
                                             ^

            """#),
        BadScene(
            "animation: an unknown key of trails",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { trails: { fad: 3 } }

            """#,
            #"""
            scene.yaml:3:24: error: unknown key 'fad' in 'trails'
                animation: { trails: { fad: 3 } }
                                       ^~~
            help: did you mean 'fade'?

            """#),
        BadScene(
            "animation: a counter that YAML 1.1 would take for true",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { counter: yes }

            """#,
            #"""
            scene.yaml:3:23: error: 'counter' must be true or false, not text 'yes'
                animation: { counter: yes }
                                      ^~~

            """#),
        BadScene(
            "animation: stills that are no list",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { stills: 5 }

            """#,
            #"""
            scene.yaml:3:22: error: 'stills' must be a list of steps, not 5
                animation: { stills: 5 }
                                     ^

            """#),
        BadScene(
            "animation: stills behind the last step",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { stills: [0, 1001] }

            """#,
            #"""
            scene.yaml:3:26: error: 'stills' must be a whole number from 0 to 300, not 1001
                animation: { stills: [0, 1001] }
                                         ^~~~

            """#),
        BadScene(
            "animation: stills that are words",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { stills: [a] }

            """#,
            #"""
            scene.yaml:3:23: error: 'stills' must be a whole number from 0 to 300, not text 'a'
                animation: { stills: [a] }
                                      ^

            """#),
        BadScene(
            "animation: too many frames",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { fps: 240, duration: 3600 }

            """#,
            #"""
            scene.yaml:3:12: error: the film would have more than 100000 frames
                animation: { fps: 240, duration: 3600 }
                           ^
            help: shorten it or lower 'fps', or raise the bound: --limits frames=N

            """#),
        BadScene(
            "animation: too long a hold",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { fps: 240, hold: 3600 }

            """#,
            #"""
            scene.yaml:3:12: error: the film would have more than 100000 frames
                animation: { fps: 240, hold: 3600 }
                           ^
            help: shorten it or lower 'fps', or raise the bound: --limits frames=N

            """#),
        BadScene(
            "animation: too many frames by steps",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { steps_per_frame: 0.001 }

            """#,
            #"""
            scene.yaml:3:12: error: the film would have more than 100000 frames
                animation: { steps_per_frame: 0.001 }
                           ^
            help: shorten it or lower 'fps', or raise the bound: --limits frames=N

            """#),
        BadScene(
            "animation: a key twice",
            #"""
            surface: sphere
            optimizers: [adam]
            animation: { fps: 30, fps: 25 }

            """#,
            #"""
            scene.yaml:3:23: error: the key 'fps' stands twice in this mapping
                animation: { fps: 30, fps: 25 }
                                      ^~~
            help: it first stands at line 3, column 14; remove one of them

            """#),
        BadScene(
            "animation: a pace without a duration",
            #"""
            surface: sphere
            animation: { steps_per_frame: 2, pace: log }

            """#,
            #"""
            scene.yaml:2:34: error: 'pace: log' needs a duration, and 'steps_per_frame' leaves none
                animation: { steps_per_frame: 2, pace: log }
                                                 ^~~~
            help: give 'duration' instead of 'steps_per_frame'

            """#),
    ]
}

/// Numbers that are none, or out of range.
extension BadScene {
    static let numbers: [BadScene] = [
        BadScene(
            "text for steps",
            #"""
            surface: rosenbrock
            steps: many

            """#,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not text 'many'
                steps: many
                       ^~~~

            """#),
        BadScene(
            "sexagesimal steps",
            #"""
            surface: rosenbrock
            steps: 1:30

            """#,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not text '1:30'
                steps: 1:30
                       ^~~~

            """#),
        BadScene(
            "a leading zero",
            #"""
            surface: rosenbrock
            steps: 010

            """#,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not text '010'
                steps: 010
                       ^~~
            help: remove the leading zeros

            """#),
        BadScene(
            "digits in groups",
            #"""
            surface: rosenbrock
            steps: 1_000

            """#,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not text '1_000'
                steps: 1_000
                       ^~~~~
            help: write the digits without separators

            """#),
        BadScene(
            "quoted digits",
            #"""
            surface: rosenbrock
            steps: '300'

            """#,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not text '300'
                steps: '300'
                       ^~~~~
            help: remove the quotes

            """#),
        BadScene(
            "steps of zero",
            #"""
            surface: rosenbrock
            steps: 0

            """#,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not 0
                steps: 0
                       ^

            """#),
        BadScene(
            "a million and one steps",
            #"""
            surface: rosenbrock
            steps: 1000001

            """#,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not 1000001
                steps: 1000001
                       ^~~~~~~
            help: raise the bound: --limits steps=N

            """#),
        BadScene(
            "half a step",
            #"""
            surface: rosenbrock
            steps: 2.5

            """#,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not 2.5
                steps: 2.5
                       ^~~

            """#),
        BadScene(
            "a number beyond all integers",
            #"""
            surface: rosenbrock
            steps: 99999999999999999999

            """#,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not 99999999999999999999
                steps: 99999999999999999999
                       ^~~~~~~~~~~~~~~~~~~~

            """#),
        BadScene(
            "yes for a number",
            #"""
            surface: rosenbrock
            seed: yes

            """#,
            #"""
            scene.yaml:2:7: error: 'seed' must be a whole number from 0 to 9223372036854775807, not text 'yes'
                seed: yes
                      ^~~

            """#),
        BadScene(
            "a negative seed",
            #"""
            surface: rosenbrock
            seed: -1

            """#,
            #"""
            scene.yaml:2:7: error: 'seed' must be a whole number from 0 to 9223372036854775807, not -1
                seed: -1
                      ^~

            """#),
        BadScene(
            "NaN and infinity",
            #"""
            surface: rosenbrock
            start: [.nan, -.inf]

            """#,
            #"""
            scene.yaml:2:9: error: 'start' must be a finite number, not .nan
                start: [.nan, -.inf]
                        ^~~~
            scene.yaml:2:15: error: 'start' must be a finite number, not -.inf
                start: [.nan, -.inf]
                              ^~~~~

            """#),
        BadScene(
            "a number that overflows",
            #"""
            surface: rosenbrock
            start: [1e999, 0]

            """#,
            #"""
            scene.yaml:2:9: error: 'start' must be a finite number, not 1e999
                start: [1e999, 0]
                        ^~~~~

            """#),
    ]
}

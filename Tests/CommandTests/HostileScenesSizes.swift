/// Values too deep, too many, too large or no text.
extension HostileScene {
    static let sizes: [HostileScene] = [
        HostileScene(
            "nesting of 100 levels", "surface: sphere\ntitle: " + nested("[", 100) + nested("]", 100) + "\n",
            status: 65,
            #"""
            scene.yaml:2:8: error: 'title' must be text, not a list
                title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
                       ^
            scene.yaml:2:72: error: the values are nested deeper than 64 levels
                …[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]…
                                                         ^

            """#),
        HostileScene(
            "nesting of 50000 levels", "a: " + nested("[", 50_000), status: 65,
            #"""
            scene.yaml:1:5: error: the values are nested too deeply
                a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
                    ^

            """#),
        HostileScene(
            "nested mappings", "a: " + nested("{a: ", 5000) + "\n", status: 65,
            #"""
            scene.yaml:1:3996: error: the values are nested too deeply
                …{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: …
                                                         ^

            """#),
        HostileScene(
            "a bomb of aliases", bomb, status: 65,
            #"""
            scene.yaml:1:1: error: unknown key 'a0' in a scene
                a0: &a0 [1, 1]
                ^~
            help: known keys: ravine, extends, title, caption, surface, surfaces, domain, start, steps, seed, convention, batch, noise, seeds, until, optimizers, animation, axes, map, figure

            """#),
        HostileScene(
            "a bomb of aliases in a key", bomb + "? [*a39]\n: 1\n", status: 65,
            #"""
            scene.yaml:2:10: error: an alias cannot be part of a key
                a1: &a1 [*a0, *a0]
                         ^
            help: an alias stands for a value: 'key: *name', '- *name' or '[*name, *other]'

            """#),
        HostileScene(
            "a number beyond doubles", "surface: sphere\nnoise: 1e999\n", status: 65,
            #"""
            scene.yaml:2:8: error: 'noise' must be a finite number, not 1e999
                noise: 1e999
                       ^~~~~

            """#),
        HostileScene(
            "a whole number of a hundred digits", "surface: sphere\nsteps: " + nested("9", 100) + "\n", status: 65,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not 9999999999999999999999999999999999999999…
                steps: 999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999…
                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

            """#),
        HostileScene(
            "a sexagesimal number of megabytes", "surface: sphere\nsteps: 1" + nested(":59", 500_000) + "\n",
            status: 65,
            #"""
            scene.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not text '1:59:59:59:59:59:59:59:59:59:59:59:59:59…'
                steps: 1:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:59:5…
                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

            """#),
        HostileScene(
            "NaN", "surface: sphere\nstart: [.nan, 0]\n", status: 65,
            #"""
            scene.yaml:2:9: error: 'start' must be a finite number, not .nan
                start: [.nan, 0]
                        ^~~~

            """#),
        HostileScene(
            "infinity", "surface: sphere\nstart: [0, -.inf]\n", status: 65,
            #"""
            scene.yaml:2:12: error: 'start' must be a finite number, not -.inf
                start: [0, -.inf]
                           ^~~~~

            """#),
        HostileScene(
            "a parameter that is NaN", "surface: { name: rosenbrock, parameters: { b: .NaN } }\n", status: 65,
            #"""
            scene.yaml:1:47: error: 'b' must be a finite number, not .NaN
                surface: { name: rosenbrock, parameters: { b: .NaN } }
                                                              ^~~~

            """#),
        HostileScene(
            "a domain of no size", "surface: sphere\ndomain: { x: [1, 1], y: [0, 1] }\n", status: 65,
            #"""
            scene.yaml:2:14: error: 'x' must ascend: the first number is the smaller one
                domain: { x: [1, 1], y: [0, 1] }
                             ^

            """#),
        HostileScene(
            "a domain too large", "surface: sphere\ndomain: { x: [-1e308, 1e308], y: [0, 1] }\n", status: 65,
            #"""
            scene.yaml:2:14: error: 'x' reaches farther than 1e100
                domain: { x: [-1e308, 1e308], y: [0, 1] }
                             ^

            """#),
        HostileScene(
            "a rectangle of starts of no size",
            "surface: sphere\nstart: { random: 5, within: { x: [0, 0], y: [0, 1] } }\noptimizers: [adam]\n", status: 65,
            #"""
            scene.yaml:2:34: error: 'x' must ascend: the first number is the smaller one
                start: { random: 5, within: { x: [0, 0], y: [0, 1] } }
                                                 ^

            """#),
        HostileScene(
            "Latin-1",
            bytes: [
                115, 117, 114, 102, 97, 99, 101, 58, 32, 115, 112, 104, 101, 114, 101, 10, 116, 105, 116, 108, 101, 58,
                32, 99, 97, 102, 233, 10,
            ], status: 65,
            #"""
            scene.yaml:2:11: error: the file is not UTF-8 here
                title: caf�
                          ^
            help: save it as UTF-8

            """#),
        HostileScene(
            "UTF-16",
            bytes: [
                255, 254, 115, 0, 117, 0, 114, 0, 102, 0, 97, 0, 99, 0, 101, 0, 58, 0, 32, 0, 115, 0, 112, 0, 104, 0,
                101, 0, 114, 0, 101, 0, 10, 0,
            ], status: 65,
            #"""
            scene.yaml:1:1: error: the file is UTF-16
            help: save it as UTF-8

            """#),
        HostileScene(
            "half a character",
            bytes: [
                115, 117, 114, 102, 97, 99, 101, 58, 32, 115, 112, 104, 101, 114, 101, 10, 116, 105, 116, 108, 101, 58,
                32, 226, 130,
            ], status: 65,
            #"""
            scene.yaml:2:8: error: the file is not UTF-8 here
                title: �
                       ^
            help: save it as UTF-8

            """#),
        HostileScene(
            "a surrogate",
            bytes: [
                115, 117, 114, 102, 97, 99, 101, 58, 32, 115, 112, 104, 101, 114, 101, 10, 116, 105, 116, 108, 101, 58,
                32, 237, 160, 128, 10,
            ], status: 65,
            #"""
            scene.yaml:2:8: error: the file is not UTF-8 here
                title: ���
                       ^
            help: save it as UTF-8

            """#),
        HostileScene(
            "a NUL", "surface: sphere\ntitle: a\0b\n", status: 65,
            #"""
            scene.yaml:2:9: error: the control character U+0000 stands in the text
                title: a�b
                        ^
            help: remove it

            """#),
        HostileScene(
            "nothing", "", status: 65,
            #"""
            scene.yaml:1:1: error: the scene is empty
            help: the least is a surface, such as 'surface: rosenbrock'; 'ravine init' writes a whole scene

            """#),
        HostileScene(
            "a picture", bytes: [137, 80, 78, 71, 13, 10, 26, 10, 0, 1, 2, 3, 4, 5, 6, 7], status: 65,
            #"""
            scene.yaml:1:1: error: the file is not UTF-8 here
                �PNG
                ^
            help: save it as UTF-8

            """#),
        HostileScene(
            "five megabytes", nested("#", 5 << 20), status: 65,
            #"""
            scene.yaml:1:1: error: the file is larger than 4 MB
            help: a scene is a page or two of text

            """#),
    ]
}

/// Files, loops and what costs too much.
extension HostileScene {
    static let references: [HostileScene] = [
        HostileScene(
            "a missing extended scene", "extends: none.yaml\n", status: 66,
            #"""
            scene.yaml:1:10: error: cannot read 'none.yaml': no such file
                extends: none.yaml
                         ^~~~~~~~~
            help: the path is relative to this file

            """#),
        HostileScene(
            "a scene that extends itself", "extends: scene.yaml\n", status: 65,
            #"""
            scene.yaml:1:10: error: 'scene.yaml' extends itself, directly or by way of others
                extends: scene.yaml
                         ^~~~~~~~~~

            """#),
        HostileScene(
            "a circle of scenes", "extends: b.yaml\n",
            files: ["b.yaml": "extends: c.yaml\n", "c.yaml": "extends: scene.yaml\n"], status: 65,
            #"""
            c.yaml:1:10: error: 'scene.yaml' extends itself, directly or by way of others
                extends: scene.yaml
                         ^~~~~~~~~~

            """#),
        HostileScene(
            "a chain of twenty scenes", "extends: s1.yaml\n", files: chain, status: 65,
            #"""
            s15.yaml:1:10: error: more than 16 scenes extend each other
                extends: s16.yaml
                         ^~~~~~~~

            """#),
        HostileScene(
            "an extended folder", "extends: .\n", status: 66,
            #"""
            scene.yaml:1:10: error: cannot read '.': it is a folder
                extends: .
                         ^
            help: the path is relative to this file

            """#),
        HostileScene(
            "a mistake in an extended scene", "extends: b.yaml\n", files: ["b.yaml": "surface: sphere\nsteps: no\n"],
            status: 65,
            #"""
            b.yaml:2:8: error: 'steps' must be a whole number from 1 to 1000000, not text 'no'
                steps: no
                       ^~

            """#),
        HostileScene(
            "missing data", "surface: { grid: none.npz }\n", status: 66,
            #"""
            scene.yaml:1:18: error: cannot read 'none.npz': no such file
                surface: { grid: none.npz }
                                 ^~~~~~~~
            help: the path is relative to this file

            """#),
        HostileScene(
            "data from a device", "surface: { data: /dev/zero }\n", status: 66,
            #"""
            scene.yaml:1:18: error: cannot read '/dev/zero': it is not a file
                surface: { data: /dev/zero }
                                 ^~~~~~~~~
            help: the path is relative to this file

            """#),
        HostileScene(
            "a recorded run that is missing", "surface: sphere\noptimizers: [{ recorded: { file: none.csv } }]\n",
            status: 66,
            #"""
            scene.yaml:2:34: error: cannot read 'none.csv': no such file
                optimizers: [{ recorded: { file: none.csv } }]
                                                 ^~~~~~~~
            help: the path is relative to this file

            """#),
        HostileScene(
            "many millions of updates",
            "surface: sphere\nsteps: 1000000\noptimizers: [{ sgd: { seeds: 100 } }]\nnoise: 1\n", status: 65,
            #"""
            scene.yaml:3:13: error: the runs would make more than 10000000 updates together
                optimizers: [{ sgd: { seeds: 100 } }]
                            ^
            help: lower 'steps', or raise the bound: --limits updates=N

            """#),
        HostileScene(
            "a sweep of millions", "surface: sphere\noptimizers: [{ adam: { vary: { lr: [" + numbers + "] } } }]\n",
            status: 65,
            #"""
            scene.yaml:2:30: error: the sweep makes 1100 runs; a scene can have 1000
                optimizers: [{ adam: { vary: { lr: [1e-4, 2e-4, 3e-4, 4e-4, 5e-4, 6e-4, 7e-4, 8e-4, 9e-4, 10e-4, 11e…
                                             ^
            help: raise the bound: --limits runs=N

            """#),
        HostileScene(
            "a page of square kilometres", "surface: sphere\nfigure: { width: 5000mm, height: 5000mm, dpi: 4800 }\n",
            status: 65,
            #"""
            scene.yaml:2:9: error: the picture would have more than 32767 pixels on a side
                figure: { width: 5000mm, height: 5000mm, dpi: 4800 }
                        ^
            help: change 'dpi' or the lengths

            """#),
        HostileScene(
            "a long formula", "surface: { formula: \"" + nested("x+", 6000) + "x\" }\n", status: 65,
            #"""
            scene.yaml:1:22: error: the formula is longer than 10000 characters
                surface: { formula: "x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x+x…
                                     ^
            help: raise the bound: --limits operations=N

            """#),
        HostileScene(
            "a deep formula", "surface: { formula: \"" + nested("(", 1000) + "x" + nested(")", 1000) + "\" }\n",
            status: 65,
            #"""
            scene.yaml:1:86: error: the formula is nested more than 64 deep
                …((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((…
                                                         ^

            """#),
        HostileScene(
            "a formula that explodes", "surface: { formula: \"sum(i, 1, 100000, sin(i*x))\" }\n", status: 65,
            #"""
            scene.yaml:1:32: error: the sum has more than 1000 terms
                surface: { formula: "sum(i, 1, 100000, sin(i*x))" }
                                               ^~~~~~

            """#),
        HostileScene(
            "parts of a formula in a circle", "surface: { formula: a, where: { a: b, b: a } }\n", status: 65,
            #"""
            scene.yaml:1:42: error: the definitions go round in a circle: a → b → a
                surface: { formula: a, where: { a: b, b: a } }
                                                         ^

            """#),
        HostileScene(
            "an animation of weeks", "surface: sphere\noptimizers: [adam]\nanimation: { fps: 240, duration: 3600 }\n",
            status: 65,
            #"""
            scene.yaml:3:12: error: the film would have more than 100000 frames
                animation: { fps: 240, duration: 3600 }
                           ^
            help: shorten it or lower 'fps', or raise the bound: --limits frames=N

            """#),
        HostileScene(
            "an escape in a terminal", "surface: \"\\e[31mred\"\n", status: 65,
            #"""
            scene.yaml:1:10: error: the text holds the control character U+001B
                surface: "\e[31mred"
                         ^
            help: in double quotes a backslash begins an escape: write the text in single quotes

            """#),
        HostileScene(
            "a tag", "surface: !!python/object:os.system sphere\n", status: 65,
            #"""
            scene.yaml:1:10: error: the tag '!!python/object:os.system' means nothing here
                surface: !!python/object:os.system sphere
                         ^
            help: remove it; quotes make a value text

            """#),
        HostileScene(
            "two documents", "surface: sphere\n---\nsurface: beale\n", status: 65,
            #"""
            scene.yaml:2:1: error: a second document begins here
                ---
                ^
            help: a file holds one scene: remove the '---' line, or move what follows into a file of its own

            """#),
    ]
}

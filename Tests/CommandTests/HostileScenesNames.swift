/// Keys and names that are not there.
extension HostileScene {
    static let names: [HostileScene] = [
        HostileScene(
            "an unknown key of a panel", "surface: sphere\nfigure: { panels: { left: { map: { levls: log } } } }\n",
            status: 65,
            #"""
            scene.yaml:2:36: error: unknown key 'levls' in 'map'
                figure: { panels: { left: { map: { levls: log } } } }
                                                   ^~~~~
            help: did you mean 'levels'?

            """#),
        HostileScene(
            "an unknown kind of panel", "surface: sphere\nfigure: { panels: { left: { mapp: {} } } }\n", status: 65,
            #"""
            scene.yaml:2:29: error: unknown kind of panel 'mapp'
                figure: { panels: { left: { mapp: {} } } }
                                            ^~~~
            help: did you mean 'map'?

            """#),
        HostileScene(
            "a layout of another panel", "surface: sphere\nfigure: { panels: { left: map }, layout: [[lef]] }\n",
            status: 65,
            #"""
            scene.yaml:2:21: error: the panel 'left' has no place in the layout
                figure: { panels: { left: map }, layout: [[lef]] }
                                    ^~~~
            scene.yaml:2:44: error: there is no panel 'lef'
                figure: { panels: { left: map }, layout: [[lef]] }
                                                           ^~~
            help: did you mean 'left'?

            """#),
        HostileScene(
            "a layout without rows", "surface: sphere\nfigure: { panels: { left: map }, layout: [] }\n", status: 65,
            #"""
            scene.yaml:2:42: error: 'layout' has no rows
                figure: { panels: { left: map }, layout: [] }
                                                         ^
            help: a row is a list of panels' names: [[left, right]]

            """#),
        HostileScene(
            "a layout as a mapping", "surface: sphere\nfigure: { panels: { left: map }, layout: { a: 1 } }\n",
            status: 65,
            #"""
            scene.yaml:2:42: error: 'layout' must be a list of rows, each a list of panels, not a mapping
                figure: { panels: { left: map }, layout: { a: 1 } }
                                                         ^

            """#),
        HostileScene(
            "ratios that are no numbers",
            "surface: sphere\nfigure: { panels: { left: map }, layout: [[left]], width_ratios: [.nan] }\n", status: 65,
            #"""
            scene.yaml:2:67: error: 'width_ratios' must be a finite number, not .nan
                figure: { panels: { left: map }, layout: [[left]], width_ratios: [.nan] }
                                                                                  ^~~~

            """#),
        HostileScene(
            "an unknown key of a font", "surface: sphere\nfigure: { font: { regular: DejaVu Sans, weight: 3 } }\n",
            status: 65,
            #"""
            scene.yaml:2:41: error: unknown key 'weight' in 'font'
                figure: { font: { regular: DejaVu Sans, weight: 3 } }
                                                        ^~~~~~
            help: known keys: regular, italic, bold, math

            """#),
        HostileScene(
            "a font that is a list", "surface: sphere\nfigure: { font: [DejaVu Sans] }\n", status: 65,
            #"""
            scene.yaml:2:17: error: 'font' must be a family, a font file, or a mapping with regular, italic, bold, math, not a list
                figure: { font: [DejaVu Sans] }
                                ^

            """#),
        HostileScene(
            "a font file that is missing", "surface: sphere\nfigure: { font: none.otf }\n", status: 66,
            #"""
            scene.yaml:2:17: error: cannot read 'none.otf': no such file
                figure: { font: none.otf }
                                ^~~~~~~~
            help: the path is relative to this file

            """#),
        HostileScene(
            "surfaces that are a list", "surface: sphere\nsurfaces: [bowl]\n", status: 65,
            #"""
            scene.yaml:2:11: error: 'surfaces' must be a mapping of names to surfaces, such as { bowl: sphere }, not a list
                surfaces: [bowl]
                          ^

            """#),
        HostileScene(
            "an unknown key of a further surface",
            "surface: sphere\nsurfaces: { bowl: { name: sphere, paramters: {} } }\n", status: 65,
            #"""
            scene.yaml:2:35: error: unknown key 'paramters' in 'surface'
                surfaces: { bowl: { name: sphere, paramters: {} } }
                                                  ^~~~~~~~~
            help: did you mean 'parameters'?

            """#),
        HostileScene(
            "a further surface of no name", "surface: sphere\nsurfaces: { bowl: spere }\n", status: 65,
            #"""
            scene.yaml:2:19: error: unknown surface 'spere'
                surfaces: { bowl: spere }
                                  ^~~~~
            help: did you mean 'sphere'?

            """#),
        HostileScene(
            "a run on no surface",
            "surface: sphere\nsurfaces: { bowl: sphere }\noptimizers: [{ adam: { surface: bowel } }]\n", status: 65,
            #"""
            scene.yaml:3:33: error: unknown surface 'bowel' in this scene
                optimizers: [{ adam: { surface: bowel } }]
                                                ^~~~~
            help: did you mean 'bowl'?

            """#),
    ]
}

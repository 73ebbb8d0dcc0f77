/// Colours, sizes and levels.
extension BadScene {
    static let style: [BadScene] = [
        BadScene(
            "an unknown colormap",
            #"""
            surface: rosenbrock
            map: { colormap: virids_r, softening: 2 }

            """#,
            #"""
            scene.yaml:2:18: error: unknown colormap 'virids_r'
                map: { colormap: virids_r, softening: 2 }
                                 ^~~~~~~~
            help: did you mean 'viridis_r'?
            scene.yaml:2:39: error: 'softening' must be a number from 0 to 1, not 2
                map: { colormap: virids_r, softening: 2 }
                                                      ^

            """#),
        BadScene(
            "an unknown theme and a background that is no colour",
            #"""
            surface: rosenbrock
            figure: { theme: drak, background: '#12' }

            """#,
            #"""
            scene.yaml:2:18: error: 'theme' must be light, dark or print, not text 'drak'
                figure: { theme: drak, background: '#12' }
                                 ^~~~
            help: did you mean 'dark'?
            scene.yaml:2:36: error: 'background' must be a colour such as '#0072B2' or tab:blue or none, not text '#12'
                figure: { theme: drak, background: '#12' }
                                                   ^~~~~
            help: colours are #rgb, #rrggbb or #rrggbbaa

            """#),
        BadScene(
            "a colour that YAML takes for a comment",
            #"""
            surface: rosenbrock
            figure:
              style:
                ink: #222

            """#,
            #"""
            scene.yaml:4:9: error: 'ink' has no value
                    ink: #222
                        ^
            help: quote it: '#0072B2'

            """#),
        BadScene(
            "a misspelt style, a length out of bounds, and colours that are none",
            #"""
            surface: rosenbrock
            figure: { style: { trail_widht: 2, title_size: 0, ink: blak, colors: [] } }

            """#,
            #"""
            scene.yaml:2:20: error: unknown key 'trail_widht' in 'style'
                figure: { style: { trail_widht: 2, title_size: 0, ink: blak, colors: [] } }
                                   ^~~~~~~~~~~
            help: did you mean 'trail_width'?
            scene.yaml:2:48: error: 'title_size' must be a number from 1 to 100, not 0
                figure: { style: { trail_widht: 2, title_size: 0, ink: blak, colors: [] } }
                                                               ^
            scene.yaml:2:56: error: 'ink' must be a colour such as '#0072B2' or tab:blue, not text 'blak'
                figure: { style: { trail_widht: 2, title_size: 0, ink: blak, colors: [] } }
                                                                       ^~~~
            help: did you mean 'black'?
            scene.yaml:2:70: error: 'colors' must have from 1 to 64, not 0
                figure: { style: { trail_widht: 2, title_size: 0, ink: blak, colors: [] } }
                                                                                     ^

            """#),
        BadScene(
            "a run's style with an unknown marker, and dashes of no length",
            #"""
            surface: rosenbrock
            optimizers: [adam: { style: { marker: sqare, dash: [0, 0], width: 200 } }]

            """#,
            #"""
            scene.yaml:2:39: error: 'marker' must be circle, square, triangle, diamond, pentagon, down_triangle or plus, not text 'sqare'
                optimizers: [adam: { style: { marker: sqare, dash: [0, 0], width: 200 } }]
                                                      ^~~~~
            help: did you mean 'square'?
            scene.yaml:2:52: error: 'dash' must have from 2 to 8 lengths, not all 0
                optimizers: [adam: { style: { marker: sqare, dash: [0, 0], width: 200 } }]
                                                                   ^
            help: lengths drawn and left out in turn, in widths of the line: [4, 2]
            scene.yaml:2:67: error: 'width' must be a number from 0 to 100, not 200
                optimizers: [adam: { style: { marker: sqare, dash: [0, 0], width: 200 } }]
                                                                                  ^~~

            """#),
        BadScene(
            "levels of a scale that is none, too many of them, and ends that do not ascend",
            #"""
            surface: rosenbrock
            map: { levels: { scale: symlg } }
            figure:
              panels:
                a: { map: { levels: { count: 251, from: 2, to: 1 } } }
                b: { map: { levels: { scale: log, from: 0 } } }

            """#,
            #"""
            scene.yaml:2:25: error: 'scale' must be auto, log, linear, symlog or quantile, not text 'symlg'
                map: { levels: { scale: symlg } }
                                        ^~~~~
            help: did you mean 'symlog'?
            scene.yaml:5:34: error: 'count' must be a whole number from 1 to 250, not 251
                    a: { map: { levels: { count: 251, from: 2, to: 1 } } }
                                                 ^~~
            scene.yaml:5:52: error: 'to' must be greater than 'from'
                    a: { map: { levels: { count: 251, from: 2, to: 1 } } }
                                                                   ^
            scene.yaml:6:45: error: a logarithmic scale has no place for 0
                    b: { map: { levels: { scale: log, from: 0 } } }
                                                            ^
            help: give a number above 0, or use 'symlog'

            """#),
    ]
}

/// What the figure is asked to be.
extension BadScene {
    static let figure: [BadScene] = [
        BadScene(
            "an unknown axis",
            #"""
            surface: rosenbrock
            axes: { x: a, Z: b }

            """#,
            #"""
            scene.yaml:2:15: error: unknown key 'Z' in 'axes'
                axes: { x: a, Z: b }
                              ^
            help: did you mean 'x'?

            """#),
        BadScene(
            "a misspelt Greek letter in a title",
            #"""
            surface: rosenbrock
            title: 'Rate $\etta$ and more'

            """#,
            #"""
            scene.yaml:2:15: error: the command '\etta' is not known
                title: 'Rate $\etta$ and more'
                              ^
            help: did you mean '\eta'?

            """#),
        BadScene(
            "mathematics that never ends, in a label and on an axis",
            #"""
            surface: rosenbrock
            optimizers: [adam: { label: "5 $ a step" }]
            axes: { x: $x_ }

            """#,
            #"""
            scene.yaml:2:32: error: the mathematics that this dollar sign opens is never closed
                optimizers: [adam: { label: "5 $ a step" }]
                                               ^
            help: close it with another, or write \$ for the sign itself
            scene.yaml:3:14: error: nothing follows '_'
                axes: { x: $x_ }
                             ^

            """#),
        BadScene(
            "an unknown aspect",
            #"""
            surface: rosenbrock
            map: { aspect: eqal }

            """#,
            #"""
            scene.yaml:2:16: error: 'aspect' must be auto or equal, not text 'eqal'
                map: { aspect: eqal }
                               ^~~~
            help: did you mean 'equal'?

            """#),
        BadScene(
            "unknown levels",
            #"""
            surface: rosenbrock
            map: { levels: logarithm }

            """#,
            #"""
            scene.yaml:2:16: error: 'levels' must be auto, log, linear, symlog, quantile, a list of numbers or a mapping such as { scale: log, count: 12 }, not text 'logarithm'
                map: { levels: logarithm }
                               ^~~~~~~~~

            """#),
        BadScene(
            "levels that do not ascend",
            #"""
            surface: rosenbrock
            map: { levels: [1, 2, 2] }

            """#,
            #"""
            scene.yaml:2:23: error: the numbers of 'levels' must ascend
                map: { levels: [1, 2, 2] }
                                      ^

            """#),
        BadScene(
            "one level",
            #"""
            surface: rosenbrock
            map: { levels: [1] }

            """#,
            #"""
            scene.yaml:2:16: error: 'levels' needs at least two numbers
                map: { levels: [1] }
                               ^

            """#),
        BadScene(
            "a length without a unit",
            #"""
            surface: rosenbrock
            figure: { width: 160 }

            """#,
            #"""
            scene.yaml:2:18: error: 'width' must be a length with a unit, such as 160mm, not 160
                figure: { width: 160 }
                                 ^~~
            help: add a unit: mm, cm, in, pt or px, such as 160mm

            """#),
        BadScene(
            "an unknown unit",
            #"""
            surface: rosenbrock
            figure: { width: 160 furlongs }

            """#,
            #"""
            scene.yaml:2:18: error: 'width' must be a length with a unit, such as 160mm, not text '160 furlongs'
                figure: { width: 160 furlongs }
                                 ^~~~~~~~~~~~
            help: units are mm, cm, in, pt and px

            """#),
        BadScene(
            "a page too small",
            #"""
            surface: rosenbrock
            figure: { height: 1mm }

            """#,
            #"""
            scene.yaml:2:19: error: 'height' must be from 10mm to 5000mm, not '1mm'
                figure: { height: 1mm }
                                  ^~~

            """#),
        BadScene(
            "too fine a resolution",
            #"""
            surface: rosenbrock
            figure: { dpi: 1e6 }

            """#,
            #"""
            scene.yaml:2:16: error: 'dpi' must be a number from 10 to 4800, not 1e6
                figure: { dpi: 1e6 }
                               ^~~

            """#),
        BadScene(
            "too many pixels",
            #"""
            surface: rosenbrock
            figure: { width: 5000mm, dpi: 600 }

            """#,
            #"""
            scene.yaml:2:9: error: the picture would have more than 32767 pixels on a side
                figure: { width: 5000mm, dpi: 600 }
                        ^
            help: change 'dpi' or the lengths

            """#),
        BadScene(
            "too many pixels in all",
            #"""
            surface: rosenbrock
            figure: { width: 2000mm, height: 2000mm, dpi: 400 }

            """#,
            #"""
            scene.yaml:2:9: error: the picture would have more than 268435456 pixels
                figure: { width: 2000mm, height: 2000mm, dpi: 400 }
                        ^
            help: change 'dpi' or the lengths, or raise the bound: --limits pixels=N

            """#),
        BadScene(
            "a layout without panels",
            #"""
            surface: rosenbrock
            figure: { layout: [[left, right]] }

            """#,
            #"""
            scene.yaml:2:11: error: 'layout' places panels, and there are none
                figure: { layout: [[left, right]] }
                          ^~~~~~
            help: add 'panels: { NAME: { map: {} }, … }'

            """#),
        BadScene(
            "a bare size and a size no one can read",
            #"""
            surface: rosenbrock
            figure: { font_size: 9 }

            """#,
            #"""
            scene.yaml:2:22: error: 'font_size' must be a length with a unit, such as 9pt, not 9
                figure: { font_size: 9 }
                                     ^
            help: add a unit: mm, cm, in, pt or px, such as 9pt

            """#),
        BadScene(
            "type larger than any page",
            #"""
            surface: rosenbrock
            figure: { font_size: 9in }

            """#,
            #"""
            scene.yaml:2:22: error: 'font_size' must be from 3pt to 72pt, not '9in'
                figure: { font_size: 9in }
                                     ^~~

            """#),
        BadScene(
            "fonts without upright text, and a misspelt one",
            #"""
            surface: rosenbrock
            figure: { font: { itallic: a.otf } }

            """#,
            #"""
            scene.yaml:2:17: error: 'font' has no 'regular'
                figure: { font: { itallic: a.otf } }
                                ^
            help: it is the font of all upright text
            scene.yaml:2:19: error: unknown key 'itallic' in 'font'
                figure: { font: { itallic: a.otf } }
                                  ^~~~~~~
            help: did you mean 'italic'?

            """#),
        BadScene(
            "a font file that is not there",
            #"""
            surface: rosenbrock
            figure: { font: nowhere.otf }

            """#,
            #"""
            scene.yaml:2:17: error: cannot read 'nowhere.otf': no such file
                figure: { font: nowhere.otf }
                                ^~~~~~~~~~~
            help: the path is relative to this file

            """#),
        BadScene(
            "a list of fonts",
            #"""
            surface: rosenbrock
            figure: { font: [STIX] }

            """#,
            #"""
            scene.yaml:2:17: error: 'font' must be a family, a font file, or a mapping with regular, italic, bold, math, not a list
                figure: { font: [STIX] }
                                ^

            """#),
    ]
}

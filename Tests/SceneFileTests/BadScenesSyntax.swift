/// Files that are no YAML, or not the YAML of a scene.
extension BadScene {
    static let syntax: [BadScene] = [
        BadScene(
            "an unclosed quote",
            #"""
            surface: rosenbrock
            title: "abc

            """#,
            #"""
            scene.yaml:2:12: error: a quote is not closed
                title: "abc
                           ^

            """#),
        BadScene(
            "an unclosed mapping",
            #"""
            surface: { name: rosenbrock
            steps: 3

            """#,
            #"""
            scene.yaml:2:6: error: a ',' or '}' is missing before this
                steps: 3
                     ^
            help: a mapping in braces reads { key: value, other: value }

            """#),
        BadScene(
            "an unclosed list",
            #"""
            surface: rosenbrock
            start: [1, 2
            steps: 3

            """#,
            #"""
            scene.yaml:3:6: error: a ',' or ']' is missing before this
                steps: 3
                     ^
            help: a list in brackets reads [a, b, c]

            """#),
        BadScene(
            "a tab as indentation",
            #"""
            surface: rosenbrock
            map:
            \#taspect: equal

            """#,
            #"""
            scene.yaml:3:1: error: a tab cannot indent
                    aspect: equal
                ^~~~
            help: YAML is indented with spaces

            """#),
        BadScene(
            "a colon in plain text",
            #"""
            surface: rosenbrock
            title: RMSprop: the movie

            """#,
            #"""
            scene.yaml:2:15: error: a ': ' cannot stand here
                title: RMSprop: the movie
                              ^
            help: text that holds ': ' needs quotes; a nested mapping goes on its own, indented lines

            """#),
        BadScene(
            "a line without a colon",
            #"""
            surface: rosenbrock
            steps 300

            """#,
            #"""
            scene.yaml:2:10: error: a key without ': ' before this
                steps 300
                         ^
            help: each line of a mapping reads 'key: value'

            """#),
        BadScene(
            "two documents",
            #"""
            surface: rosenbrock
            ---
            surface: beale

            """#,
            #"""
            scene.yaml:2:1: error: a second document begins here
                ---
                ^
            help: a file holds one scene: remove the '---' line, or move what follows into a file of its own

            """#),
        BadScene(
            "an alias without an anchor",
            #"""
            surface: rosenbrock
            start: *here

            """#,
            #"""
            scene.yaml:2:8: error: this alias has no anchor
                start: *here
                       ^
            help: '&name' before a value makes an anchor; text that begins with '*' needs quotes

            """#),
        BadScene(
            "an alias as a key",
            #"""
            surface: rosenbrock
            axes: &a { x: u }
            map: { *a : 1 }

            """#,
            #"""
            scene.yaml:3:8: error: an alias cannot be part of a key
                map: { *a : 1 }
                       ^
            help: an alias stands for a value: 'key: *name', '- *name' or '[*name, *other]'

            """#),
        BadScene(
            "a tag",
            #"""
            surface: !!str rosenbrock
            steps: !!int 3
            start: !here [1, 2]

            """#,
            #"""
            scene.yaml:2:8: error: the tag '!!int' means nothing here
                steps: !!int 3
                       ^
            help: remove it; quotes make a value text
            scene.yaml:3:8: error: the tag '!here' means nothing here
                start: !here [1, 2]
                       ^
            help: remove it; quotes make a value text

            """#),
        BadScene(
            "an escape that YAML lacks",
            #"""
            surface: rosenbrock
            title: "$\gamma$"

            """#,
            #"""
            scene.yaml:2:10: error: an unknown escape in double quotes
                title: "$\gamma$"
                         ^
            help: write the text in single quotes, where a backslash is a backslash

            """#),
        BadScene(
            "a backspace by an escape",
            #"""
            surface: rosenbrock
            title: "$\beta$"

            """#,
            #"""
            scene.yaml:2:8: error: the text holds the control character U+0008
                title: "$\beta$"
                       ^
            help: in double quotes a backslash begins an escape: write the text in single quotes

            """#),
        BadScene(
            "a percent sign before text",
            #"""
            surface: rosenbrock
            title: %5

            """#,
            #"""
            scene.yaml:2:8: error: a value cannot begin with this character
                title: %5
                       ^
            help: put the text in quotes

            """#),
        BadScene(
            "an empty file",
            #"""

            """#,
            #"""
            scene.yaml:1:1: error: the scene is empty
            help: the least is a surface, such as 'surface: rosenbrock'; 'ravine init' writes a whole scene

            """#),
        BadScene(
            "comments only",
            #"""
            # nothing here

            """#,
            #"""
            scene.yaml:1:1: error: the scene is empty
                # nothing here
                ^
            help: the least is a surface, such as 'surface: rosenbrock'; 'ravine init' writes a whole scene

            """#),
        BadScene(
            "a list for a scene",
            #"""
            - rosenbrock
            - beale

            """#,
            #"""
            scene.yaml:1:1: error: a scene must be a mapping, not a list
                - rosenbrock
                ^
            help: it begins with lines such as 'surface: rosenbrock'

            """#),
        BadScene(
            "a word for a scene",
            #"""
            rosenbrock

            """#,
            #"""
            scene.yaml:1:1: error: a scene must be a mapping, not text 'rosenbrock'
                rosenbrock
                ^~~~~~~~~~
            help: it begins with lines such as 'surface: rosenbrock'

            """#),
        BadScene(
            "a mapping as a key",
            #"""
            surface: rosenbrock
            {a: 1}: 2

            """#,
            #"""
            scene.yaml:2:1: error: a key must be a single word, not a list or a mapping
                {a: 1}: 2
                ^

            """#),
        BadScene(
            "a control character",
            #"""
            surface: rosenbrock
            title: a\#u{1}b

            """#,
            #"""
            scene.yaml:2:9: error: the control character U+0001 stands in the text
                title: a�b
                        ^
            help: remove it

            """#),
    ]
}

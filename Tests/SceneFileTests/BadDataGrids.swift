/// Samples on grids.
extension BadData {
    static let grids: [BadData] = [
        BadData(
            "a grid that is missing", "surface: { grid: nowhere.npz }\n", [:],
            #"""
            scene.yaml:1:18: error: cannot read 'nowhere.npz': no such file
                surface: { grid: nowhere.npz }
                                 ^~~~~~~~~~~
            help: the path is relative to this file

            """#),
        BadData(
            "a grid without a file", "surface: { grid: }\n", [:],
            #"""
            scene.yaml:1:18: error: 'grid' has no value
                surface: { grid: }
                                 ^
            help: it must be the name of a file, or the line be removed

            """#),
        BadData(
            "a grid that is a list", "surface: { grid: [a, b] }\n", [:],
            #"""
            scene.yaml:1:18: error: 'grid' must be the name of a file, not a list
                surface: { grid: [a, b] }
                                 ^

            """#),
        BadData(
            "text in numbers", "surface: { grid: loss.csv }\n",
            ["loss.csv": "x,y,loss\n0,0,1\n1,0,high\n0,1,3\n1,1,4\n"],
            #"""
            loss.csv:3:5: error: 'high' is not a number
                1,0,high
                    ^~~~

            """#),
        BadData(
            "a row with too few fields", "surface: { grid: loss.csv }\n",
            ["loss.csv": "x,y,loss\n0,0,1\n1,0\n0,1,3\n1,1,4\n"],
            #"""
            loss.csv:3:1: error: the row has fewer than the 3 fields of the first line
                1,0
                ^~~

            """#),
        BadData(
            "an empty file", "surface: { grid: loss.csv }\n", ["loss.csv": ""],
            #"""
            scene.yaml:1:18: error: 'loss.csv': the file is empty
                surface: { grid: loss.csv }
                                 ^~~~~~~~

            """#),
        BadData(
            "a header alone", "surface: { grid: loss.csv }\n", ["loss.csv": "x,y,loss\n"],
            #"""
            loss.csv:1:1: error: the table has a header but no rows
                x,y,loss
                ^~~~~~~~

            """#),
        BadData(
            "scattered points", "surface: { grid: loss.csv }\n",
            [
                "loss.csv":
                    "x,y,loss\n0.0,0.0,0\n0.37,0.11,1\n0.74,0.44,2\n1.1099999999999999,0.99,3\n1.48,1.76,4\n1.85,2.75,5\n2.2199999999999998,3.96,6\n2.59,5.39,7\n2.96,7.04,8\n3.33,8.91,9\n3.7,11.0,10\n4.07,13.31,11\n"
            ],
            #"""
            scene.yaml:1:18: error: 'loss.csv': the 12 points are not on a grid: they have 12 different x and 12 different y
                surface: { grid: loss.csv }
                                 ^~~~~~~~
            help: a grid has a sample for each pair of its x and its y

            """#),
        BadData(
            "a sample given twice", "surface: { grid: loss.csv }\n",
            ["loss.csv": "x,y,loss\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n1,0,5\n"],
            #"""
            loss.csv:6:1: error: the point (1.0, 0.0) has a sample already
                1,0,5
                ^

            """#),
        BadData(
            "a coordinate that is no number", "surface: { grid: loss.csv }\n",
            ["loss.csv": "x,y,loss\n0,0,1\nnan,0,2\n0,1,3\n1,1,4\n"],
            #"""
            loss.csv:3:1: error: a coordinate is not a finite number
                nan,0,2
                ^

            """#),
        BadData(
            "columns of other names", "surface: { grid: loss.csv }\n",
            ["loss.csv": "w1,w2,cost\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv' has no columns x, y and loss
                surface: { grid: loss.csv }
                                 ^~~~~~~~
            help: it has 'w1', 'w2', 'cost'; name them with 'x: …', 'y: …' and 'loss: …'

            """#),
        BadData(
            "a misspelt column", "surface: { grid: loss.csv, x: weight1, y: w2, loss: cost }\n",
            ["loss.csv": "weight_one,w2,cost\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"],
            #"""
            scene.yaml:1:31: error: 'loss.csv' has no 'weight1'
                surface: { grid: loss.csv, x: weight1, y: w2, loss: cost }
                                              ^~~~~~~
            help: did you mean 'weight_one'?

            """#),
        BadData(
            "one node along y", "surface: { grid: loss.csv }\n", ["loss.csv": "x,y,loss\n0,0,1\n1,0,2\n2,0,3\n3,0,4\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv': the y axis has only one node
                surface: { grid: loss.csv }
                                 ^~~~~~~~
            help: a grid needs at least two nodes in each direction

            """#),
        BadData(
            "a matrix without axes", "surface: { grid: loss.csv }\n", ["loss.csv": "1,2,3,4\n4,5,6,7\n7,8,9,10\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv' does not tell the axes of its grid
                surface: { grid: loss.csv }
                                 ^~~~~~~~
            help: add 'x: [-1, 1]' and 'y: [-1, 1]', say: from the first sample to the last

            """#),
        BadData(
            "a matrix with one axis", "surface: { grid: loss.csv, x: [0, 1] }\n",
            ["loss.csv": "1,2,3,4\n4,5,6,7\n7,8,9,10\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv' does not tell the axes of its grid
                surface: { grid: loss.csv, x: [0, 1] }
                                 ^~~~~~~~
            help: add 'y: [-1, 1]', say: from the first sample to the last

            """#),
        BadData(
            "an axis of another length", "surface: { grid: loss.csv, x: [0, 1, 2], y: [0, 1] }\n",
            ["loss.csv": "1,2,3,4\n4,5,6,7\n7,8,9,10\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv': the losses have 3 rows of 4, but there are 3 values of y and 3 of x
                surface: { grid: loss.csv, x: [0, 1, 2], y: [0, 1] }
                                 ^~~~~~~~

            """#),
        BadData(
            "axes that fit the other way", "surface: { grid: loss.csv, x: [0, 1, 2], y: [0, 1, 2, 3] }\n",
            ["loss.csv": "1,2,3,4\n4,5,6,7\n7,8,9,10\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv': the losses have 3 rows of 4, but there are 4 values of y and 3 of x
                surface: { grid: loss.csv, x: [0, 1, 2], y: [0, 1, 2, 3] }
                                 ^~~~~~~~
            help: they fit with 'rows: x', which says that each row has one x

            """#),
        BadData(
            "an axis that turns back", "surface: { grid: loss.csv, x: [0, 2, 1, 3], y: [0, 1, 2] }\n",
            ["loss.csv": "1,2,3,4\n4,5,6,7\n7,8,9,10\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv': x[2] = 1.0 turns back
                surface: { grid: loss.csv, x: [0, 2, 1, 3], y: [0, 1, 2] }
                                 ^~~~~~~~
            help: nodes must increase throughout or decrease throughout

            """#),
        BadData(
            "an axis with text", "surface: { grid: loss.csv, x: [0, b, 1, 3], y: [0, 1] }\n",
            ["loss.csv": "1,2,3,4\n4,5,6,7\n7,8,9,10\n"],
            #"""
            scene.yaml:1:35: error: 'x' must be a number, not text 'b'
                surface: { grid: loss.csv, x: [0, b, 1, 3], y: [0, 1] }
                                                  ^

            """#),
        BadData(
            "an axis in the file that turns back", "surface: { grid: loss.csv }\n",
            ["loss.csv": "y\\x,0,2,1\n0,1,2,3\n1,4,5,6\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv': x[2] = 1.0 turns back
                surface: { grid: loss.csv }
                                 ^~~~~~~~
            help: nodes must increase throughout or decrease throughout

            """#),
        BadData(
            "an unknown way of rows", "surface: { grid: loss.csv, rows: z }\n",
            ["loss.csv": "x,y,loss\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"],
            #"""
            scene.yaml:1:34: error: 'rows' must be y or x, not text 'z'
                surface: { grid: loss.csv, rows: z }
                                                 ^
            help: did you mean 'y'?

            """#),
        BadData(
            "a key of another kind", "surface: { grid: loss.csv, minima: [[0, 0]] }\n",
            ["loss.csv": "x,y,loss\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"],
            #"""
            scene.yaml:1:28: error: 'minima' belongs to a surface with 'formula'
                surface: { grid: loss.csv, minima: [[0, 0]] }
                                           ^~~~~~
            help: one with 'grid' has x, y, loss, rows, domain, transform

            """#),
        BadData(
            "a misspelt key of a grid", "surface: { grid: loss.csv, row: x }\n",
            ["loss.csv": "x,y,loss\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"],
            #"""
            scene.yaml:1:28: error: unknown key 'row' in 'surface'
                surface: { grid: loss.csv, row: x }
                                           ^~~
            help: did you mean 'rows'?

            """#),
        BadData(
            "a grid and a formula", "surface: { grid: loss.csv, formula: x }\n",
            ["loss.csv": "x,y,loss\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"],
            #"""
            scene.yaml:1:28: error: 'surface' has a grid and a formula
                surface: { grid: loss.csv, formula: x }
                                           ^~~~~~~
            help: keep one: they are different kinds of surfaces

            """#),
        BadData(
            "a grid with optimizers and no start", "surface: { grid: loss.csv }\noptimizers: [adam]\n",
            ["loss.csv": "x,y,loss\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"],
            #"""
            scene.yaml:2:14: error: 'adam' has no start: the surface has no customary one
                optimizers: [adam]
                             ^~~~
            help: add a line such as 'start: [-1, 2]'

            """#),
        BadData(
            "a text file called npz", "surface: { grid: loss.npz }\n",
            ["loss.npz": "x,y,loss\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"],
            #"""
            scene.yaml:1:18: error: 'loss.npz': the file is named .npz, but its content looks like text
                surface: { grid: loss.npz }
                                 ^~~~~~~~
            help: rename it to end in .csv if it is a table

            """#),
        BadData(
            "a text file called npy", "surface: { grid: loss.npy }\n",
            ["loss.npy": "x,y,loss\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n"],
            #"""
            scene.yaml:1:18: error: 'loss.npy': the file is named .npy, but its content looks like text
                surface: { grid: loss.npy }
                                 ^~~~~~~~
            help: rename it to end in .csv if it is a table

            """#),
        BadData(
            "a quote that is never closed", "surface: { grid: loss.csv }\n",
            ["loss.csv": "x,y,loss\n0,0,1\n\"1,0,2\n0,1,3\n"],
            #"""
            loss.csv:3:1: error: the quote that opens here is never closed
                "1,0,2
                ^

            """#),
        BadData(
            "decimal commas", "surface: { grid: loss.csv }\n",
            ["loss.csv": "x;y;loss\n0;0;1,5\n1;0;2,5\n0;1;3\n1;1;4\n"],
            #"""
            loss.csv:2:5: error: '1,5' is not a number
                0;0;1,5
                    ^~~
            help: decimals have a point: '1.5'

            """#),
        BadData(
            "a grid without a number", "surface: { grid: loss.csv }\n",
            ["loss.csv": "x,y,loss\n0,0,\n1,0,nan\n0,1,inf\n1,1,-inf\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv' has no sample that is a finite number
                surface: { grid: loss.csv }
                                 ^~~~~~~~

            """#),
        BadData(
            "few scattered points", "surface: { grid: loss.csv }\n",
            ["loss.csv": "x,y,loss\n0,0,1\n1,3,2\n4,1,3\n2,2,4\n"],
            #"""
            scene.yaml:1:18: error: 'loss.csv': the 4 points are not on a grid: they have 4 different x and 4 different y
                surface: { grid: loss.csv }
                                 ^~~~~~~~
            help: a grid has a sample for each pair of its x and its y

            """#),
    ]
}

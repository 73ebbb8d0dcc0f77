/// Losses fitted to data, and what is random.
extension BadData {
    static let data: [BadData] = [
        BadData(
            "delta of another loss", "surface: { data: [[1, 2], [2, 3]], loss: mae, delta: 2 }\n", [:],
            #"""
            scene.yaml:1:47: error: 'delta' belongs to Huber's loss
                surface: { data: [[1, 2], [2, 3]], loss: mae, delta: 2 }
                                                              ^~~~~
            help: add 'loss: huber', or remove it

            """#),
        BadData(
            "data that are missing", "surface: { data: nowhere.csv }\n", [:],
            #"""
            scene.yaml:1:18: error: cannot read 'nowhere.csv': no such file
                surface: { data: nowhere.csv }
                                 ^~~~~~~~~~~
            help: the path is relative to this file

            """#),
        BadData(
            "an empty list of data", "surface: { data: [] }\n", [:],
            #"""
            scene.yaml:1:18: error: 'data' is an empty list
                surface: { data: [] }
                                 ^
            help: a row is written [1.5, 2]

            """#),
        BadData(
            "a row of one number", "surface: { data: [[1], [2]] }\n", [:],
            #"""
            scene.yaml:1:19: error: a row of data has 2 or 3 numbers, and this one has 1
                surface: { data: [[1], [2]] }
                                  ^
            help: one or two features and a target
            scene.yaml:1:24: error: a row of data has 2 or 3 numbers, and this one has 1
                surface: { data: [[1], [2]] }
                                       ^
            help: one or two features and a target

            """#),
        BadData(
            "rows of different lengths", "surface: { data: [[1, 2], [1, 2, 3]] }\n", [:],
            #"""
            scene.yaml:1:27: error: the first row has 2 numbers, and this one has 3
                surface: { data: [[1, 2], [1, 2, 3]] }
                                          ^
            help: one or two features and a target

            """#),
        BadData(
            "text in a row", "surface: { data: [[1, 2], [1, a]] }\n", [:],
            #"""
            scene.yaml:1:31: error: 'data' must be a number, not text 'a'
                surface: { data: [[1, 2], [1, a]] }
                                              ^

            """#),
        BadData(
            "a row that is a number", "surface: { data: [1, 2] }\n", [:],
            #"""
            scene.yaml:1:19: error: 'data' must be a file, or a list of rows such as [1.5, 2]: a feature and a target, not 1
                surface: { data: [1, 2] }
                                  ^

            """#),
        BadData(
            "data that are a mapping", "surface: { data: { x: 1 } }\n", [:],
            #"""
            scene.yaml:1:18: error: 'data' must be a file, or a list of rows such as [1.5, 2]: a feature and a target, not a mapping
                surface: { data: { x: 1 } }
                                 ^

            """#),
        BadData(
            "an unknown model", "surface: { data: [[1, 2], [2, 3]], model: linaer }\n", [:],
            #"""
            scene.yaml:1:43: error: 'model' must be linear or logistic, not text 'linaer'
                surface: { data: [[1, 2], [2, 3]], model: linaer }
                                                          ^~~~~~
            help: did you mean 'linear'?

            """#),
        BadData(
            "cross entropy of a linear model", "surface: { data: [[1, 0], [2, 1]], loss: cross_entropy }\n", [:],
            #"""
            scene.yaml:1:42: error: a linear model has no cross entropy
                surface: { data: [[1, 0], [2, 1]], loss: cross_entropy }
                                                         ^~~~~~~~~~~~~
            help: add 'model: logistic', or take mse, mae or huber

            """#),
        BadData(
            "labels of another kind", "surface: { data: [[1, 1], [2, 2]], model: logistic }\n", [:],
            #"""
            scene.yaml:1:27: error: a target of cross-entropy must be from 0 to 1
                surface: { data: [[1, 1], [2, 2]], model: logistic }
                                          ^
            help: labels are 0 and 1

            """#),
        BadData(
            "labels of another kind in a file", "surface: { data: p.csv, model: logistic }\n",
            ["p.csv": "a,label\n1,1\n2,2\n"],
            #"""
            p.csv:3:1: error: a target of cross-entropy must be from 0 to 1
                2,2
                ^
            help: labels are 0 and 1

            """#),
        BadData(
            "a negative penalty", "surface: { data: [[1, 0], [2, 1]], l2: -1 }\n", [:],
            #"""
            scene.yaml:1:40: error: 'l2' must be a number from 0 to 1e+100, not -1
                surface: { data: [[1, 0], [2, 1]], l2: -1 }
                                                       ^~

            """#),
        BadData(
            "an unknown loss", "surface: { data: [[1, 0], [2, 1]], loss: rmse }\n", [:],
            #"""
            scene.yaml:1:42: error: 'loss' must be mse, mae, huber or cross_entropy, not text 'rmse'
                surface: { data: [[1, 0], [2, 1]], loss: rmse }
                                                         ^~~~
            help: did you mean 'mse'?

            """#),
        BadData(
            "an unknown reduction", "surface: { data: [[1, 0], [2, 1]], reduction: total }\n", [:],
            #"""
            scene.yaml:1:47: error: 'reduction' must be mean or sum, not text 'total'
                surface: { data: [[1, 0], [2, 1]], reduction: total }
                                                              ^~~~~

            """#),
        BadData(
            "too many columns", "surface: { data: p.csv }\n", ["p.csv": "a,b,c,t\n1,2,3,4\n2,3,4,5\n"],
            #"""
            scene.yaml:1:18: error: 'p.csv' has 4 columns, and two or three are needed
                surface: { data: p.csv }
                                 ^~~~~
            help: name them with 'features: …' and 'target: …': it has 'a', 'b', 'c', 't'

            """#),
        BadData(
            "features without a target", "surface: { data: p.csv, features: a }\n",
            ["p.csv": "a,b,c,t\n1,2,3,4\n2,3,4,5\n"],
            #"""
            scene.yaml:1:18: error: 'p.csv' needs both 'features' and 'target'
                surface: { data: p.csv, features: a }
                                 ^~~~~
            help: it has 'a', 'b', 'c', 't'

            """#),
        BadData(
            "three features", "surface: { data: p.csv, features: [a, b, c], target: t }\n",
            ["p.csv": "a,b,c,t\n1,2,3,4\n2,3,4,5\n"],
            #"""
            scene.yaml:1:35: error: 'features' must name one or two columns, not 3
                surface: { data: p.csv, features: [a, b, c], target: t }
                                                  ^

            """#),
        BadData(
            "a feature that is missing", "surface: { data: p.csv, features: height, target: t }\n",
            ["p.csv": "heigth,b,c,t\n1,2,3,4\n2,3,4,5\n"],
            #"""
            scene.yaml:1:35: error: 'p.csv' has no 'height'
                surface: { data: p.csv, features: height, target: t }
                                                  ^~~~~~
            help: did you mean 'heigth'?

            """#),
        BadData(
            "a column name for data without names", "surface: { data: [[1, 0], [2, 1]], target: t }\n", [:],
            #"""
            scene.yaml:1:36: error: 'target' names a column of a file, and these data have no names
                surface: { data: [[1, 0], [2, 1]], target: t }
                                                   ^~~~~~

            """#),
        BadData(
            "a missing number in the data", "surface: { data: p.csv }\n", ["p.csv": "a,t\n1,4\n2,\n3,1\n"],
            #"""
            p.csv:3:1: error: a target must be a finite number
                2,
                ^

            """#),
        BadData(
            "a batch without data", "surface: rosenbrock\nbatch: 16\noptimizers: [sgd]\n", [:],
            #"""
            scene.yaml:2:1: error: 'batch' needs data to draw from, and this surface has none
                batch: 16
                ^~~~~
            help: 'noise' makes the gradients of any surface random

            """#),
        BadData(
            "a batch of nothing", "surface: { data: [[1, 0], [2, 1]] }\noptimizers: [sgd: { lr: 0.1, batch: 0 }]\n",
            [:],
            #"""
            scene.yaml:2:37: error: 'batch' must be a whole number from 1 to 1000000, not 0
                optimizers: [sgd: { lr: 0.1, batch: 0 }]
                                                    ^

            """#),
        BadData(
            "negative noise", "surface: rosenbrock\nnoise: -1\n", [:],
            #"""
            scene.yaml:2:8: error: 'noise' must be a number from 0 to 1e+100, not -1
                noise: -1
                       ^~

            """#),
        BadData(
            "noise that is text", "surface: rosenbrock\noptimizers: [sgd: { noise: much }]\n", [:],
            #"""
            scene.yaml:2:28: error: 'noise' must be a number from 0 to 1e+100, not text 'much'
                optimizers: [sgd: { noise: much }]
                                           ^~~~

            """#),
        BadData(
            "no seeds", "surface: rosenbrock\nseeds: 0\n", [:],
            #"""
            scene.yaml:2:8: error: 'seeds' must be a whole number from 1 to 1000, not 0
                seeds: 0
                       ^

            """#),
        BadData(
            "too many runs by seeds", "surface: rosenbrock\nstart: { grid: [30, 30] }\nseeds: 20\noptimizers: [sgd]\n",
            [:],
            #"""
            scene.yaml:4:13: error: these are 18000 runs; a scene can have 1000
                optimizers: [sgd]
                            ^
            help: raise the bound: --limits runs=N

            """#),
    ]
}

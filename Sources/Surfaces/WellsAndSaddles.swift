/// Wells, hills and saddles: several places to go.
let wellsAndSaddles: [SurfaceEntry] = [
    SurfaceEntry(
        id: "himmelblau", names: ["Himmelblau"],
        summary: "Four equal minima around one hill: where a start ends shows the basins.",
        formula: "(x^2+y-11)^2 + (x+y^2-7)^2",
        domain: Domain(x: -5...5, y: -5...5), start: SIMD2(-0.5, 0.25),
        source: "Himmelblau, Applied Nonlinear Programming, 1972",
        minima: [
            ("3", "2"), ("-2.805118086952745", "3.131312518250573"),
            ("-3.779310253377747", "-3.2831859912861696"), ("3.5844283403304917", "-1.8481265269644036"),
        ]),
    SurfaceEntry(
        id: "goldstein_price", names: ["Goldstein-Price"],
        summary: "Values over six decades, with local minima beside the global one.",
        formula: "(1+(x+y+1)^2*(19-14*x+3*x^2-14*y+6*x*y+3*y^2))*(30+(2*x-3*y)^2*(18-32*x+12*x^2+48*y-36*x*y+27*y^2))",
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(-1.5, 1),
        source: "Goldstein and Price, On descent from local minima, 1971",
        minima: [("0", "-1")]),
    SurfaceEntry(
        id: "three_hump_camel", names: ["Three-hump camel"],
        summary: "Three wells in a row, the middle one deepest.",
        formula: "2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2",
        domain: Domain(x: -5...5, y: -5...5), start: SIMD2(-1.9, 1.2),
        source: """
            Jamil and Yang, A literature survey of benchmark functions for global optimisation \
            problems, 2013
            """,
        minima: [("0", "0")]),
    SurfaceEntry(
        id: "six_hump_camel", names: ["Six-hump camel"],
        summary: "Six wells, two of them global minima.",
        formula: "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2",
        domain: Domain(x: -3...3, y: -2...2), start: SIMD2(-2.5, 1.2),
        source: "Dixon and Szegő, Towards Global Optimisation 2, 1978",
        minima: [("0.08984201310031806", "-0.7126564030207396"), ("-0.08984201310031806", "0.7126564030207396")]),
    SurfaceEntry(
        id: "styblinski_tang", names: ["Styblinski-Tang"],
        summary: "Four wells of different depth.",
        formula: "0.5*(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)",
        domain: Domain(x: -5...5, y: -5...5), start: SIMD2(0.5, 4),
        source: "Styblinski and Tang, Experiments in nonconvex optimization, 1990",
        minima: [("-2.903534027771177", "-2.903534027771177")]),
    SurfaceEntry(
        id: "mccormick", names: ["McCormick"],
        summary: "A tilted, curved sheet with one minimum in view.",
        formula: "sin(x+y) + (x-y)^2 - 1.5*x + 2.5*y + 1",
        domain: Domain(x: -1.5...4, y: -3...4), start: SIMD2(3, -2),
        source: "McCormick, Computability of global solutions to factorable nonconvex programs, 1976",
        minima: [("1/2-pi/3", "-1/2-pi/3")]),
    SurfaceEntry(
        id: "branin", names: ["Branin", "Branin-Hoo"],
        summary: "Three equal minima between low hills.",
        formula: "(y - 5.1/(4*pi^2)*x^2 + 5/pi*x - 6)^2 + 10*(1-1/(8*pi))*cos(x) + 10",
        domain: Domain(x: -5...10, y: 0...15), start: SIMD2(2, 12),
        source: """
            Branin, Widely convergent method for finding multiple solutions of simultaneous \
            nonlinear equations, 1972
            """,
        minima: [
            ("-pi", "12.275"), ("pi", "2.275"),
            ("9.42477796076938", "2.475"),
        ]),
    SurfaceEntry(
        id: "two_well", names: ["Symmetric two-well (double well)"],
        summary: "Two equal wells with a saddle between.",
        formula: "(x^2-1)^2 + y^2",
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(0.1, 1.5),
        source: "Textbook example: the double well",
        minima: [("1", "0"), ("-1", "0")]),
    SurfaceEntry(
        id: "tilted_two_well", names: ["Tilted two-well"],
        summary: "Two wells, the nearer one not the deeper.",
        formula: "(x^2-1)^2 + 0.3*x + y^2",
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(1.8, 1.2),
        source: "Textbook example: the double well, tilted",
        minima: [("-1.0355787140888537", "0")]),
    SurfaceEntry(
        id: "saddle", names: ["Saddle", "hyperbolic paraboloid"],
        summary: "Down one axis, up the other: the start lies almost on the ridge.",
        formula: "x^2 - y^2",
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(-1, 0.001),
        source: "Textbook example: the hyperbolic paraboloid"),
    SurfaceEntry(
        id: "monkey_saddle", names: ["Monkey saddle"],
        summary: "A flat saddle with three ways down; its Hessian vanishes at the centre.",
        formula: "x^3 - 3*x*y^2",
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(1.5, 0.9),
        source: "Hilbert and Cohn-Vossen, Anschauliche Geometrie, 1932"),
    SurfaceEntry(
        id: "gramacy_lee_2d", names: ["Gramacy-Lee 2D", "x*exp(-x^2-y^2)"],
        summary: "One well and one hill on a plain without slope.",
        formula: "x*exp(-x^2-y^2)",
        domain: Domain(x: -2...6, y: -2...6), start: SIMD2(0.4, 0.9),
        source: """
            Gramacy and Lee, Bayesian treed Gaussian process models with an application to computer \
            modeling, 2008
            """,
        minima: [("-1/sqrt(2)", "0")]),
    SurfaceEntry(
        id: "franke", names: ["Franke"],
        summary: "Two hills, a smaller one and a dip.",
        formula: """
            0.75*exp(-((9*x-2)^2+(9*y-2)^2)/4) + 0.75*exp(-(9*x+1)^2/49-(9*y+1)/10) + \
            0.5*exp(-((9*x-7)^2+(9*y-3)^2)/4) - 0.2*exp(-(9*x-4)^2-(9*y-7)^2)
            """,
        domain: Domain(x: 0...1, y: 0...1), start: SIMD2(0.9, 0.9),
        source: "Franke, A critical comparison of some methods for interpolation of scattered data, 1979",
        minima: [("0.4557103793185635", "0.7841906776136751")]),
    SurfaceEntry(
        id: "peaks", names: ["Peaks (MATLAB)"],
        summary: "Three hills and three dips.",
        formula: "3*(1-x)^2*exp(-x^2-(y+1)^2) - 10*(x/5-x^3-y^5)*exp(-x^2-y^2) - exp(-(x+1)^2-y^2)/3",
        domain: Domain(x: -3...3, y: -3...3), start: SIMD2(0.3, 2.5),
        source: "MATLAB, the function peaks",
        minima: [("0.22827892055636909", "-1.6255349574999964")]),
]

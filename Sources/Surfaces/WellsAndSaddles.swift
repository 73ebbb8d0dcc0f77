/// Wells, hills and saddles: several places to go.
let wellsAndSaddles: [SurfaceEntry] = [
    SurfaceEntry(
        id: "himmelblau", names: ["Himmelblau"],
        summary: "Four equal minima around one hill.",
        formula: "(x^2+y-11)^2 + (x+y^2-7)^2",
        domain: Domain(x: -5...5, y: -5...5), start: SIMD2(-0.5, 0.25),
        source: "Himmelblau, Applied Nonlinear Programming, 1972",
        minima: [
            ("3", "2"), ("-2.805118086952745", "3.131312518250573"),
            ("-3.779310253377747", "-3.2831859912861696"), ("3.5844283403304917", "-1.8481265269644036"),
        ]),
    SurfaceEntry(
        id: "goldstein_price", names: ["Goldstein-Price"],
        summary: "Six decades of values; local minima near the global one.",
        formula: "(1+(x+y+1)^2*(19-14*x+3*x^2-14*y+6*x*y+3*y^2))*(30+(2*x-3*y)^2*(18-32*x+12*x^2+48*y-36*x*y+27*y^2))",
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(-1.5, 1),
        source: "Goldstein and Price, On descent from local minima, 1971",
        note: "The paper has no domain; this one is that of Dixon and Szegő, 1978.",
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
        note: "The survey that lists it; who wrote it first is not established.",
        minima: [("0", "0")]),
    SurfaceEntry(
        id: "six_hump_camel", names: ["Six-hump camel"],
        summary: "Six wells, two of them global minima.",
        formula: "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2",
        domain: Domain(x: -3...3, y: -2...2), start: SIMD2(-2.5, 1.2),
        source: "Dixon and Szegő, Towards Global Optimisation 2, 1978",
        minima: [("0.08984201310031806", "-0.7126564030207396"), ("-0.08984201310031806", "0.7126564030207396")],
        printedMinimum: -1.0316),
    SurfaceEntry(
        id: "styblinski_tang", names: ["Styblinski-Tang"],
        summary: "Four wells of different depth.",
        formula: "0.5*(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)",
        domain: Domain(x: -5...5, y: -5...5), start: SIMD2(0.5, 4),
        source: "Styblinski and Tang, Experiments in nonconvex optimization, 1990",
        note: "The minimum is -39.16617 per dimension; the -39.16599 of most tables is a misprint.",
        minima: [("-2.903534027771177", "-2.903534027771177")], printedMinimum: -78.33198),
    SurfaceEntry(
        id: "mccormick", names: ["McCormick"],
        summary: "A tilted, curved sheet with one minimum in view.",
        formula: "sin(x+y) + (x-y)^2 - 1.5*x + 2.5*y + 1",
        domain: Domain(x: -1.5...4, y: -3...4), start: SIMD2(3, -2),
        source: """
            Adorio, MVF: multivariate test functions library in C, 2005; named after McCormick, Computability of \
            global solutions to factorable nonconvex programs, 1976
            """,
        note: "The minimum is -sqrt(3)/2 - pi/3 = -1.913223; the -1.9133 of most tables is rounded wrongly.",
        minima: [("1/2-pi/3", "-1/2-pi/3")], printedMinimum: -1.9133),
    SurfaceEntry(
        id: "branin", names: ["Branin", "Branin-Hoo"],
        summary: "Three equal minima between low hills.",
        formula: "a*(y - b*x^2 + c*x - r)^2 + s*(1-t)*cos(x) + s",
        parameters: [
            ("a", 1), ("b", 5.1 / (4 * (.pi * .pi))), ("c", 5 / .pi), ("r", 6), ("s", 10), ("t", 1 / (8 * .pi)),
        ],
        domain: Domain(x: -5...10, y: 0...15), start: SIMD2(2, 12),
        source: """
            Branin, Widely convergent method for finding multiple solutions of simultaneous \
            nonlinear equations, 1972
            """,
        note: "The third minimum is (3 pi, 2.475); some tables print 2.425.",
        minima: [("-pi", "b*pi^2 + c*pi + r"), ("pi", "b*pi^2 - c*pi + r"), ("3*pi", "9*b*pi^2 - 3*c*pi + r")],
        minimaHold: "min(a, s*(1-t))", printedMinimum: 0.397887),
    SurfaceEntry(
        id: "two_well", names: ["Double well", "Symmetric two-well (double well)"],
        summary: "Two equal wells with a saddle between.",
        formula: "(x^2-1)^2 + y^2",
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(0.1, 1.5),
        source: "Textbook example: the double well",
        minima: [("1", "0"), ("-1", "0")]),
    SurfaceEntry(
        id: "tilted_two_well", names: ["Tilted double well", "Tilted two-well"],
        summary: "Two wells, the nearer one not the deeper.",
        formula: "(x^2-1)^2 + tilt*x + y^2",
        parameters: [("tilt", 0.3)],
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(1.8, 1.2),
        source: "Textbook example: the double well, tilted",
        minima: [("-sign(tilt)*2/sqrt(3)*cos(acos(3*sqrt(3)/8*abs(tilt))/3)", "0")],
        minimaHold: "min(abs(tilt), 1.5 - abs(tilt))"),
    SurfaceEntry(
        id: "saddle", names: ["Saddle", "hyperbolic paraboloid"],
        summary: "Down one way, up the other; the start is near the ridge.",
        formula: "x^2 - y^2",
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(-1, 0.001),
        source: "Textbook example: the hyperbolic paraboloid"),
    SurfaceEntry(
        id: "monkey_saddle", names: ["Monkey saddle"],
        summary: "Three ways down; the Hessian vanishes at the centre.",
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
        minima: [("-1/sqrt(2)", "0")], printedMinimum: -0.42888),
    SurfaceEntry(
        id: "franke", names: ["Franke"],
        summary: "Two hills, a smaller one and a dip.",
        formula: """
            0.75*exp(-((9*x-2)^2+(9*y-2)^2)/4) + 0.75*exp(-(9*x+1)^2/49-(9*y+1)/10) + \
            0.5*exp(-((9*x-7)^2+(9*y-3)^2)/4) - 0.2*exp(-(9*x-4)^2-(9*y-7)^2)
            """,
        domain: Domain(x: 0...1, y: 0...1), start: SIMD2(0.9, 0.9),
        source: "Franke, A critical comparison of some methods for interpolation of scattered data, 1979",
        note: """
            Made for interpolation, not for optimization. The term (9y+1)/10 is not squared, as some collections \
            print it.
            """,
        minima: [("0.4557103793185635", "0.7841906776136751")]),
    SurfaceEntry(
        id: "peaks", names: ["Peaks", "Peaks (MATLAB)"],
        summary: "Three hills and three dips.",
        formula: "3*(1-x)^2*exp(-x^2-(y+1)^2) - 10*(x/5-x^3-y^5)*exp(-x^2-y^2) - exp(-(x+1)^2-y^2)/3",
        domain: Domain(x: -3...3, y: -3...3), start: SIMD2(0.3, 2.5),
        source: "MATLAB, the function peaks",
        minima: [("0.22827892055636909", "-1.6255349574999964")], printedMinimum: -6.5511),
]

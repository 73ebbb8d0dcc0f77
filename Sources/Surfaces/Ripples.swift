/// Ripples, holes and kinks: many places to be caught in.
let ripples: [SurfaceEntry] = [
    SurfaceEntry(
        id: "rastrigin", names: ["Rastrigin"],
        summary: "A bowl with a minimum at nearly every whole point.",
        formula: "2*a + x^2 - a*cos(2*pi*x) + y^2 - a*cos(2*pi*y)",
        parameters: [("a", 10)],
        domain: Domain(x: -5.12...5.12, y: -5.12...5.12), start: SIMD2(-2, 3.5),
        source: "Rastrigin, Systems of Extremal Control, 1974",
        minima: [("0", "0")], minimaHold: "a"),
    SurfaceEntry(
        id: "ackley", names: ["Ackley"],
        summary: "A rippled funnel; its minimum is a cone's tip.",
        formula: "-a*exp(-b*sqrt(0.5*(x^2+y^2))) - exp(0.5*(cos(c*x)+cos(c*y))) + e + a",
        parameters: [("a", 20), ("b", 0.2), ("c", 2 * .pi)],
        domain: Domain(x: -5...5, y: -5...5), start: SIMD2(2.5, -1.8),
        source: "Ackley, A Connectionist Machine for Genetic Hillclimbing, 1987",
        minima: [("0", "0")], minimaHold: "min(a, b)"),
    SurfaceEntry(
        id: "griewank", names: ["Griewank"],
        summary: "A very shallow bowl under cosine ripples.",
        formula: "(x^2+y^2)/d - cos(x)*cos(y/sqrt(2)) + 1",
        parameters: [("d", 4000)],
        domain: Domain(x: -10...10, y: -10...10), start: SIMD2(-7, 5.5),
        source: "Griewank, Generalized descent for global optimization, 1981",
        note: """
            Usually searched over [-600, 600]², where the ripples are too fine to be seen; in the paper d = 200.
            """,
        minima: [("0", "0")], minimaHold: "d"),
    SurfaceEntry(
        id: "levy", names: ["Levy", "Levy (d=2, SFU form)"],
        summary: "Ripples of different length along the axes.",
        formula: """
            sin(pi*(1+(x-1)/4))^2 + ((x-1)/4)^2*(1+10*sin(pi*(1+(x-1)/4)+1)^2) + \
            ((y-1)/4)^2*(1+sin(2*pi*(1+(y-1)/4))^2)
            """,
        domain: Domain(x: -10...10, y: -10...10), start: SIMD2(-8, 7),
        source: """
            Levy and Montalvo, The tunneling algorithm for the global minimization of functions, 1985, in the form \
            of Surjanovic and Bingham, Virtual Library of Simulation Experiments, 2013
            """,
        note: "Several functions go by this name; others differ in the second and the last factor.",
        minima: [("1", "1")]),
    SurfaceEntry(
        id: "levy13", names: ["Levy N.13"],
        summary: "A bowl with fine ripples.",
        formula: "sin(3*pi*x)^2 + (x-1)^2*(1+sin(3*pi*y)^2) + (y-1)^2*(1+sin(2*pi*y)^2)",
        domain: Domain(x: -10...10, y: -10...10), detail: Domain(x: -7...7, y: -7...7),
        start: SIMD2(-6, 5),
        source: "Surjanovic and Bingham, Virtual Library of Simulation Experiments, 2013",
        minima: [("1", "1")]),
    SurfaceEntry(
        id: "schwefel", names: ["Schwefel", "Schwefel 2.26"],
        summary: "Deep wells far apart, the best one in a corner.",
        formula: "837.9657745448674 - x*sin(sqrt(abs(x))) - y*sin(sqrt(abs(y)))",
        domain: Domain(x: -500...500, y: -500...500), start: SIMD2(200, -150),
        source: "Schwefel, Numerical Optimization of Computer Models, 1981, problem 2.26",
        note: "The constant makes the minimum 0; with the 418.9829 per dimension of most tables it is 2.5e-5.",
        minima: [("420.96874635998205", "420.96874635998205")]),
    SurfaceEntry(
        id: "easom", names: ["Easom"],
        summary: "A single well on a plain that gives no hint of it.",
        formula: "-cos(x)*cos(y)*exp(-((x-pi)^2+(y-pi)^2))",
        domain: Domain(x: -100...100, y: -100...100), detail: Domain(x: 0...6, y: 0...6),
        start: SIMD2(1.5, 1.8),
        source: "Easom, A survey of global optimization techniques, 1990",
        note: "The well is about 4 wide, in a domain of 200.",
        minima: [("pi", "pi")]),
    SurfaceEntry(
        id: "eggholder", names: ["Eggholder"],
        summary: "Waves on waves; the minimum lies on the border.",
        formula: "-(y+47)*sin(sqrt(abs(x/2+(y+47)))) - x*sin(sqrt(abs(x-(y+47))))",
        domain: Domain(x: -512...512, y: -512...512), start: SIMD2(300, 250),
        source: "Whitley, Mathias, Rana and Dzubera, Evaluating evolutionary algorithms, 1996",
        note: """
            The minimum lies on the border, where the gradient is not 0: optimizers leave the domain. In the paper \
            the domain ends at 511.
            """,
        minima: [("512", "404.2318051137578")], printedMinimum: -959.6407),
    SurfaceEntry(
        id: "bukin6", names: ["Bukin N.6"],
        summary: "A curved gutter: infinitely steep walls, a kinked floor.",
        formula: "100*sqrt(abs(y-0.01*x^2)) + 0.01*abs(x+10)",
        domain: Domain(x: -15...(-5), y: -3...3), start: SIMD2(-13, -1.5),
        source: "Bukin, New minimization strategy for non-smooth functions, 1997",
        minima: [("-10", "1")]),
    SurfaceEntry(
        id: "cross_in_tray", names: ["Cross-in-tray"],
        summary: "Four equal minima in a tray that a cross divides.",
        formula: "-0.0001*(abs(sin(x)*sin(y)*exp(abs(100-sqrt(x^2+y^2)/pi)))+1)^0.1",
        domain: Domain(x: -10...10, y: -10...10), start: SIMD2(4, -7),
        source: """
            Mishra, Some new test functions for global optimization and performance of repulsive \
            particle swarm method, 2006
            """,
        minima: [
            ("1.3494066171539107", "1.3494066171539107"), ("-1.3494066171539107", "1.3494066171539107"),
            ("1.3494066171539107", "-1.3494066171539107"), ("-1.3494066171539107", "-1.3494066171539107"),
        ], printedMinimum: -2.06261),
    SurfaceEntry(
        id: "drop_wave", names: ["Drop-wave"],
        summary: "Rings like those of a falling drop.",
        formula: "-(1+cos(k*sqrt(x^2+y^2)))/(0.5*(x^2+y^2)+2)",
        parameters: [("k", 12)],
        domain: Domain(x: -5.12...5.12, y: -5.12...5.12), start: SIMD2(-3, 2),
        source: "Molga and Smutnicki, Test functions for optimization needs, 2005",
        minima: [("0", "0")]),
    SurfaceEntry(
        id: "holder_table", names: ["Holder table"],
        summary: "A table of ripples with four equal minima in the corners.",
        formula: "-abs(sin(x)*cos(y)*exp(abs(1-sqrt(x^2+y^2)/pi)))",
        domain: Domain(x: -10...10, y: -10...10), start: SIMD2(5, 7),
        source: """
            Mishra, Some new test functions for global optimization and performance of repulsive \
            particle swarm method, 2006
            """,
        note: """
            The form with sin(x)*cos(y); the one with cos(x)*cos(y) goes by the same name and has other minima.
            """,
        minima: [
            ("8.055023475736563", "9.664590019241272"), ("-8.055023475736563", "9.664590019241272"),
            ("8.055023475736563", "-9.664590019241272"), ("-8.055023475736563", "-9.664590019241272"),
        ], printedMinimum: -19.2085),
    SurfaceEntry(
        id: "schaffer2", names: ["Schaffer N.2"],
        summary: "Rings that flatten outwards.",
        formula: "0.5 + (sin(x^2-y^2)^2 - 0.5)/(1+0.001*(x^2+y^2))^2",
        domain: Domain(x: -10...10, y: -10...10), detail: Domain(x: -5...5, y: -5...5),
        start: SIMD2(-6, 3.5),
        source: """
            Mishra, Some new test functions for global optimization and performance of repulsive particle swarm \
            method, 2006; after Schaffer, Caruana, Eshelman and Das, A study of control parameters affecting online \
            performance of genetic algorithms for function optimization, 1989
            """,
        note: "Usually searched over [-100, 100]², where the rings are too fine to be seen.",
        minima: [("0", "0")]),
    SurfaceEntry(
        id: "schaffer4", names: ["Schaffer N.4"],
        summary: "Rings that flatten outwards, with four equal minima.",
        formula: "0.5 + (cos(sin(abs(x^2-y^2)))^2 - 0.5)/(1+0.001*(x^2+y^2))^2",
        domain: Domain(x: -10...10, y: -10...10), detail: Domain(x: -5...5, y: -5...5),
        start: SIMD2(-6, 3.5),
        source: """
            Mishra, Some new test functions for global optimization and performance of repulsive particle swarm \
            method, 2006; after Schaffer, Caruana, Eshelman and Das, A study of control parameters affecting online \
            performance of genetic algorithms for function optimization, 1989
            """,
        note: "Usually searched over [-100, 100]², where the rings are too fine to be seen.",
        minima: [
            ("0", "1.2531318314637332"), ("0", "-1.2531318314637332"),
            ("1.2531318314637332", "0"), ("-1.2531318314637332", "0"),
        ], printedMinimum: 0.292579),
    SurfaceEntry(
        id: "michalewicz", names: ["Michalewicz", "Michalewicz (d=2, m=10)"],
        summary: "Narrow ravines in a plain.",
        formula: "-sin(x)*sin(x^2/pi)^(2*m) - sin(y)*sin(2*y^2/pi)^(2*m)",
        parameters: [("m", 10)],
        domain: Domain(x: 0...Double.pi, y: 0...Double.pi), start: SIMD2(2.6, 1.2),
        source: "Michalewicz, Genetic Algorithms + Data Structures = Evolution Programs, 1992",
        minima: [("2.2029055201726093", "1.5707963267948966")], minimaHold: "1 - sign(abs(m - 10))",
        printedMinimum: -1.8013),
    SurfaceEntry(
        id: "bohachevsky1", names: ["Bohachevsky 1"],
        summary: "A bowl with gentle ripples.",
        formula: "x^2 + 2*y^2 - 0.3*cos(3*pi*x) - 0.4*cos(4*pi*y) + 0.7",
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(-1.6, 1.3),
        source: """
            Bohachevsky, Johnson and Stein, Generalized simulated annealing for function \
            optimization, 1986
            """,
        note: "Usually searched over [-100, 100]², where the ripples are too fine to be seen.",
        minima: [("0", "0")]),
    SurfaceEntry(
        id: "shubert", names: ["Shubert"],
        summary: "Hundreds of wells, eighteen of them global minima.",
        formula: "sum(i, 1, 5, i*cos((i+1)*x + i)) * sum(i, 1, 5, i*cos((i+1)*y + i))",
        domain: Domain(x: -10...10, y: -10...10), start: SIMD2(-4, 3),
        source: """
            After Shubert, A sequential method seeking the global maximum of a function, 1972; the product as in \
            Jamil and Yang, A literature survey of benchmark functions for global optimisation problems, 2013
            """,
        note: "Of the eighteen global minima tables give one or two.",
        minima: [
            ("-7.708313735499347", "-0.8003211004719731"), ("-0.8003211004719731", "-7.708313735499347"),
            ("4.858056878859825", "-0.8003211004719731"), ("-0.8003211004719731", "4.858056878859825"),
            ("5.482864206707613", "-7.708313735499347"), ("-7.708313735499347", "5.482864206707613"),
            ("4.858056878859825", "5.482864206707613"), ("5.482864206707613", "4.858056878859825"),
            ("-0.8003211004719731", "-1.425128428319761"), ("-1.425128428319761", "-0.8003211004719731"),
            ("5.482864206707613", "-1.425128428319761"), ("-1.425128428319761", "5.482864206707613"),
            ("-7.708313735499347", "-7.0835064076515595"), ("-7.0835064076515595", "-7.708313735499347"),
            ("-7.0835064076515595", "4.858056878859825"), ("4.858056878859825", "-7.0835064076515595"),
            ("-1.425128428319761", "-7.0835064076515595"), ("-7.0835064076515595", "-1.425128428319761"),
        ], printedMinimum: -186.7309),
    SurfaceEntry(
        id: "de_jong5", names: ["De Jong 5", "Shekel foxholes"],
        summary: "Twenty-five holes in a plateau.",
        formula: """
            1/(0.002 + sum(i, 0, 4, sum(j, 0, 4, 1/(5*i + j + 1 + (x + 32 - 16*j)^6 + (y + 32 - \
            16*i)^6))))
            """,
        domain: Domain(x: -65.536...65.536, y: -65.536...65.536), start: SIMD2(-10, -25),
        source: """
            De Jong, An analysis of the behavior of a class of genetic adaptive systems, 1975, after Shekel, Test \
            functions for multimodal search techniques, 1971
            """,
        note: "The minimum is at -31.97833 both ways; tables give -32, the centre of the hole.",
        minima: [("-31.97833483565697", "-31.978334837300796")], printedMinimum: 0.998),
]

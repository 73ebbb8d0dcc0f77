/// Bowls and valleys: one place to go, and the trouble is the way there.
let bowlsAndValleys: [SurfaceEntry] = [
    SurfaceEntry(
        id: "sphere", names: ["Sphere", "De Jong 1"],
        summary: "A round bowl: every direction is as steep as the other.",
        formula: "x^2 + y^2",
        domain: Domain(x: -5.12...5.12, y: -5.12...5.12), start: SIMD2(-4, 3),
        source: "De Jong, An analysis of the behavior of a class of genetic adaptive systems, 1975",
        minima: [("0", "0")]),
    SurfaceEntry(
        id: "quadratic_k100", names: ["Ill-conditioned bowl", "Ill-conditioned quadratic bowl (condition number 100)"],
        summary: "A bowl a hundred times steeper across than along.",
        formula: "0.5*(x^2 + k*y^2)",
        parameters: [("k", 100)],
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(-1.8, 1.2),
        source: "Textbook example; condition number k",
        minima: [("0", "0")], minimaHold: "k"),
    SurfaceEntry(
        id: "quadratic_rot30_k50",
        names: ["Rotated bowl", "Rotated ill-conditioned quadratic (30 degrees, condition number 50)"],
        summary: "A narrow bowl, turned by 30 degrees.",
        formula: "0.5*((x*cos(angle)+y*sin(angle))^2 + k*(y*cos(angle)-x*sin(angle))^2)",
        parameters: [("angle", .pi / 6), ("k", 50)],
        domain: Domain(x: -3...3, y: -3...3), start: SIMD2(-2, 1.5),
        source: "Textbook example; condition number k, turned by angle",
        minima: [("0", "0")], minimaHold: "k"),
    SurfaceEntry(
        id: "rosenbrock", names: ["Rosenbrock", "banana", "De Jong 2"],
        summary: "A curved valley with a nearly flat floor.",
        formula: "(a-x)^2 + b*(y-x^2)^2",
        parameters: [("a", 1), ("b", 100)],
        domain: Domain(x: -2...2, y: -1...3), start: SIMD2(-1.5, 2),
        source: "Rosenbrock, An automatic method for finding the greatest or least value of a function, 1960",
        note: "Also searched over [-2.048, 2.048]² and [-5, 10]².",
        minima: [("a", "a^2")], minimaHold: "b"),
    SurfaceEntry(
        id: "rosenbrock_b10", names: ["Rosenbrock (b=10)", "Rosenbrock (a=1, b=10)"],
        summary: "Rosenbrock's valley with gentler walls.",
        formula: "(a-x)^2 + b*(y-x^2)^2",
        parameters: [("a", 1), ("b", 10)],
        domain: Domain(x: -2...2, y: -1...3), start: SIMD2(-1.5, 2),
        source: "Rosenbrock, An automatic method for finding the greatest or least value of a function, 1960",
        minima: [("a", "a^2")], minimaHold: "b"),
    SurfaceEntry(
        id: "beale", names: ["Beale"],
        summary: "A flat valley between steep corners.",
        formula: "(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2",
        domain: Domain(x: -4.5...4.5, y: -4.5...4.5), start: SIMD2(2, 1.7),
        source: """
            Beale, On an iterative method for finding a local minimum of a function of more than one variable, 1958
            """,
        minima: [("3", "1/2")]),
    SurfaceEntry(
        id: "booth", names: ["Booth"],
        summary: "A tilted bowl, moderately long.",
        formula: "(x+2*y-7)^2 + (2*x+y-5)^2",
        domain: Domain(x: -10...10, y: -10...10), start: SIMD2(-8, -6),
        source: """
            Jamil and Yang, A literature survey of benchmark functions for global optimisation \
            problems, 2013
            """,
        note: "The survey that lists it; who wrote it first is not established.",
        minima: [("1", "3")]),
    SurfaceEntry(
        id: "matyas", names: ["Matyas"],
        summary: "A long shallow valley along the diagonal.",
        formula: "0.26*(x^2+y^2) - 0.48*x*y",
        domain: Domain(x: -10...10, y: -10...10), start: SIMD2(-8, 4),
        source: """
            Jamil and Yang, A literature survey of benchmark functions for global optimisation \
            problems, 2013
            """,
        note: "The survey that lists it; who wrote it first is not established.",
        minima: [("0", "0")]),
    SurfaceEntry(
        id: "zakharov", names: ["Zakharov", "Zakharov (d=2)"],
        summary: "A plate that steepens with the fourth power.",
        formula: "x^2 + y^2 + (0.5*x+y)^2 + (0.5*x+y)^4",
        domain: Domain(x: -5...10, y: -5...10), start: SIMD2(-4, 8),
        source: "Surjanovic and Bingham, Virtual Library of Simulation Experiments, 2013",
        note: "The collection that lists it; who wrote it first is not established.",
        minima: [("0", "0")]),
    SurfaceEntry(
        id: "trid", names: ["Trid", "Trid (d=2)"],
        summary: "A bowl whose minimum is off the centre.",
        formula: "(x-1)^2 + (y-1)^2 - x*y",
        domain: Domain(x: -4...4, y: -4...4), start: SIMD2(-3, -2),
        source: "Surjanovic and Bingham, Virtual Library of Simulation Experiments, 2013",
        note: "The collection that lists it; who wrote it first is not established.",
        minima: [("2", "2")]),
    SurfaceEntry(
        id: "dixon_price", names: ["Dixon-Price", "Dixon-Price (d=2)"],
        summary: "A parabolic valley with two mirrored minima.",
        formula: "(x-1)^2 + 2*(2*y^2-x)^2",
        domain: Domain(x: -10...10, y: -10...10), start: SIMD2(-6, 7),
        source: """
            Dixon and Price, Truncated Newton method for sparse unconstrained optimization using automatic \
            differentiation, 1989
            """,
        minima: [("1", "1/sqrt(2)"), ("1", "-1/sqrt(2)")]),
    SurfaceEntry(
        id: "perm_d_beta", names: ["Perm d,beta", "Perm d,beta (d=2, beta=0.5)"],
        summary: "A flat curved valley with two minima.",
        formula: "((1+beta)*(x-1) + (2+beta)*(y/2-1))^2 + ((1+beta)*(x^2-1) + (4+beta)*((y/2)^2-1))^2",
        parameters: [("beta", 0.5)],
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(-1.5, -1),
        source: "Surjanovic and Bingham, Virtual Library of Simulation Experiments, 2013",
        note: """
            In two dimensions there is a second minimum of the same value, (23/13, 14/13) for beta = 0.5, which \
            tables omit.
            """,
        minima: [
            ("1", "2"),
            ("1 + 4*(2+beta)/((1+beta)*(4+beta) + (2+beta)^2)", "2 - 8*(1+beta)/((1+beta)*(4+beta) + (2+beta)^2)"),
        ], minimaHold: "1 + beta"),
    SurfaceEntry(
        id: "perm_0", names: ["Perm 0,d,beta", "Perm 0,d,beta (d=2, beta=10)"],
        summary: "A narrow arc with two minima on it.",
        formula: "((1+beta)*(x-1) + (2+beta)*(y-1/2))^2 + ((1+beta)*(x^2-1) + (2+beta)*(y^2-1/4))^2",
        parameters: [("beta", 10)],
        domain: Domain(x: -2...2, y: -2...2), start: SIMD2(-1.5, -1),
        source: "Surjanovic and Bingham, Virtual Library of Simulation Experiments, 2013",
        note: """
            In two dimensions there is a second minimum of the same value, (11/23, 45/46) for beta = 10, which \
            tables omit.
            """,
        minima: [("1", "1/2"), ("(1+beta)/(3+2*beta)", "(1+beta)/(3+2*beta) + 1/2")], minimaHold: "1 + beta"),
    SurfaceEntry(
        id: "long_valley", names: ["Long valley", "Long valley (narrow-valley quadratic stand-in)"],
        summary: "Four hundred times steeper across than along.",
        formula: "a*x^2 + b*y^2",
        parameters: [("a", 0.005), ("b", 2)],
        domain: Domain(x: -10...10, y: -2...2), start: SIMD2(-9, 1.5),
        source: "A stand-in for the valley of the well-known animations, whose formula was never published",
        minima: [("0", "0")], minimaHold: "min(a, b)"),
]

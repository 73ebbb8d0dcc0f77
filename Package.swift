// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "ravine",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "ravine", targets: ["ravine"]),
        .library(
            name: "Ravine",
            targets: [
                "Formulas", "Surfaces", "Optimizers", "Simulation", "Drawings", "Figures", "Raster", "Export",
                "DataFiles", "Randomness", "SceneFile",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Numbers: the same bits on every machine.
        .target(name: "Spelling"),
        .target(name: "Workers"),
        // Square roots of doubles are the C library's `sqrt` (correctly rounded everywhere); only Foundation links it unasked.
        .target(name: "Roots"),
        .target(
            name: "Lanes", dependencies: ["Roots"], linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        .target(name: "Randomness", dependencies: ["Lanes"]),
        .target(name: "Kernels"),
        .target(name: "Formulas", dependencies: ["Kernels", "Lanes", "Spelling"]),
        .target(name: "Surfaces", dependencies: ["Formulas", "Lanes", "Spelling"]),
        .target(name: "Optimizers", dependencies: ["Lanes", "Spelling"]),
        .target(name: "Simulation", dependencies: ["Optimizers", "Randomness", "Surfaces", "Workers"]),

        // Pictures.
        .target(name: "Drawings", dependencies: ["CFreeType", "CHarfBuzz", "Spelling"]),
        .target(
            name: "Figures", dependencies: ["Drawings", "Lanes", "Optimizers", "Simulation", "Surfaces", "Workers"]),
        .target(name: "Raster", dependencies: ["Drawings", "Workers"]),
        .target(name: "Export", dependencies: ["CZLib", "Drawings", "PNGShim", "Raster", "Workers"]),

        // Words.
        .target(name: "DataFiles", dependencies: ["CZLib", "Spelling"]),
        .target(
            name: "SceneFile",
            dependencies: [
                "DataFiles", "Drawings", "Figures", "Formulas", "Optimizers", "Randomness", "Simulation", "Spelling",
                "Surfaces", "Yams",
            ]),
        .executableTarget(
            name: "ravine",
            dependencies: [
                "Drawings", "Export", "Figures", "Formulas", "Optimizers", "SceneFile", "Simulation", "Surfaces",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // Measured by `Benchmarks/formulas`.
        .executableTarget(
            name: "formula-benchmark", dependencies: ["Formulas", "Workers"], path: "Benchmarks/Formulas"),
        // Measured by `Benchmarks/optimizers`.
        .executableTarget(
            name: "optimizer-benchmark", dependencies: ["Optimizers", "Simulation", "Surfaces"],
            path: "Benchmarks/Optimizers"),

        // C.
        .target(name: "PNGShim", dependencies: ["CLibPNG"]),
        .systemLibrary(
            name: "CLibPNG", pkgConfig: "libpng",
            providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
        .systemLibrary(
            name: "CZLib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CFreeType", pkgConfig: "freetype2",
            providers: [.apt(["libfreetype-dev"]), .brew(["freetype"])]),
        .systemLibrary(
            name: "CHarfBuzz", pkgConfig: "harfbuzz",
            providers: [.apt(["libharfbuzz-dev"]), .brew(["harfbuzz"])]),

        // Tests.
        .testTarget(name: "LanesTests", dependencies: ["Lanes"], resources: [.copy("Fixtures")]),
        .testTarget(name: "RandomnessTests", dependencies: ["Randomness"]),
        .testTarget(name: "FormulasTests", dependencies: ["Formulas", "Kernels", "Lanes", "Surfaces"]),
        .testTarget(name: "SurfacesTests", dependencies: ["Lanes", "Surfaces"], resources: [.copy("Fixtures")]),
        .testTarget(
            name: "OptimizersTests", dependencies: ["Lanes", "Optimizers", "Simulation", "Spelling", "Surfaces"],
            resources: [.copy("Fixtures")]),
        .testTarget(
            name: "DataFilesTests", dependencies: ["CZLib", "DataFiles"], resources: [.copy("Fixtures")]),
        .testTarget(name: "DrawingsTests", dependencies: ["Drawings"]),
        .testTarget(name: "RasterTests", dependencies: ["Drawings", "Raster"]),
        .testTarget(name: "ExportTests", dependencies: ["CLibPNG", "CZLib", "Drawings", "Export", "Raster"]),
        .testTarget(
            name: "SceneFileTests", dependencies: ["Figures", "Optimizers", "SceneFile", "Simulation", "Surfaces"]),
        .testTarget(name: "CommandTests", dependencies: ["ravine"]),
        .testTarget(
            name: "PictureTests",
            dependencies: ["CLibPNG", "Drawings", "Export", "Figures", "SceneFile", "ravine"], exclude: ["Goldens"]),
        .testTarget(
            name: "FiguresTests", dependencies: ["Drawings", "Figures", "SceneFile", "Simulation", "Surfaces"]),
    ],
    swiftLanguageModes: [.v6]
)

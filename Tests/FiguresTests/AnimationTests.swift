import Testing

@testable import Figures

@Suite struct AnimationTests {
    private func animation(_ change: (inout AnimationSpecification) -> Void) -> AnimationSpecification {
        var animation = AnimationSpecification()
        change(&animation)
        return animation
    }

    @Test(arguments: [
        (30.0, 8.0, 0.0, 240, 240), (30, 8, 1, 240, 270), (25, 0.4, 0, 10, 10), (12.5, 2, 0, 25, 25),
        (29.97, 10, 0, 300, 300), (7, 1, 0.5, 6, 10), (30, 0, 0, 1, 1), (30, 0, 1, 1, 30), (0.1, 1, 0, 1, 1),
        (240, 3, 0.25, 720, 780),
    ])
    func asManyFramesAsTheSecondsSay(fps: Double, duration: Double, hold: Double, moving: Int, all: Int) {
        let animation = animation { ($0.fps, $0.duration, $0.hold) = (fps, duration, hold) }
        for steps in [0, 1, 7, 1000] { #expect(animation.frameCounts(steps: steps) == (moving, all)) }
    }

    @Test(arguments: [(1.0, 10, 11), (2, 10, 6), (3, 10, 5), (0.5, 10, 21), (100, 10, 2), (1, 0, 1), (0.1, 3, 31)])
    func soManyStepsAFrame(stepsPerFrame: Double, steps: Int, moving: Int) {
        let animation = animation { ($0.stepsPerFrame, $0.duration, $0.hold) = (stepsPerFrame, nil, 1) }
        #expect(animation.frameCounts(steps: steps) == (moving, moving + 30))
        for frame in 0..<moving - 1 {
            #expect(animation.step(atFrame: frame, steps: steps) == min(Double(frame) * stepsPerFrame, Double(steps)))
        }
        #expect(animation.step(atFrame: moving - 1, steps: steps) == Double(steps))
    }

    @Test(arguments: AnimationSpecification.Pace.allCases, [0, 1, 5, 300, 1_000_000])
    func stepsRunFromTheFirstToTheLastAndNeverBack(pace: AnimationSpecification.Pace, steps: Int) {
        let animation = animation { ($0.pace, $0.duration, $0.hold) = (pace, 2, 0.5) }
        let (moving, all) = animation.frameCounts(steps: steps)
        let shown = (0..<all).map { animation.step(atFrame: $0, steps: steps) }
        #expect(shown.first == 0)
        #expect(shown[(moving - 1)...].allSatisfy { $0 == Double(steps) })
        #expect(zip(shown, shown.dropFirst()).allSatisfy { $0 <= $1 })
        if steps > 0 { #expect(Set(shown[..<moving]).count == moving) }
    }

    /// Half way through the film, log has come to the root of the steps, linear to half of them.
    @Test func logTakesItsTimeInTheBeginning() {
        for (pace, half) in [(AnimationSpecification.Pace.linear, 4999.5), (.log, 99)] {
            let animation = animation { ($0.pace, $0.fps, $0.duration) = (pace, 101, 1) }
            #expect((animation.step(atFrame: 50, steps: 9999) - half).magnitude < 1e-9)
        }
    }

    /// Numbers that readers would refuse: a count all the same, and no trap.
    @Test func absurdNumbersAreCounted() {
        let numbers = [0, 1e-300, 0.1, 1, 240, 1e9, 1e18, 1e300, .infinity, .nan, -1, -1e300]
        for fps in numbers {
            for length in numbers {
                for hold in numbers {
                    let timed = animation { ($0.fps, $0.duration, $0.hold) = (fps, length, hold) }
                    let stepped = animation {
                        ($0.fps, $0.duration, $0.stepsPerFrame, $0.hold) = (fps, nil, length, hold)
                    }
                    for animation in [timed, stepped] {
                        #expect(animation.frameCounts(steps: 1000).all <= .max / 2)
                        _ = animation.step(atFrame: 3, steps: 1000)
                    }
                }
            }
        }
    }
}

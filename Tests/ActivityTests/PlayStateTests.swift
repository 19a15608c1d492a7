import Testing

@testable import Activity

struct PlayStateTests {
    @Test(arguments: [
        (-3, PlayState.playing), (0, .playing), (19, .playing), (20, .paused), (179, .paused), (180, .asleep),
        (839, .asleep), (840, .parked), (9_999, .parked),
    ])
    func guessesFromTheTimeSinceTheLastScore(_ minutes: Int, _ state: PlayState) {
        #expect(PlayState(idleMinutes: minutes) == state)
    }
}

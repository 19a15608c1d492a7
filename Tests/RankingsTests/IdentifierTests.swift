import Rankings
import Testing

@Suite struct IdentifierTests {
    @Test(arguments: ["sim-1/main", "sekai-kr-124/chapter-4", "a/b"])
    func boardReadsItsOwnDescription(text: String) {
        #expect(BoardID(text)?.description == text)
    }

    @Test func eventAloneMeansItsMainBoard() {
        #expect(BoardID("sim-1") == BoardID(event: EventID(rawValue: "sim-1"), name: "main"))
    }

    @Test(arguments: ["", "/", "a/", "/b", "a/b/c", "../etc", "a/..", "A/main", "a b", "a/%2e", "-a"])
    func refusesWhatIsNoPath(text: String) {
        #expect(BoardID(text) == nil)
    }

    @Test(
        arguments: [(0, "0000000000000000"), (255, "00000000000000ff"), (.max, "ffffffffffffffff")]
            as [(UInt64, String)])
    func pseudonymHasSixteenDigits(value: UInt64, text: String) {
        #expect(Pseudonym(value: value).description == text)
    }
}

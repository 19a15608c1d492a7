import Testing

@testable import Settings

@Suite struct NearestWordTests {
    @Test(
        arguments: [
            ("", "", 0), ("a", "", 1), ("", "ab", 2), ("level", "level", 0), ("levle", "level", 1), ("lvl", "level", 2),
            ("port", "post", 1), ("ab", "ba", 1), ("kitten", "sitting", 3),
        ])
    func distance(left: String, right: String, expected: Int) {
        #expect(NearestWord.distance(Array(left), Array(right)) == expected)
        #expect(NearestWord.distance(Array(right), Array(left)) == expected)
    }

    @Test(
        arguments: [
            ("prot", "port"), ("PORT", "port"), ("hots", "host"), ("banana", nil), ("", nil),
        ] as [(String, String?)])
    func findsOnlyWhatIsNear(word: String, expected: String?) {
        #expect(NearestWord.find(word, in: ["host", "port"]) == expected)
    }
}

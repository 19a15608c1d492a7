import NIOHTTP1
import Testing

@testable import Origin

@Suite struct RangeRequestTests {
    static let tag = "\"0123456789abcdef\""
    static let modified: Int64 = 1_795_176_181

    private func part(_ fields: [(String, String)], size: Int = 10, now: Int64 = modified + 1) -> RangeRequest.Part {
        RangeRequest(HTTPHeaders(fields)).part(size: size, tag: Self.tag, modifiedSeconds: Self.modified, now: now)
    }

    @Test(
        arguments: [
            ("bytes=0-0", .bytes(0..<1)), ("bytes=0-9", .bytes(0..<10)), ("bytes=0-10", .bytes(0..<10)),
            ("bytes=9-9", .bytes(9..<10)), ("bytes=3-", .bytes(3..<10)), ("bytes=-1", .bytes(9..<10)),
            ("bytes=-10", .bytes(0..<10)), ("bytes=-11", .bytes(0..<10)), ("Bytes=2-3", .bytes(2..<4)),
            ("bytes= 2-3 ", .bytes(2..<4)), ("bytes=0-99999999999999999999", .bytes(0..<10)),
            ("bytes=-99999999999999999999", .bytes(0..<10)),
            ("bytes=0-9223372036854775807", .bytes(0..<10)),
            ("bytes=10-", .unsatisfiable), ("bytes=10-20", .unsatisfiable), ("bytes=-0", .unsatisfiable),
            ("bytes=99999999999999999999-", .unsatisfiable),
            // Several, other units, and what is malformed: the whole is sent.
            ("bytes=0-1,3-4", .whole), ("bytes=5-4", .whole), ("bytes=", .whole), ("bytes=-", .whole),
            ("bytes=a-b", .whole), ("bytes=+1-2", .whole), ("bytes=--1", .whole), ("lines=0-1", .whole),
            ("bytes", .whole), ("0-1", .whole), ("", .whole),
        ] as [(String, RangeRequest.Part)])
    func isRead(field: String, expected: RangeRequest.Part) {
        #expect(part([("Range", field)]) == expected)
    }

    @Test(arguments: [("bytes=0-", RangeRequest.Part.unsatisfiable), ("bytes=-1", .unsatisfiable)])
    func anEmptyFileHasNoPart(field: String, expected: RangeRequest.Part) {
        #expect(part([("Range", field)], size: 0) == expected)
    }

    @Test(
        arguments: [
            (tag, .bytes(0..<1)), ("W/" + tag, .whole), ("\"other\"", .whole),
            ("Fri, 20 Nov 2026 12:03:01 GMT", .bytes(0..<1)), ("Fri, 20 Nov 2026 12:03:02 GMT", .whole),
            ("Fri, 20 Nov 2026 12:03:00 GMT", .whole), ("", .whole),
        ] as [(String, RangeRequest.Part)])
    func holdsForTheSameVersionOnly(condition: String, expected: RangeRequest.Part) {
        #expect(part([("Range", "bytes=0-0"), ("If-Range", condition)]) == expected)
    }

    @Test func aDateWithinTheSameSecondIsNoProof() {
        let fields = [("Range", "bytes=0-0"), ("If-Range", "Fri, 20 Nov 2026 12:03:01 GMT")]
        #expect(part(fields, now: Self.modified) == .whole)
    }

    @Test func ofTwoFieldsNoneHolds() {
        #expect(part([("Range", "bytes=0-0"), ("Range", "bytes=1-1")]) == .whole)
    }
}

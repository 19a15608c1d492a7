import NIOHTTP1
import Rankings
import Testing

@testable import Origin

/// RFC 9110, 13.2.2: which condition counts beside which.
@Suite struct PreconditionsTests {
    static let tag = "\"0123456789abcdef-br\""
    static let other = "\"fedcba9876543210-br\""
    static let modified: Int64 = 1_795_176_181
    static let before = "Fri, 20 Nov 2026 12:03:00 GMT"
    static let same = "Fri, 20 Nov 2026 12:03:01 GMT"
    static let after = "Fri, 20 Nov 2026 12:03:02 GMT"

    @Test(
        arguments: [
            ([:], .proceed),
            (["If-Match": tag], .proceed),
            (["If-Match": "*"], .proceed),
            (["If-Match": other], .failed),
            (["If-Match": "W/" + tag], .failed),
            (["If-Match": "\(other), \(tag)"], .proceed),
            (["If-Unmodified-Since": before], .failed),
            (["If-Unmodified-Since": same], .proceed),
            (["If-Unmodified-Since": "soon"], .proceed),
            // With If-Match, If-Unmodified-Since is ignored.
            (["If-Match": tag, "If-Unmodified-Since": before], .proceed),
            (["If-Match": other, "If-Unmodified-Since": after], .failed),
            (["If-None-Match": tag], .notModified),
            (["If-None-Match": "W/" + tag], .notModified),
            (["If-None-Match": "*"], .notModified),
            (["If-None-Match": other], .proceed),
            (["If-Modified-Since": before], .proceed),
            (["If-Modified-Since": same], .notModified),
            (["If-Modified-Since": after], .notModified),
            (["If-Modified-Since": "yesterday"], .proceed),
            (["If-Modified-Since": "Friday, 20-Nov-26 12:03:01 GMT"], .notModified),
            // With If-None-Match, If-Modified-Since is ignored.
            (["If-None-Match": other, "If-Modified-Since": after], .proceed),
            (["If-None-Match": tag, "If-Modified-Since": before], .notModified),
            // What fails comes before what is not modified.
            (["If-Match": other, "If-None-Match": tag], .failed),
            (["If-Match": tag, "If-None-Match": tag], .notModified),
            (["If-Unmodified-Since": before, "If-None-Match": tag], .failed),
            (["If-Unmodified-Since": same, "If-Modified-Since": same], .notModified),
        ] as [([String: String], Preconditions.Verdict)])
    func decide(fields: [String: String], verdict: Preconditions.Verdict) {
        let conditions = Preconditions(
            HTTPHeaders(fields.sorted { $0.key < $1.key }), now: Site.now.unixSeconds)
        #expect(conditions.verdict(tag: Self.tag, modifiedSeconds: Self.modified) == verdict)
    }

    @Test func severalFieldsAreOneList() {
        let conditions = Preconditions(
            HTTPHeaders([("If-None-Match", Self.other), ("If-None-Match", Self.tag)]), now: 0)
        #expect(conditions.verdict(tag: Self.tag, modifiedSeconds: 0) == .notModified)
    }
}

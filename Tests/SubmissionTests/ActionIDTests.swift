import Testing

@testable import Submission

struct ActionIDTests {
    private static let text = "01939f1e-8c00-7abc-9def-0123456789ab"

    @Test(arguments: [text, text.uppercased()])
    func readsItsUsualForm(_ given: String) throws {
        let id = try #require(ActionID(given))
        #expect(id.description == Self.text)
        #expect(id.bytes.prefix(6) == [0x01, 0x93, 0x9F, 0x1E, 0x8C, 0x00])
        #expect(ActionID(bytes: id.bytes) == id)
    }

    @Test(arguments: [
        "", "01939f1e8c007abc9def0123456789ab", "01939f1e-8c00-7abc-9def-0123456789a",
        "01939f1e-8c00-7abc-9def-0123456789abc", "01939f1e-8c007-abc-9def-0123456789ab",
        "{1939f1e-8c00-7abc-9def-0123456789a}", "01939f1g-8c00-7abc-9def-0123456789ab",
        " 1939f1e-8c00-7abc-9def-0123456789ab", "01939f1e_8c00-7abc-9def-0123456789ab",
        "01939f1e-8c00-7abc-9def-0123456789a\0",
    ])
    func readsNoOtherText(_ text: String) { #expect(ActionID(text) == nil) }
}

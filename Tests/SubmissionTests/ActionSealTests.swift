import Rankings
import Testing

@testable import Submission

struct ActionSealTests {
    private static let seal = ActionSeal(secrets: [Array(0..<32)])
    private static let id = ActionID("01939f1e-8c00-7abc-9def-0123456789ab")!

    private static func grant(
        user: String = "u1", board: String = "race", type: String = "lap", id: ActionID = id, begun: Int64 = 1_000
    ) -> ActionGrant {
        ActionGrant(user: user, board: board, type: type, id: id, begun: Instant(unixMilliseconds: begun))
    }

    @Test func knowsItsOwnTokens() {
        let token = Self.seal.token(for: Self.grant())
        #expect(Self.seal.open(token, user: "u1", type: "lap", id: Self.id) == Self.grant())
    }

    @Test func refusesATokenForAnybodyOrAnythingElse() {
        let token = Self.seal.token(for: Self.grant())
        let other = ActionID("01939f1e-8c00-7abc-9def-0123456789ac")!
        #expect(Self.seal.open(token, user: "u2", type: "lap", id: Self.id) == nil)
        #expect(Self.seal.open(token, user: "u1", type: "sprint", id: Self.id) == nil)
        #expect(Self.seal.open(token, user: "u1", type: "lap", id: other) == nil)
        #expect(ActionSeal(secrets: [Array(1..<33)]).open(token, user: "u1", type: "lap", id: Self.id) == nil)
    }

    /// Without lengths, moving a character from one part to the next would leave the message the same.
    @Test func partsCannotBorrowFromEachOther() {
        let token = Self.seal.token(for: Self.grant(user: "ab", type: "c"))
        #expect(Self.seal.open(token, user: "a", type: "bc", id: Self.id) == nil)
        #expect(Self.seal.open(token, user: "ab", type: "c", id: Self.id) != nil)
    }

    @Test func everyChangedCharacterIsNoticed() {
        let token = Array(Self.seal.token(for: Self.grant()).utf8)
        for position in token.indices {
            for replacement in Array("A0.-=/ ".utf8) where replacement != token[position] {
                var changed = token
                changed[position] = replacement
                let text = String(decoding: changed, as: UTF8.self)
                #expect(Self.seal.open(text, user: "u1", type: "lap", id: Self.id) == nil, "\(text)")
            }
        }
    }

    @Test(arguments: ["", "1", "1...", "....", "1.cmFjZQ.-1.", "1.cmFjZQ.01000.AA", String(repeating: "A", count: 300)])
    func refusesWhatIsNoToken(_ text: String) {
        #expect(Self.seal.open(text, user: "u1", type: "lap", id: Self.id) == nil)
    }

    @Test func aKeyIsChangedWhileActionsAreUnderWay() {
        let old = Self.seal.token(for: Self.grant())
        let both = ActionSeal(secrets: [Array(1..<33), Array(0..<32)])
        let new = both.token(for: Self.grant())
        #expect(both.open(old, user: "u1", type: "lap", id: Self.id) != nil)
        #expect(both.open(new, user: "u1", type: "lap", id: Self.id) != nil)
        #expect(Self.seal.open(new, user: "u1", type: "lap", id: Self.id) == nil)
    }

    @Test func idsAreOfVersionSevenAndRoundTrip() {
        var random = SystemRandomNumberGenerator()
        let id = ActionID(begun: Instant(unixMilliseconds: 0x0193_9f1e_8c00), using: &random)
        #expect(id.description.hasPrefix("01939f1e-8c00-7"))
        #expect("89ab".contains(Array(id.description)[19]))
        #expect(ActionID(id.description) == id)
    }

    @Test(arguments: [
        "", "01939f1e8c007abc9def0123456789ab", "01939f1e-8c00-7abc-9def-0123456789a",
        "zz939f1e-8c00-7abc-9def-0123456789ab",
    ])
    func otherTextIsNoID(_ text: String) { #expect(ActionID(text) == nil) }
}

import Rankings
import Testing

@testable import Backup

@Suite struct ForgottenListTests {
    private let first = ForgottenPlayer(
        game: GameID(rawValue: "sekai-jp.v2"), player: Pseudonym(value: 0x00ab_0000_0000_0001),
        at: Instant(unixSeconds: 1_795_176_180))
    private let second = ForgottenPlayer(
        game: GameID(rawValue: "sim"), player: Pseudonym(value: .max), at: Instant(unixSeconds: 1_795_176_000))

    @Test func whatIsAddedIsListedByTime() async throws {
        let folder = try TemporaryFolder()
        let list = ForgottenList(FolderPlace(folder: "\(folder.path)/place"))
        #expect(try await list.all().isEmpty)
        try await list.add([first])
        try await list.add([first, second])
        #expect(try await list.all() == [second, first])
    }

    @Test func ofTwoEntriesForAPlayerTheEarlierCounts() async throws {
        let folder = try TemporaryFolder()
        let place = FolderPlace(folder: "\(folder.path)/place")
        let later = ForgottenPlayer(game: first.game, player: first.player, at: first.at + .hours(5))
        for player in [later, first] {
            try await place.put([], to: "forgotten/\(ForgottenList.file(of: player))")
        }
        #expect(try await ForgottenList(place).all() == [first])
    }

    @Test func backupsBesideItAreNotDisturbed() async throws {
        let folder = try TemporaryFolder()
        let place = FolderPlace(folder: "\(folder.path)/place")
        try await ForgottenList(place).add([first])
        let catalogue = BackupCatalogue(place)
        #expect(try await catalogue.entries().isEmpty)
        #expect(try await catalogue.prune(.standard, now: first.at + .hours(99_999)).isEmpty)
        #expect(try await ForgottenList(place).all() == [first])
    }

    @Test(arguments: [
        "", "sim", "sim.ffffffffffffffff", "sim.fffffffffffffff.1", "sim.gggggggggggggggg.1", ".ffffffffffffffff.1",
        "Sim.ffffffffffffffff.1", "sim.ffffffffffffffff.x", "sim.ffffffffffffffff.1.new",
    ])
    func otherFilesAreLeftOut(name: String) { #expect(ForgottenList.player(ofFile: name) == nil) }

    @Test func nameSaysAll() {
        #expect(ForgottenList.file(of: first) == "sekai-jp.v2.00ab000000000001.1795176180")
        #expect(ForgottenList.player(ofFile: "sekai-jp.v2.00ab000000000001.1795176180") == first)
    }
}

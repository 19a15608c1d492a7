import Rankings
import Storage
import Testing

/// Whatever a reading may hold comes back from the database as it was, byte for byte.
@Suite struct WholeRangeTests {
    /// Names that a comparison of anything but bytes would take for one another.
    private static let names = [
        "", " ", "  ", "a", "a ", " a", "A", "á", "a\u{301}", "a\t", "a\n", "a\u{0}", "a\u{0}b", "\u{0}", "😀", "😁",
        "👩‍👩‍👧‍👦", "👩👩👧👦", "é", "e\u{301}", "ss", "ß", "ｱ", "ア", "あ", "名前", "\u{202E}evil", "\u{200B}", "\u{FFFD}",
        "\u{FFFF}",
        "\u{10FFFF}", "\u{E000}", "'; DROP TABLE player;--", "\\", "\\0", "%", "_", String(repeating: "長", count: 255),
        String(repeating: "😀", count: 255), String(repeating: "😀", count: 254) + "😁",
        String(repeating: " ", count: 255), String(repeating: " ", count: 254),
    ]

    /// Ids that a comparison of anything but bytes would take for one another.
    private static let ids: [[UInt8]] = [
        [], [0], [0, 0], [0xFF], [0xFF, 0], [0xFF, 0xFF], [0x20], [0x20, 0x20], [0x61], [0x61, 0], [0x61, 0x20], [0x41],
        [0xC3, 0xA9], [0xE9], [0x27], [0x5C], [0x5C, 0x30], Array("9007199254740993".utf8),
        Array("9007199254740992".utf8), Array(repeating: 0, count: 64), Array(repeating: 0, count: 63),
        Array(repeating: 0xFF, count: 64), Array(repeating: 0xFF, count: 63), Array(0..<64), Array(192...255),
    ]

    private static let scores: [Int64] = [
        .max, .max - 1, 1 << 62, 9_007_199_254_740_993, 9_007_199_254_740_992, 9_007_199_254_740_991, 1 << 32, 1 << 31,
        65_536, 255, 1, 0,
    ]

    private func check(_ entries: [Entry], borders: [Border] = []) async throws {
        try await StoreFixture.run { fixture in
            // Twice, and read by a store that knows nothing: what was stored is found again by its bytes.
            try await fixture.record(minute: 0, entries: entries, borders: borders)
            let second = entries.map { Entry(rank: $0.rank, player: $0.player, name: $0.name, score: $0.score) }
            #expect(try await fixture.record(minute: 1, entries: second, borders: borders).outcome == .unchanged)
            let fresh = Store(pool: fixture.pool, pseudonyms: StoreFixture.key)
            for store in [fixture.store, fresh] {
                let standing = try await store.standing(of: fixture.board, at: StoreFixture.firstSlot + 1)
                #expect(standing.entries.map { $0.name.map { Array($0.utf8) } } == entries.map { Array($0.name.utf8) })
                #expect(standing.entries.map(\.score) == entries.map(\.score))
                #expect(standing.entries.map(\.rank) == entries.map(\.rank))
                #expect(
                    standing.entries.map(\.player)
                        == entries.map { StoreFixture.key.pseudonym(of: $0.player, in: GameID(rawValue: "sim")) })
                #expect(standing.borders.map(\.score) == borders.map(\.score))
                #expect(standing.borders.map(\.rank) == borders.map(\.rank))
            }
        }
    }

    @Test func namesOfAllKinds() async throws {
        try await check(Self.names.enumerated().map { entry("\($0.offset)", 1, rank: $0.offset + 1, name: $0.element) })
    }

    @Test func idsOfAllKinds() async throws {
        try await check(
            Self.ids.enumerated().map { place, id in
                Entry(rank: place + 1, player: PlayerID(bytes: id), name: "", score: 1)
            })
    }

    @Test func scoresOfAllSizes() async throws {
        try await check(
            Self.scores.enumerated().map { entry("\($0.offset)", $0.element, rank: $0.offset + 1) },
            borders: Self.scores.enumerated().map { Border(rank: ($0.offset + 1) * 1_000_000, score: $0.element) })
    }

    /// From nothing to the largest number and back, minute by minute, across hours: what lies between is exact too.
    @Test func scoresThatLeapAcrossTheWholeRange() async throws {
        try await StoreFixture.run { fixture in
            let leaps = Self.scores + Self.scores.reversed() + [.max, 0, .max, 1, .max - 1]
            for (place, score) in leaps.enumerated() {
                try await fixture.record(
                    minute: place * 13, entries: [entry("a", score, rank: 1)],
                    borders: [Border(rank: 1_000_000, score: score)])
            }
            for (place, score) in leaps.enumerated() {
                let standing = try await fixture.standing(minute: place * 13 + 12)
                #expect(standing.entries.map(\.score) == [score])
                #expect(standing.borders.map(\.score) == [score])
            }
        }
    }
}

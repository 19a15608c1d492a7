import Crypto
import CryptoExtras
import Foundation
import Rankings

/// Answers in the shapes of the real upstreams, with made-up values, for one event that began an hour before.
struct TrackerAnswers: Sendable {
    static let key = "0123456789abcdef"
    static let vector = "fedcba9876543210"

    let now: Instant

    private var starts: Instant { now - .hours(1) }
    private var lastCounted: Instant { now + .hours(24) - .seconds(1) }
    private var announces: Instant { now + .hours(25) }
    private var closes: Instant { now + .hours(48) }
    private func milliseconds(_ instant: Instant) -> Int64 { instant.unixMilliseconds }

    func answer(_ request: AnsweringServer.Request) -> AnsweringServer.Answer {
        let parts = request.path.split(separator: "/", maxSplits: 1).map(String.init)
        let path = "/" + (parts.dropFirst().first ?? "")
        do {
            return switch parts.first {
            case "master": master(path)
            case "sealed": try sealed(path)
            case "best": best(path)
            case "hisekai": hisekai(path)
            case "bestdori": bestdori(path)
            case "matsurihi": matsurihi(path)
            case "puzzle": puzzle(path, request)
            default: .init(status: 404)
            }
        } catch {
            return .init(status: 500)
        }
    }

    private func master(_ path: String) -> AnsweringServer.Answer {
        switch path {
        case "/events.json":
            .init(
                """
                [{"id":214,"eventType":"marathon","name":"花","startAt":\(milliseconds(starts)),
                "aggregateAt":\(milliseconds(lastCounted)),"rankingAnnounceAt":\(milliseconds(announces)),
                "closedAt":\(milliseconds(closes))}]
                """)
        case "/worldBlooms.json": .init("[]")
        default: .init(status: 404)
        }
    }

    /// The game's own server: MessagePack, encrypted.
    private func sealed(_ path: String) throws -> AnsweringServer.Answer {
        func text(_ value: String) -> [UInt8] { [0xA0 + UInt8(value.utf8.count)] + Array(value.utf8) }
        func number(_ value: UInt64) -> [UInt8] { [0xCF] + withUnsafeBytes(of: value.bigEndian, Array.init) }
        func row(_ rank: UInt8, _ score: UInt64) -> [UInt8] {
            [0x84] + text("userId") + number(9_007_199_254_740_993 + UInt64(rank)) + text("rank") + [rank]
                + text("score")
                + number(score) + text("name") + text("長\(rank)")
        }
        let body: [UInt8]
        switch path {
        case "/api/user/1/event/214/ranking?rankingViewType=top100":
            body = [0x82] + text("isEventAggregate") + [0xC2] + text("rankings") + [0x92] + row(1, 900) + row(2, 800)
        case "/api/event/214/ranking-border":
            body =
                [0x83] + text("eventId") + number(214) + text("isEventAggregate") + [0xC2] + text("borderRankings") + [
                    0x92
                ]
                + row(100, 70) + row(100, 70)
        default: return .init(status: 404)
        }
        return .init(
            bytes: Array(
                try AES._CBC.encrypt(
                    body, using: SymmetricKey(data: Array(Self.key.utf8)),
                    iv: try AES._CBC.IV(ivBytes: Array(Self.vector.utf8)))))
    }

    private func best(_ path: String) -> AnsweringServer.Answer {
        guard path == "/event/live?region=en" else { return .init(status: 404) }
        func row(_ rank: Int, of event: Int = 214) -> String {
            """
            {"id":1,"eventId":\(event),"timestamp":"\(now - .seconds(60))","rank":\(rank),"score":\(1000 - rank),
            "userId":"u\(rank)","userName":"B\(rank)","userCard":{}}
            """
        }
        let rows = [row(1), row(100), "[]", row(500), row(2, of: 9)].joined(separator: ",")
        return .init(#"{"data":{"eventRankings":[\#(rows)]}}"#)
    }

    private func hisekai(_ path: String) -> AnsweringServer.Answer {
        let times = """
            "start_at":"\(starts)","aggregate_at":"\(lastCounted)",
            "ranking_announce_at":"\(announces)","closed_at":"\(closes)"
            """
        func row(_ rank: Int) -> String {
            #"{"rank":\#(rank),"name":"H","score":\#(1000 - rank),"last_player_info":{"profile":{"id":\#(rank)}}}"#
        }
        return switch path {
        case "/event/list": .init(#"[{"id":88,"name":"H",\#(times)}]"#)
        case "/event/live/top100":
            .init(#"{"id":88,"name":"H",\#(times),"top_100_player_rankings":[\#(row(1)),\#(row(2))]}"#)
        case "/event/live/border": .init(#"{"id":88,"name":"H","border_player_rankings":[\#(row(200))]}"#)
        default: .init(status: 404)
        }
    }

    private func bestdori(_ path: String) -> AnsweringServer.Answer {
        let tracker = "/api/tracker/data?server=3&event=310&tier="
        return switch path {
        case "/api/events/all.5.json":
            .init(
                """
                {"310":{"eventType":"versus","eventName":["J",null,null,"CN",null],
                "startAt":["1",null,null,"\(milliseconds(starts))",null],
                "endAt":["2",null,null,"\(milliseconds(lastCounted))",null]}}
                """)
        case "/api/eventtop/data?server=3&event=310&mid=0&latest=1":
            .init(
                """
                {"points":[{"time":\(milliseconds(now)),"uid":9007199254740993,"value":70},
                {"time":\(milliseconds(now)),"uid":8,"value":90}],"users":[{"uid":8,"name":"Eight","rank":300}]}
                """)
        case tracker + "100":
            .init(#"{"result":true,"cutoffs":[{"time":1,"ep":1},{"time":\#(milliseconds(now)),"ep":60}]}"#)
        case tracker + "1000": .init(#"{"result":false}"#)
        default: .init(status: 404)
        }
    }

    private func matsurihi(_ path: String) -> AnsweringServer.Answer {
        func log(_ scores: [Int: Int]) -> AnsweringServer.Answer {
            let ranks = scores.sorted { $0.key < $1.key }.map { rank, score in
                """
                {"rank":\(rank),"data":[{"score":1,"aggregatedAt":"\(starts)"},
                {"score":\(score),"aggregatedAt":"\(now)"}]}
                """
            }
            return .init("[\(ranks.joined(separator: ","))]")
        }
        if path == "/events?type=3,4&orderBy=id!" {
            return .init(
                #"[{"id":42,"type":3,"name":"T","schedule":{"beginAt":"\#(starts)","endAt":"\#(lastCounted)"}}]"#)
        }
        if path.hasPrefix("/events/42/rankings/eventPoint/logs/100,2500?since=") { return log([100: 500, 2500: 50]) }
        if path.hasPrefix("/events/42/rankings/highScore/logs/100,2500?since=") { return log([100: 7]) }
        return .init(status: 404)
    }

    /// An API that nobody has written an adapter for. It wants a token.
    private func puzzle(_ path: String, _ request: AnsweringServer.Request) -> AnsweringServer.Answer {
        guard request.headers.contains("Authorization: canary-token"),
            request.headers.contains("Accept: application/json")
        else { return .init(status: 403) }
        return switch path {
        case "/v1/events":
            .init(
                """
                {"events":[{"key":"spring","title":"Spring","from":\(starts.unixSeconds),
                "to":\(lastCounted.unixSeconds)}]}
                """)
        case "/v1/events/spring/top":
            .init(
                """
                {"updated":\(now.unixSeconds),"players":[{"place":2,"points":"10.5","user":{"id":2,"nick":"b\\u202e"}},
                {"place":1,"points":"12.0","user":{"id":18446744073709551615,"nick":"a"}},{"place":3,"user":{"id":4}}]}
                """)
        case "/v1/events/spring/border/1000": .init(#"{"border":{"points":3}}"#)
        case "/v1/events/spring/border/5000": .init(#"{"border":{"points":1.5}}"#)
        default: .init(status: 404)
        }
    }
}

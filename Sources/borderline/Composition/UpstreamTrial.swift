import Crawler
import Rankings
import Settings

/// Asks an upstream once for everything, one request after the other, and notes what was understood.
struct UpstreamTrial: Sendable {
    let game: GameSettings
    let fetching: any Fetching
    /// For all requests together.
    let timeLimit: Duration
    let now: Instant

    /// Fetches the list of events, then the boards of one.
    ///
    /// - Parameter name: of the event, ours or the upstream's; nil for the one that began last.
    func fetch(event name: String?) async throws -> TrialReport {
        var report = TrialReport()
        let deadline = ContinuousClock.now + timeLimit
        guard let events = try await events(&report, until: deadline) else { return report }
        report.add(events)
        guard let event = chosen(name, of: events) else {
            report.fail("events", name.map { "none is called \($0)" } ?? "none has begun or is planned")
            return report
        }
        report.add(event)
        var answers: [RankingRequest: CrawledAnswers.Answer] = [:]
        for (index, request) in game.upstream.rankingRequests(for: event, at: slot).enumerated() {
            let about = "request \(index + 1)"
            switch try await body(of: request.request, about: about, &report, until: deadline) {
            case .success(let body):
                answers[request] = read(body, answering: request, about: about, event: event, &report)
            case .failure(let error): answers[request] = .failure(error)
            }
        }
        conclude(answers, of: event, &report)
        return report
    }

    /// Reads an answer that is at hand.
    ///
    /// - Parameters:
    ///   - number: which of an event's requests it answers, from 1.
    ///   - name: of the event: one that is configured, else any.
    func read(_ body: [UInt8], answering number: Int, event name: String?) throws -> TrialReport {
        var report = TrialReport()
        guard let event = try configured(name) ?? name.map(game.trialEvent(at: now)) else {
            throw CommandError("--body needs --event where the configuration lists no events")
        }
        report.add(event)
        let requests = game.upstream.rankingRequests(for: event, at: slot)
        guard requests.indices.contains(number - 1) else {
            throw CommandError("\(game.id) has \(requests.count) requests for an event, no request \(number)")
        }
        let request = requests[number - 1]
        report.add("request \(number)", "path", .text(request.request.path))
        report.add("request \(number)", "bytes", .integer(body.count))
        let answer = read(body, answering: request, about: "request \(number)", event: event, &report)
        conclude([request: answer], of: event, &report)
        return report
    }

    private var slot: Slot { Slot(containing: now) }

    private func configured(_ name: String?) throws -> Event? {
        game.events.isEmpty ? nil : chosen(name, of: try game.upstream.events(from: []))
    }

    private func chosen(_ name: String?, of events: [Event]) -> Event? {
        if let name { return events.first { $0.id.rawValue == name || $0.upstreamID == name } }
        return events.filter { $0.times.starts <= now }.max { $0.times.starts < $1.times.starts }
            ?? events.min { $0.times.starts < $1.times.starts }
    }

    private func events(_ report: inout TrialReport, until deadline: ContinuousClock.Instant) async throws -> [Event]? {
        var bodies: [[UInt8]] = []
        for (index, request) in game.upstream.eventRequests.enumerated() {
            switch try await body(of: request, about: "list \(index + 1)", &report, until: deadline) {
            case .success(let body): bodies.append(body)
            case .failure: return nil
            }
        }
        do {
            return try game.upstream.events(from: bodies)
        } catch {
            report.fail("events", error.description)
            return nil
        }
    }

    /// - Returns: a failure is noted.
    private func body(
        of request: UpstreamRequest, about: String, _ report: inout TrialReport, until deadline: ContinuousClock.Instant
    ) async throws -> Result<[UInt8], UpstreamError> {
        report.add(about, "path", .text((request.elsewhere ?? "") + request.path))
        let began = ContinuousClock.now
        do {
            let answer = try await fetching.answer(to: request, known: .none, until: deadline)
            report.add(about, "status", .integer(answer.status))
            report.add(about, "bytes", .integer(answer.body?.count ?? 0))
            report.add(about, "milliseconds", .integer((ContinuousClock.now - began).wholeMilliseconds))
            return .success(answer.body ?? [])
        } catch let error as UpstreamError {
            if let status = error.status { report.add(about, "status", .integer(status)) }
            report.add(about, "milliseconds", .integer((ContinuousClock.now - began).wholeMilliseconds))
            report.fail(about, error.description)
            return .failure(error)
        }
    }

    private func read(
        _ body: [UInt8], answering request: RankingRequest, about: String, event: Event, _ report: inout TrialReport
    ) -> CrawledAnswers.Answer {
        do {
            let boards = try game.upstream.boards(in: body, answering: request, event: event)
            if boards.isEmpty { report.fail(about, "shows no board") }
            for (board, shown) in boards.sorted(by: { $0.key < $1.key }) {
                report.add(shown, of: board, known: event.boards.contains { $0.id == board }, now: now)
            }
            return .success(boards)
        } catch {
            report.fail(about, error.description)
            return .failure(error)
        }
    }

    private func conclude(
        _ answers: [RankingRequest: CrawledAnswers.Answer], of event: Event, _ report: inout TrialReport
    ) {
        for board in event.boards {
            report.add(
                ReadingAssembly(
                    answers: CrawledAnswers(answers), board: board.id, slot: slot, seenAt: now, isFinal: false),
                of: board.id)
        }
    }
}

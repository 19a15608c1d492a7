import ArgumentParser
import Logging
import ServiceLifecycle
import Settings
import Storage
import Submission
import Timekeeping

struct ScoresServe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the API that scores are submitted to.",
        discussion: """
            Wants nothing but the section scores and a database, which it needs an account of its own for: `borderline
            scores account` makes one. Several may serve the same boards. Put a proxy with TLS in front.
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let scores = try workplace.scores
        let boards = try scores.boards.map { try $0.houseBoard() }
        let verifier = try await scores.tokenVerifier()
        try await OpenScores(workplace).run { store in
            for board in boards { try await store.check(board, at: SystemTime().now()) }
            let submissions = Submissions(
                store: store, boards: boards, actionSecrets: scores.actionSecrets, limits: scores.submissionLimits,
                news: scores.newsRules, now: { SystemTime().now() })
            let live = LiveBoards(
                boards: boards, store: store, logger: Logger(label: "borderline.scores"),
                now: { SystemTime().now() })
            let telling = scores.webhookServices(telling: store, userAgent: workplace.userAgent)
            try await scores.withProofs(userAgent: workplace.userAgent) { proofs in
                let services: [any Service] =
                    [
                        ScoreService(
                            scores, submissions: submissions, verifier: verifier, live: live, proofs: proofs),
                        LiveService(live: live), ListService(store: store, boards: boards),
                        RefusalCountService(submissions: submissions),
                    ] + telling
                try await ServiceGroup.serve(services, logger: workplace.logger)
            }
        }
    }
}

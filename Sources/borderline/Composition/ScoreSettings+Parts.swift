import Foundation
import Rankings
import Scoring
import Settings
import Storage
import Submission
import Timekeeping
import Transfer
import Webhooks

extension Workplace {
    /// - Throws: `CommandError` where the configuration has none.
    var scores: ScoreSettings {
        get throws {
            guard let scores = configuration.scores else {
                throw CommandError("no boards of one's own are configured: write the section scores (Docs/scores.md)")
            }
            return scores
        }
    }
}

extension ScoreSettings {
    /// The present key first.
    var actionSecrets: [[UInt8]] {
        ([actionKey] + [previousActionKey].compactMap(\.self)).map { Array($0.reveal().utf8) }
    }

    var submissionLimits: SubmissionLimits {
        SubmissionLimits(
            user: RateLimit(perHour: limits.actionsPerHour, atOnce: limits.actionsAtOnce, block: limits.block),
            address: RateLimit(
                perHour: limits.addressActionsPerHour, atOnce: limits.addressActionsAtOnce, block: limits.block),
            server: RateLimit(
                perHour: limits.serverActionsPerHour, atOnce: limits.serverActionsAtOnce, block: limits.block))
    }

    var newsRules: NewsRules {
        NewsRules(
            hooks: webhooks.map { hook in
                NewsRules.Hook(
                    name: hook.name, boards: Set(hook.boards),
                    kinds: Set(hook.events.compactMap(ScoreNews.Kind.init(rawValue:))))
            },
            achievements: Dictionary(
                uniqueKeysWithValues: boards.map { board in
                    (
                        board.name,
                        board.achievements.map { Achievement(name: $0.name, title: $0.title, score: Int64($0.score)) }
                    )
                }))
    }

    /// Those who tell the webhooks.
    func webhookServices(telling store: ScoreStore, userAgent: String) -> [WebhookService] {
        // Closed with the process: what is under way is told again when its lease ends.
        let client = TransferClient(userAgent: userAgent)
        let titles = Dictionary(
            uniqueKeysWithValues: boards.map { board in
                (board.name, Dictionary(uniqueKeysWithValues: board.achievements.map { ($0.name, $0.title) }))
            })
        return webhooks.map { settings in
            guard let format = Webhook.Format(rawValue: settings.format) else {
                preconditionFailure("the configuration knows the same formats")
            }
            let hook = Webhook(
                name: settings.name, url: settings.url.reveal(), format: format,
                secret: settings.secret.map { Array($0.reveal().utf8) })
            let owner = (0..<16).map { _ in UInt8.random(in: .min ... .max) }
            return WebhookService(
                hook: settings.name,
                delivery: WebhookDelivery(
                    store: store, client: client, hook: hook, titles: titles, owner: owner,
                    now: { SystemTime().now() }))
        }
    }

    func tokenVerifier() async throws -> TokenVerifier {
        var keys: [TokenKey] = []
        for key in self.keys { keys.append(try await key.tokenKey()) }
        return TokenVerifier(keys: keys, issuer: issuer, audience: audience)
    }

    var serverVerifier: ServerVerifier {
        ServerVerifier(keys: servers.map { ServerKey(id: $0.id, secret: Array($0.secret.reveal().utf8)) })
    }

    var serverConfiguration: ScoreServerConfiguration {
        ScoreServerConfiguration(
            address: socket.map { .socket(path: $0) } ?? .host(host, port: port), proxies: proxies,
            connections: min(connections, DescriptorLimit.raise() - DescriptorLimit.reserved))
    }
}

extension ScoreSettings.Key {
    /// - Throws: `CommandError` where its file cannot be read; `TokenKeyError`.
    func tokenKey() async throws -> TokenKey {
        guard let algorithm = TokenAlgorithm(rawValue: algorithm) else {
            preconditionFailure("the configuration knows the same algorithms")
        }
        if let secret { return try await TokenKey(id: id, algorithm: algorithm, material: secret.reveal()) }
        guard let pemFile, let pem = FileManager.default.contents(atPath: pemFile) else {
            throw CommandError("the key \(id): \(pemFile ?? "its file") cannot be read; see scores.keys[].pem_file")
        }
        return try await TokenKey(id: id, algorithm: algorithm, material: String(decoding: pem, as: UTF8.self))
    }
}

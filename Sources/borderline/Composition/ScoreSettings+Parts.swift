import Foundation
import Rankings
import Scoring
import Settings
import Submission

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
                perHour: limits.addressActionsPerHour, atOnce: limits.addressActionsAtOnce, block: limits.block))
    }

    func tokenVerifier() async throws -> TokenVerifier {
        var keys: [TokenKey] = []
        for key in self.keys { keys.append(try await key.tokenKey()) }
        return TokenVerifier(keys: keys, issuer: issuer, audience: audience)
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

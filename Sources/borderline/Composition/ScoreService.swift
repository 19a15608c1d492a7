import Foundation
import Logging
import ServiceLifecycle
import Settings
import Submission

/// The API of scores as a service of this process.
struct ScoreService: Service {
    let server: ScoreServer

    init(
        _ settings: ScoreSettings, submissions: Submissions, verifier: TokenVerifier, live: LiveBoards, proofs: Proofs?
    ) {
        server = ScoreServer(
            configuration: settings.serverConfiguration, submissions: submissions, verifier: verifier,
            servers: settings.serverVerifier, live: live, origins: OriginList(settings.origins), proofs: proofs,
            logger: Logger(label: "borderline.scores"),
            onListening: { port in
                // Not by print: whoever waits for this line reads it from a pipe, where print keeps it back.
                let place = settings.socket ?? "http://\(settings.host):\(port ?? settings.port)/"
                FileHandle.standardOutput.write(Data("Scores are taken at \(place)\n".utf8))
            })
    }

    func run() async throws { try await server.run() }
}

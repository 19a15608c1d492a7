import Backup
import Logging
import ObjectStorage
import Settings
import Submission
import Transfer

extension ScoreSettings {
    /// Runs the body with the place replays are kept in; with none where none is configured.
    func withProofs<Value: Sendable>(
        userAgent: String, _ body: (Proofs?) async throws -> Value
    ) async throws -> Value {
        guard let proofs else { return try await body(nil) }
        switch proofs.place {
        case .folder(let folder):
            return try await body(proofs.proofs(in: FolderPlace(folder: folder)))
        case .bucket(let settings):
            let client = TransferClient(userAgent: userAgent)
            do {
                let place = BucketPlace(Bucket(settings, client: client), prefix: settings.prefix)
                let value = try await body(proofs.proofs(in: place))
                await client.close()
                return value
            } catch {
                await client.close()
                throw error
            }
        }
    }
}

extension ProofSettings {
    fileprivate func proofs(in place: any BackupPlace) -> Proofs {
        Proofs(limitBytes: mostBytes, types: Set(types), logger: Logger(label: "borderline.scores")) { bytes, name in
            try await place.put(bytes, to: name)
        }
    }
}

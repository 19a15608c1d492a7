import Backup
import ObjectStorage
import Settings
import Transfer

extension BackupSettings {
    /// Runs the body with the place backups are kept in.
    ///
    /// - Throws: `CommandError` where none is configured.
    func withPlace<Value: Sendable>(
        userAgent: String, _ body: (any BackupPlace) async throws -> Value
    ) async throws -> Value {
        switch place {
        case nil: throw CommandError("there is no place for backups: set backup.folder or backup.bucket")
        case .folder(let folder): return try await body(FolderPlace(folder: folder))
        case .bucket(let settings):
            let client = TransferClient(userAgent: userAgent)
            do {
                let value = try await body(BucketPlace(Bucket(settings, client: client), prefix: settings.prefix))
                await client.close()
                return value
            } catch {
                await client.close()
                throw error
            }
        }
    }
}

extension Bucket {
    init(_ settings: BucketSettings, client: TransferClient) {
        self.init(
            BucketAddress(endpoint: settings.endpoint, region: settings.region, bucket: settings.name),
            credentials: BucketCredentials(keyID: settings.accessKey.reveal(), secret: settings.secretKey.reveal()),
            client: client)
    }
}

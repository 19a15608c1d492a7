import ObjectStorage
import Publisher
import Settings
import Transfer

extension Examination {
    /// Whether the bucket of published files answers, and lets itself be listed; empty where none is configured.
    func publishedBucket() async -> [Finding] {
        guard let settings = workplace.configuration.publish.bucket else { return [] }
        let bucket = Bucket(settings.bucket, client: client)
        do {
            let objects = try await bucket.list(prefix: settings.bucket.prefix + OutputPath.manifest)
            let state = objects.isEmpty ? "nothing is there yet" : "something is there"
            return [.well("publish.bucket", "\(bucket.address)/\(settings.bucket.prefix) answers, \(state)")]
        } catch {
            return [
                .ill(
                    "publish.bucket", "\(error)", mend: "check the keys under publish.bucket, and what the keys may do")
            ]
        }
    }
}

extension ConfigurationBuilder {
    /// Nil where a half of its credentials is missing; that is reported.
    mutating func bucket(_ section: String) -> BucketSettings? {
        let bucket = SectionValues(read, section)
        guard let accessKey = requiredSecret(bucket, "access_key"), let secretKey = requiredSecret(bucket, "secret_key")
        else { return nil }
        return BucketSettings(
            endpoint: bucket.text("endpoint"), region: bucket.text("region"), name: bucket.text("name"),
            prefix: bucket.text("prefix"), accessKey: accessKey, secretKey: secretKey)
    }

    private mutating func requiredSecret(_ section: SectionValues, _ name: String) -> Secret? {
        let before = problems.count
        let secret = secret(section, name)
        if secret == nil && problems.count == before {
            report(
                .missingKey, section, "\(name)_env", "is missing, and so is \(name)_file",
                "Name the environment variable or the file that holds it")
        }
        return secret
    }
}

extension ConfigurationKey {
    /// Replays that prove actions.
    static let scoreProofs: [ConfigurationKey] = [
        .init(
            "scores.proofs.folder", .path, example: "/srv/proofs",
            "The folder they are kept in, each under its SHA-256: either this or `scores.proofs.bucket`. Servers of "
                + "the same boards share it."),
        .init(
            "scores.proofs.most_bytes", .size(1_000...16_000_000), standard: "1MB", example: "200KB",
            "How large one may be."),
        .init(
            "scores.proofs.types", .text(3...400), standard: "application/json application/octet-stream",
            example: "application/octet-stream", "The media types that are taken, with spaces between them."),
        .init(
            "scores.proofs.bucket.endpoint", .url, isRequired: true, example: "https://s3.eu-central-1.amazonaws.com",
            "The address of an S3-compatible service, without the bucket."),
        .init(
            "scores.proofs.bucket.region", .id(1...40), standard: "us-east-1", example: "eu-central-1",
            "The region requests are signed for; services without regions take the default."),
        .init(
            "scores.proofs.bucket.name", .id(3...63), isRequired: true, example: "borderline-proofs",
            "The name of the bucket. It must exist, and need not be public."),
        .init(
            "scores.proofs.bucket.prefix", .keyPrefix, standard: "\"\"", example: "proofs/",
            "What every key in the bucket begins with."),
        .init(
            "scores.proofs.bucket.access_key_env", .variable, example: "BORDERLINE_PROOFS_ACCESS_KEY",
            "The environment variable that holds the access key id; this or `scores.proofs.bucket.access_key_file`."),
        .init(
            "scores.proofs.bucket.access_key_file", .path, example: "/etc/borderline/access-key",
            "The file that holds the access key id; a final line break is left out."),
        .init(
            "scores.proofs.bucket.access_key", .refusedSecret, example: "(refused)",
            "Refused, as are all credentials."),
        .init(
            "scores.proofs.bucket.secret_key_env", .variable, example: "BORDERLINE_PROOFS_SECRET_KEY",
            "The environment variable that holds the secret access key; this or "
                + "`scores.proofs.bucket.secret_key_file`."),
        .init(
            "scores.proofs.bucket.secret_key_file", .path, example: "/etc/borderline/secret-key",
            "The file that holds the secret access key; a final line break is left out."),
        .init(
            "scores.proofs.bucket.secret_key", .refusedSecret, example: "(refused)",
            "Refused, as are all credentials."),
    ]
}

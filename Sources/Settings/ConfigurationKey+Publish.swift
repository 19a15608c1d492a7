import Rankings

extension ConfigurationKey {
    /// Where published files go beside the output folder, and who is told of them.
    static let publishing: [ConfigurationKey] = [
        .init(
            "publish.bucket.endpoint", .url, isRequired: true, example: "https://s3.eu-central-1.amazonaws.com",
            "The address of the S3-compatible service, without the bucket."),
        .init(
            "publish.bucket.region", .id(1...40), standard: "us-east-1", example: "auto",
            "The region requests are signed for; services without regions take the default."),
        .init(
            "publish.bucket.name", .id(3...63), isRequired: true, example: "borderline-site",
            "The name of the bucket. It must exist, and everything below the prefix is ours."),
        .init(
            "publish.bucket.prefix", .keyPrefix, standard: "\"\"", example: "site/",
            "What every key in the bucket begins with."),
        .init(
            "publish.bucket.access_key_env", .variable, example: "BORDERLINE_SITE_ACCESS_KEY",
            "The environment variable that holds the access key id; this or `publish.bucket.access_key_file`."),
        .init(
            "publish.bucket.access_key_file", .path, example: "/etc/borderline/site-access-key",
            "The file that holds the access key id; a final line break is left out."),
        .init("publish.bucket.access_key", .refusedSecret, example: "(refused)", "Refused, as are all credentials."),
        .init(
            "publish.bucket.secret_key_env", .variable, example: "BORDERLINE_SITE_SECRET_KEY",
            "The environment variable that holds the secret access key; this or `publish.bucket.secret_key_file`."),
        .init(
            "publish.bucket.secret_key_file", .path, example: "/etc/borderline/site-secret-key",
            "The file that holds the secret access key; a final line break is left out."),
        .init("publish.bucket.secret_key", .refusedSecret, example: "(refused)", "Refused, as are all credentials."),
        .init(
            "publish.bucket.coding", .choice(PublishBucketSettings.codings), standard: "gzip", example: "br",
            "The one form files are stored in: a bucket cannot choose one for each reader."),
        .init(
            "publish.purge.method", .choice(["POST", "PURGE", "DELETE", "GET", "PUT", "BAN"]), standard: "PURGE",
            example: "POST", "The method of the requests."),
        .init(
            "publish.purge.url", .addressTemplate(PurgeSettings.urlPlaceholders), isRequired: true,
            example: "'http://127.0.0.1:6081{path}'",
            "Where requests go: `{url}` is the public address that changed, `{path}` its path, `{encoded_url}` the "
                + "address for a query."),
        .init(
            "publish.purge.headers", .headers(atMost: 20), standard: "{}",
            example: "{Content-Type: application/json}",
            "Headers sent with each request. For those that are secret there are the two below."),
        .init(
            "publish.purge.headers_env", .variables(atMost: 20), standard: "{}", example: "{Fastly-Key: FASTLY_KEY}",
            "Headers sent with each request, each with the environment variable that holds its value."),
        .init(
            "publish.purge.headers_file", .files(atMost: 20), standard: "{}",
            example: "{Authorization: /etc/borderline/purge-token}",
            "The same, each with the file that holds its value; a final line break is left out."),
        .init(
            "publish.purge.body", .text(1...2_000), example: "'{\"files\":{urls}}'",
            "The body of each request: `{urls}` is a list in JSON of the addresses that changed."),
        .init(
            "publish.purge.batch", .integer(2...1_000), standard: "30", example: "100",
            "How many addresses one request names at most, where the body has `{urls}`; else each has its own."),
        .init(
            "publish.purge.interval", .duration(.zero ... .minutes(10)), standard: "1s", example: "15s",
            "The least time from one request to the next."),
    ]
}

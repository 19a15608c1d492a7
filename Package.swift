// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let nioHTTP2 = Target.Dependency.product(name: "NIOHTTP2", package: "swift-nio-http2")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioExtras = Target.Dependency.product(name: "NIOExtras", package: "swift-nio-extras")
let nioWebSocket = Target.Dependency.product(name: "NIOWebSocket", package: "swift-nio")
let structuredFields = Target.Dependency.product(
    name: "RawStructuredFieldValues", package: "swift-http-structured-headers")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioHTTPTypesHTTP1 = Target.Dependency.product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")

/// A library target of ours: strict, and with no import beyond what is listed here.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "borderline",
    products: [
        .executable(name: "borderline", targets: ["borderline"]),
        .executable(name: "game-simulator", targets: ["game-simulator"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.34.0"),
        .package(url: "https://github.com/apple/swift-nio-http2.git", from: "1.45.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-http-structured-headers.git", from: "1.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/vapor/jwt-kit.git", from: "5.7.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.0"),
    ],
    targets: [
        // C libraries, each imported by exactly one target.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CMariaDB", pkgConfig: "libmariadb", providers: [.apt(["libmariadb-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CMessagePack", pkgConfig: "msgpack", providers: [.apt(["libmsgpack-dev"])]),
        .systemLibrary(name: "CRsvg", pkgConfig: "librsvg-2.0", providers: [.apt(["librsvg2-dev"])]),

        // Wrappers: usable on their own, without a word of rankings.
        library("SerialExecution"),
        library("Transfer", ["CCurl"]),
        library("MariaDB", ["CMariaDB", "SerialExecution"]),
        library("EmbeddedServer"),
        library("Compression", ["CZlib", "CBrotli"]),
        library("MessagePack", ["CMessagePack"]),
        library("Rasterizing", ["CRsvg"]),
        library("Hexadecimal"),
        library("ObjectStorage", ["Hexadecimal", "Transfer", crypto]),
        library("Age", [crypto, cryptoExtras]),
        library("DiskSpace", ["Rankings", "SerialExecution"]),

        // Pure: values and decisions, no I/O.
        library("Rankings"),
        library("History", ["Rankings"]),
        library("Activity", ["Rankings"]),
        library("Forecasting", ["Rankings"]),
        library("Cron", ["Rankings"]),
        library("Scoring", ["Rankings", "Cron"]),
        library("SiteLayout"),

        // The file format other trackers' histories come in.
        library("Recording", ["Rankings", "Compression"]),

        // The parts of one minute.
        library("Timekeeping", ["Rankings"]),
        library("Telemetry", [logging]),
        library("Settings", ["Rankings", yams]),
        library("Storage", ["Hexadecimal", "Rankings", "History", "Scoring", "MariaDB", crypto, logging]),
        library("Crawler", ["Rankings", "Transfer", "MessagePack", crypto, cryptoExtras, logging]),
        library(
            "Publisher",
            [
                "Hexadecimal", "Rankings", "Activity", "SiteLayout", "Compression", "ObjectStorage", "Rasterizing",
                "SerialExecution", mustache, crypto,
            ]),
        library("Purging", ["Rankings", "Storage", "Transfer"]),
        library("Webhooks", ["Hexadecimal", "Rankings", "Scoring", "Storage", "Transfer", crypto]),
        library(
            "Backup",
            ["Hexadecimal", "Rankings", "Compression", "ObjectStorage", "Age", "SerialExecution", crypto]),
        library("Dumps", ["Hexadecimal", "Rankings", "Compression", "SerialExecution", crypto]),
        library(
            "Origin",
            [
                "Hexadecimal", "Rankings", "SiteLayout", nioCore, nioPosix, nioHTTP1, nioHTTP2, nioSSL, nioTLS,
                nioExtras, crypto, logging, lifecycle,
            ]),
        library(
            "Submission",
            [
                "Hexadecimal", "Rankings", "Scoring", "Storage", hummingbird, httpTypes, nioCore, nioHTTP1,
                nioHTTPTypes, nioHTTPTypesHTTP1, nioWebSocket, jwt, crypto, structuredFields, logging,
            ]),
        library("Admin", [hummingbird, httpTypes, nioCore, logging]),
        library("Scheduler", ["Hexadecimal", "Rankings", "Cron", "Telemetry", logging]),
        library(
            "Pipeline",
            [
                "Rankings", "Activity", "Forecasting", "Scoring", "Storage", "Crawler", "Publisher", "Compression",
                "Telemetry",
                logging,
            ]),

        .executableTarget(
            name: "borderline",
            dependencies: [
                "Rankings", "History", "Forecasting", "Cron", "Timekeeping", "Telemetry", "Settings", "Storage",
                "Crawler", "Publisher", "Pipeline", "Origin", "Scheduler", "Recording", "Transfer", "MariaDB",
                "EmbeddedServer", "Compression", "Backup", "ObjectStorage", "DiskSpace", "Dumps", "Admin", "Purging",
                "CMalloc", "Scoring", "Submission", "Webhooks",
                argumentParser, logging, lifecycle, signals, crypto,
            ],
            swiftSettings: strict
        ),

        library("SimulatedGame", ["Rankings", "Recording", "Compression"]),
        .executableTarget(
            name: "game-simulator",
            dependencies: [
                "SimulatedGame", "Recording", "Rankings", "Timekeeping", "Telemetry",
                argumentParser, hummingbird, httpTypes, nioCore, logging, lifecycle,
            ],
            swiftSettings: strict
        ),

        .executableTarget(
            name: "borderline-bench",
            dependencies: [
                "Rankings", "Storage", "MariaDB", "EmbeddedServer", "Crawler", "Transfer", "Publisher", "Compression",
                "Pipeline", "Timekeeping", "SimulatedGame", "Dumps", "Recording", logging,
            ],
            path: "Benchmarks",
            exclude: ["ScoreAPI", "age_of_data.py", "age_on_screens.py", "origin.py", "scores.py"],
            swiftSettings: strict
        ),

        // Tests. `TestSupport` gives each test a schema of its own on a real server, a bucket, and repeatable random
        // numbers.
        .target(name: "TestSupport", dependencies: ["MariaDB"], path: "Tests/TestSupport", swiftSettings: strict),
        tests("RankingsTests", ["Rankings"]),
        tests("ActivityTests", ["Activity", "Rankings"]),
        tests("HistoryTests", ["History", "Rankings", "TestSupport"]),
        tests("ForecastingTests", ["Forecasting", "Rankings", "TestSupport"]),
        tests("CronTests", ["Cron", "Rankings", "TestSupport"]),
        tests("TransferTests", ["Transfer", "TestSupport"]),
        tests("MariaDBTests", ["MariaDB", "TestSupport"]),
        tests("EmbeddedServerTests", ["EmbeddedServer"]),
        tests("CompressionTests", ["Compression"]),
        tests("HexadecimalTests", ["Hexadecimal"]),
        tests("MessagePackTests", ["MessagePack", "TestSupport"]),
        tests("RasterizingTests", ["Rasterizing"]),
        tests("ObjectStorageTests", ["ObjectStorage", "Transfer", "TestSupport"]),
        tests("AgeTests", ["Age", "TestSupport"]),
        tests("DiskSpaceTests", ["DiskSpace", "Rankings"]),
        tests("BackupTests", ["Backup", "Rankings", "Age", "TestSupport"]),
        tests("DumpsTests", ["Dumps", "Storage", "Rankings", "Compression", "MariaDB", "TestSupport"]),
        tests("WebhooksTests", ["Webhooks", "Storage", "Rankings", "Scoring", "Transfer", "MariaDB", "TestSupport"]),
        tests("PurgingTests", ["Purging", "Storage", "Rankings", "Transfer", "MariaDB", "TestSupport"]),
        tests("TimekeepingTests", ["Timekeeping", "Rankings"]),
        tests("TelemetryTests", ["Telemetry", "TestSupport", logging]),
        tests("SettingsTests", ["Settings", "Rankings"]),
        tests("StorageTests", ["Storage", "Rankings", "Scoring", "Cron", "MariaDB", "TestSupport"]),
        tests("ScoringTests", ["Scoring", "Cron", "Rankings", "TestSupport"]),
        tests(
            "SubmissionTests",
            [
                "Submission", "Scoring", "Storage", "Rankings", "Cron", "Timekeeping", "MariaDB", "TestSupport",
                hummingbird, hummingbirdTesting, httpTypes, nioCore, nioEmbedded, nioWebSocket, jwt, crypto,
                cryptoExtras, logging,
            ]),
        tests(
            "CrawlerTests",
            ["Crawler", "Rankings", "Transfer", "TestSupport", crypto, cryptoExtras, logging]),
        tests("PipelineTests", ["Pipeline", "Rankings", "Compression"]),
        tests(
            "PublisherTests",
            ["Publisher", "Activity", "Rankings", "Compression", "ObjectStorage", "Transfer", "TestSupport"]),
        tests(
            "OriginTests",
            ["Origin", "Rankings", "TestSupport", httpTypes, nioCore, nioEmbedded, nioHTTP1, nioPosix, logging]),
        tests("AdminTests", ["Admin", hummingbird, hummingbirdTesting, httpTypes, logging]),
        tests("SchedulerTests", ["Scheduler", "Cron", "Rankings", "Timekeeping", logging]),
        tests("SimulatedGameTests", ["SimulatedGame", "Recording", "Rankings", "Compression"]),
        tests("RecordingTests", ["Recording", "Rankings"]),
        tests("TidyTests", ["TestSupport"]),
        tests(
            "EndToEndTests",
            [
                "borderline", "game-simulator", "History", "Rankings", "Recording", "Compression", "ObjectStorage",
                "Transfer", "TestSupport", crypto, cryptoExtras,
            ]),
    ],
    swiftLanguageModes: [.v6]
)

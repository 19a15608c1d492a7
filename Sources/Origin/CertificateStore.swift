import Logging
import NIOCore
import NIOSSL
import Synchronization

/// The certificate and its key, read again when their files change: a renewed certificate needs no restart.
final class CertificateStore: Sendable {
    private struct Loaded {
        var context: NIOSSLContext
        var stamps: [FileStamp?]
        var checkedAt: NIODeadline
    }

    private let files: CertificateFiles
    private let recheck: TimeAmount
    private let logger: Logger
    private let loaded: Mutex<Loaded>

    /// - Throws: where the files cannot be read, hold no PEM, or do not belong together.
    init(_ files: CertificateFiles, recheck: TimeAmount = OriginLimits.certificateRecheck, logger: Logger) throws {
        self.files = files
        self.recheck = recheck
        self.logger = logger
        loaded = Mutex(
            Loaded(context: try Self.load(files), stamps: Self.stamps(files), checkedAt: .now()))
    }

    /// For a new connection. Where the files have changed and cannot be used, the last ones that could still are.
    func current() -> NIOSSLContext {
        loaded.withLock { state in
            let now = NIODeadline.now()
            guard now >= state.checkedAt + recheck else { return state.context }
            state.checkedAt = now
            let stamps = Self.stamps(files)
            guard stamps != state.stamps else { return state.context }
            state.stamps = stamps
            do {
                state.context = try Self.load(files)
                logger.notice("certificate read again", metadata: ["path": "\(files.certificate)"])
            } catch {
                logger.error(
                    "certificate cannot be used, the last one stays",
                    metadata: ["path": "\(files.certificate)", "error": "\(error)"])
            }
            return state.context
        }
    }

    private static func stamps(_ files: CertificateFiles) -> [FileStamp?] {
        [FileStamp(path: files.certificate), FileStamp(path: files.key)]
    }

    private static func load(_ files: CertificateFiles) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(files.certificate).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: files.key, format: .pem)))
        configuration.minimumTLSVersion = .tlsv12
        configuration.applicationProtocols = [ApplicationProtocolHandler.http2, ApplicationProtocolHandler.http1]
        return try NIOSSLContext(configuration: configuration)
    }
}

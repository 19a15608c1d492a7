package import Logging
import NIOCore
import NIOExtras
import NIOPosix
package import Rankings
import ServiceLifecycle

/// Serves the published files over HTTP. A CDN in front of it needs no rules of its own.
package struct OriginServer: Sendable {
    private let configuration: OriginConfiguration
    private let time: any TimeSource
    private let logger: Logger
    private let onListening: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - time: decides how long answers may be kept.
    ///   - onListening: called once with the port when connections are accepted.
    package init(
        configuration: OriginConfiguration, time: any TimeSource, logger: Logger,
        onListening: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.time = time
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until the surrounding service group shuts down gracefully, and then until open requests are answered; a
    /// cancelled task stops at once.
    ///
    /// - Throws: `OriginError`, `CancellationError`.
    package func run() async throws {
        let certificates = try configuration.certificate.map(certificates)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: AllowedCores.count)
        do {
            try await serve(on: group, certificates: certificates)
        } catch {
            try await group.shutdownGracefully()
            throw OriginError(
                code: .cannotListen, item: "\(configuration.host) port \(configuration.port)", underlying: error)
        }
        try await group.shutdownGracefully()
        try Task.checkCancellation()
    }

    /// Returns when no more is to be served.
    private func serve(on group: MultiThreadedEventLoopGroup, certificates: CertificateStore?) async throws {
        let quiescing = ServerQuiescingHelper(group: group)
        let channel = try await listen(on: group, certificates: certificates, quiescing: quiescing)
        await onListening(channel.localAddress?.port ?? 0)
        await untilStopped(group, quiescing)
    }

    private func certificates(_ files: CertificateFiles) throws(OriginError) -> CertificateStore {
        do {
            return try CertificateStore(files, logger: logger)
        } catch {
            throw OriginError(code: .cannotUseCertificate, item: files.certificate, underlying: error)
        }
    }

    private func listen(
        on group: MultiThreadedEventLoopGroup, certificates: CertificateStore?, quiescing: ServerQuiescingHelper
    ) async throws -> any Channel {
        let files = FileStore(root: configuration.root, recheck: configuration.recheck)
        let serving = Serving(
            responder: OriginResponder(files: files, time: time), limits: configuration.limits, logger: logger)
        let pipelines = try await pipelines(serving, on: group)
        return try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: OriginLimits.backlog)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.maxMessagesPerRead, value: OriginLimits.acceptsAtOnce)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        quiescing.makeServerChannelHandler(channel: channel))
                }
            }
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try pipelines[ObjectIdentifier(channel.eventLoop)]?.value
                        .configure(channel, certificates: certificates)
                }
            }
            .bind(host: configuration.host, port: configuration.port).get()
    }

    /// One for each event loop, by its identity.
    private func pipelines(
        _ serving: Serving, on group: MultiThreadedEventLoopGroup
    ) async throws -> [ObjectIdentifier: NIOLoopBound<OriginPipeline>] {
        let loops = Array(group.makeIterator())
        let most = max(1, configuration.limits.connections / loops.count)
        var pipelines: [ObjectIdentifier: NIOLoopBound<OriginPipeline>] = [:]
        for loop in loops {
            pipelines[ObjectIdentifier(loop)] = try await loop.submit {
                let pipeline = NIOLoopBound(OriginPipeline(serving: serving, most: most), eventLoop: loop)
                let sweep = serving.limits.sweep
                loop.scheduleRepeatedTask(initialDelay: sweep, delay: sweep) { _ in pipeline.value.sweep(now: .now()) }
                return pipeline
            }.get()
        }
        return pipelines
    }

    /// Waits until the service group wants an end and all connections have had theirs, or the task is cancelled.
    private func untilStopped(_ group: MultiThreadedEventLoopGroup, _ quiescing: ServerQuiescingHelper) async {
        let (stopped, stop) = AsyncStream.makeStream(of: Never.self)
        await withGracefulShutdownHandler {
            // Ends with the stream, or with the task.
            for await _ in stopped {}
        } onGracefulShutdown: {
            let closed = group.next().makePromise(of: Void.self)
            closed.futureResult.whenComplete { _ in stop.finish() }
            quiescing.initiateShutdown(promise: closed)
        }
    }
}

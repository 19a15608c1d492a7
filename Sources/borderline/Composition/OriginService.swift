import Origin
import ServiceLifecycle

/// The origin as a service of this process.
struct OriginService: Service {
    let server: OriginServer

    func run() async throws { try await server.run() }
}

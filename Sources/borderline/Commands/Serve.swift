import ArgumentParser
import Foundation
import Logging
import Origin
import ServiceLifecycle
import Settings
import Timekeeping

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serves the published editions over HTTP, as the origin behind a CDN.",
        discussion: "Needs neither the database nor the upstreams: what is published stays readable when both are down."
    )

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        try await ServiceGroup.serve(
            [OriginService(server: .make(workplace, time: SystemTime()))], logger: workplace.logger)
    }
}

extension OriginServer {
    /// The origin as configured; prints its address when it is ready.
    static func make(_ workplace: Workplace, time: SystemTime) -> OriginServer {
        let listen = workplace.configuration.listen
        let certificate = listen.certificate.flatMap { certificate in
            listen.key.map { CertificateFiles(certificate: certificate, key: $0) }
        }
        var limits = ConnectionLimits()
        limits.connections = min(limits.connections, DescriptorLimit.raise() - DescriptorLimit.reserved)
        return OriginServer(
            configuration: OriginConfiguration(
                root: workplace.configuration.output, host: listen.host, port: listen.port, certificate: certificate,
                limits: limits),
            time: time, logger: Logger(label: "borderline.origin"),
            onListening: { port in
                // Not by print: whoever waits for this line reads it from a pipe, where print keeps it back.
                let line = "Borderline is at http\(certificate == nil ? "" : "s")://\(listen.host):\(port)/\n"
                FileHandle.standardOutput.write(Data(line.utf8))
            })
    }
}

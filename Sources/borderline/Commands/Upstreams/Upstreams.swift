import ArgumentParser

struct Upstreams: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upstream", abstract: "Looks at the games' upstreams.",
        subcommands: [UpstreamTry.self, UpstreamStatus.self])
}

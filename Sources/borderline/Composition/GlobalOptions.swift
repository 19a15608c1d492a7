import ArgumentParser

/// What every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The configuration file.",
            discussion: """
                Without it: $BORDERLINE_CONFIG, ./borderline.yaml, /etc/borderline.yaml, then the defaults.
                """, valueName: "file"))
    var config: String?
}

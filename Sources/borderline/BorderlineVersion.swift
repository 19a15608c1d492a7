/// The version of the program, in step with `CHANGELOG.md`.
enum BorderlineVersion {
    static let text = "0.1.0"
}

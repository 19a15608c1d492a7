import Rankings

/// A value of the configuration file after it was read.
enum Value: Hashable {
    case text(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case duration(Duration)
    case instant(Instant)
    case integers([Int])
    /// Names of environment variables by header.
    case variables([String: String])
    /// Paths of files by header, as they stand there.
    case files([String: String])
    /// Values by header.
    case headers([String: String])
}

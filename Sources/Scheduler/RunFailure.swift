/// Why a run did not come to its end.
enum RunFailure: Error, CustomStringConvertible {
    /// It took longer than its limit.
    case stopped(after: Duration)
    /// Another process took it over.
    case lost

    var description: String {
        switch self {
        case .stopped(let limit): "stopped after \(limit)"
        case .lost: "another process took the run over"
        }
    }
}

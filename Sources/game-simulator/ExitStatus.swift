import ArgumentParser
import Recording
import SimulatedGame

/// What the program tells its caller when it ends.
enum ExitStatus: Int32 {
    case done = 0
    case failed = 1
    /// The command line or a file named there is wrong: running again will not help.
    case usage = 2

    init(of error: any Error) {
        if error is SimulatedGameError || error is RecordingError || error is UnreadableFile {
            self = .usage
            return
        }
        switch GameSimulator.exitCode(for: error) {
        case .success: self = .done
        case .validationFailure: self = .usage
        default: self = .failed
        }
    }
}

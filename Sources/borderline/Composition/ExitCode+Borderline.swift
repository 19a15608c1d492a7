import ArgumentParser
import Pipeline

extension ExitCode {
    /// The command line or the configuration is wrong.
    static let usage = ExitCode(2)
    /// The work is done, but some boards failed.
    static let partly = ExitCode(3)
    /// Nothing could be done now; the same command may succeed later (`EX_TEMPFAIL` of sysexits.h).
    static let tryLater = ExitCode(75)
}

extension TickReport {
    /// Ends the command with the code of what happened; returns where all is done.
    func exit() throws {
        switch verdict {
        case .done: return
        case .partly: throw ExitCode.partly
        case .tryLater: throw ExitCode.tryLater
        }
    }
}

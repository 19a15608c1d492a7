import Foundation

/// Shows a figure as soon as it is known, also through a pipe.
func report(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

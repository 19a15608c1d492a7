import Foundation

/// Questions about the terminal, if there is one.
enum Terminal {
    static func isAttached(to descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}

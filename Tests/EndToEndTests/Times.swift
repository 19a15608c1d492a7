import Foundation
import Synchronization

/// When something happened, in order.
final class Times: Sendable {
    private let noted = Mutex<[Date]>([])

    var all: [Date] { noted.withLock { $0 } }

    func note() { noted.withLock { $0.append(Date()) } }
}

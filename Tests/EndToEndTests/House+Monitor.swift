import Foundation
import FoundationNetworking

/// Asks the admin listener as a monitor does.
extension House {
    private static let patience = 60.0

    /// The first answer that has the status and the text.
    @discardableResult
    func answer(of url: URL, status: Int, containing text: String = "") async throws -> String {
        let deadline = Date() + Self.patience
        var last = "none"
        while Date() < deadline {
            let (data, response) = try await URLSession.shared.data(from: url)
            last = "\((response as? HTTPURLResponse)?.statusCode ?? 0): \(String(decoding: data, as: UTF8.self))"
            if last.hasPrefix("\(status): "), text.isEmpty || last.contains(text) {
                return String(last.dropFirst("\(status): ".count))
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw UnexpectedEnd(description: "\(url) does not answer \(status) \(text) but \(last)")
    }
}

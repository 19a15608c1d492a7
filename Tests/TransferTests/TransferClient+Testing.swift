@testable import Transfer

extension TransferClient {
    /// Runs the body beside a client that is closed afterwards, whatever happens.
    static func use<Result>(
        maximumConnections: Int = 200,
        maximumPerHost: Int = 200,
        authorityFile: String? = nil,
        inFlightLimit: Int = TransferClient.inFlightLimit,
        _ body: (TransferClient) async throws -> Result
    ) async throws -> Result {
        let client = TransferClient(
            maximumConnections: maximumConnections, maximumPerHost: maximumPerHost, userAgent: "transfer-tests",
            authorityFile: authorityFile, inFlightLimit: inFlightLimit)
        do {
            let result = try await body(client)
            await client.close()
            return result
        } catch {
            await client.close()
            throw error
        }
    }

    /// The body as text, with all the time a busy machine may need.
    func text(_ url: String) async throws -> String {
        let request = Request(url: url, limits: Limits(total: .seconds(120), slowBytesPerSecond: 0))
        return String(decoding: try await perform(request).body, as: UTF8.self)
    }

    /// The kind of error the request ends in; nil where it succeeds.
    func failure(_ request: Request) async throws -> TransferError.Kind? {
        do {
            _ = try await perform(request)
            return nil
        } catch let error as TransferError {
            return error.kind
        }
    }
}

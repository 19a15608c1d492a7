import HTTPTypes
import Hummingbird
import NIOCore
import Rankings
import Scoring

extension LiveBoard {
    /// A stream of Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
    ///
    /// - Parameters:
    ///   - owner: whoever watches, where they are known.
    ///   - place: held as long as the stream runs.
    ///   - channel: its connection.
    /// - Throws: `APIError` before and after an event, and what the database throws.
    nonisolated func response(
        from position: LivePosition?, to owner: LiveOwner?, in place: LivePlaces.Place, over channel: any Channel
    ) async throws -> Response {
        try await requireOpen()
        // Watching begins with the body: a response that is never written leaves nobody behind.
        let body = ResponseBody { writer in
            defer { withExtendedLifetime(place) {} }
            let (id, messages) = try await self.watch(from: position, over: .closing(channel))
            do {
                try await withThrowingTaskGroup { group in
                    if let owner { group.addTask { await owner.follow(self, watcher: id) } }
                    defer { group.cancelAll() }
                    for await message in messages { try await writer.write(ByteBuffer(string: message.event)) }
                }
            } catch {
                await self.leave(id)
                throw error
            }
            await self.leave(id)
            try await writer.finish(nil)
        }
        var headers: HTTPFields = [
            .contentType: "text/event-stream", .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
        ]
        // nginx would collect messages before it passes them on.
        if let buffering = HTTPField.Name("X-Accel-Buffering") { headers[buffering] = "no" }
        return Response(status: .ok, headers: headers, body: body)
    }

    /// - Throws: `APIError` before and after an event, and what the database throws.
    nonisolated func requireOpen() async throws {
        do {
            try await check()
        } catch let refusal as Refusal {
            throw APIError(refusal)
        }
    }
}

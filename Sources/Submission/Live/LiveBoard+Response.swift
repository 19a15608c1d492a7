import HTTPTypes
import Hummingbird
import NIOCore
import Rankings
import Scoring

extension LiveBoard {
    /// A stream of Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
    ///
    /// - Parameters:
    ///   - place: held as long as the stream runs.
    ///   - channel: its connection.
    /// - Throws: `APIError` before and after an event, and what the database throws.
    nonisolated func response(
        from position: LivePosition?, in place: LivePlaces.Place, over channel: any Channel
    ) async throws -> Response {
        do {
            try await check()
        } catch let refusal as Refusal {
            throw APIError(refusal)
        }
        // Watching begins with the body: a response that is never written leaves nobody behind.
        let line = LiveLine { delay in
            channel.eventLoop.scheduleTask(in: .nanoseconds(delay.wholeMilliseconds * 1_000_000)) {
                channel.close(promise: nil)
            }
        }
        let body = ResponseBody { writer in
            defer { withExtendedLifetime(place) {} }
            let (id, messages) = try await self.watch(from: position, over: line)
            do {
                for await message in messages { try await writer.write(ByteBuffer(string: message.event)) }
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
}

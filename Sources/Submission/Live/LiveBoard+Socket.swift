import HTTPTypes
import Hummingbird
import NIOCore
import Rankings
import Scoring

extension LiveBoard {
    /// The same messages by WebSocket, each a text.
    ///
    /// - Parameters:
    ///   - place: held as long as the socket is open.
    ///   - channel: its connection.
    ///   - identify: whose token a text holds.
    /// - Throws: `APIError` before and after an event, and what the database throws.
    nonisolated func response(
        to handshake: SocketHandshake, from position: LivePosition?, in place: LivePlaces.Place,
        over channel: any Channel, identify: @escaping @Sendable (String) async throws(SocketFailure) -> LiveOwner
    ) async throws -> Response {
        try await requireOpen()
        let body = ResponseBody { _ in
            defer { withExtendedLifetime(place) {} }
            let socket = try await Socket.open(on: channel)
            await self.serve(socket, from: position, over: .closing(channel), identify: identify)
        }
        return Response(status: .switchingProtocols, headers: handshake.headers, body: body)
    }

    private nonisolated func serve(
        _ socket: Socket, from position: LivePosition?, over line: LiveLine,
        identify: @escaping @Sendable (String) async throws(SocketFailure) -> LiveOwner
    ) async {
        let (id, messages): (Int, AsyncStream<LiveMessage>)
        do {
            (id, messages) = try await watch(from: position, over: line)
        } catch {
            // What is wrong with the database is in the log by the reads of all who watch.
            socket.close(.unavailable)
            for await _ in socket.texts {}
            return
        }
        await withTaskGroup { group in
            group.addTask { await Self.pass(messages, to: socket) }
            var isKnown = false
            for await text in socket.texts {
                do throws(SocketFailure) {
                    guard !isKnown else { throw .unexpected }
                    isKnown = true
                    let owner = try await identify(text)
                    group.addTask { await owner.follow(self, watcher: id) }
                } catch {
                    socket.close(error)
                }
            }
            group.cancelAll()
        }
        await leave(id)
    }

    /// Until there are no more, or nobody takes them.
    private static func pass(_ messages: AsyncStream<LiveMessage>, to socket: Socket) async {
        do {
            for await message in messages {
                if message.kind == .beat { try await socket.ping() } else { try await socket.send(message.json) }
            }
            socket.close(.goingAway)
        } catch {
            // The connection is gone, and what waits for it ends by that.
        }
    }
}

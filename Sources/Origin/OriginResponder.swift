import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Rankings

/// Answers requests with published files.
struct OriginResponder: HTTPResponder {
    private let files: FileStore
    private let publications: PublicationWatch
    private let time: any TimeSource

    init(files: FileStore, time: any TimeSource) {
        self.files = files
        publications = PublicationWatch(files: files)
        self.time = time
    }

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let asked = OriginRequest(method: request.method, path: request.uri.path, fields: request.headers)
        guard let asked else { return methodNotAllowed() }
        let response = await respond(to: asked)
        context.logger.debug(
            "request answered",
            metadata: ["path": "\(asked.rawPath)", "status": .stringConvertible(response.status.code)])
        return asked.isHead ? response.createHeadResponse() : response
    }

    private func respond(to request: OriginRequest) async -> Response {
        switch RequestedPath(request.rawPath) {
        case .malformed: return malformed()
        case .refused: return await notFound(request, path: "")
        case .index(let path):
            if let response = await file(path, request) { return response }
            return await notFound(request, path: path)
        case .file(let path):
            if let response = await file(path, request) { return response }
            if !files.codings(of: path + "/index.html").isEmpty { return await directory(request) }
            return await notFound(request, path: path)
        }
    }

    /// Nil where there is no such file.
    private func file(_ path: String, _ request: OriginRequest) async -> Response? {
        if RequestedPath.isTable(path) { return await table(path, request) }
        let available = files.codings(of: path)
        guard !available.isEmpty else { return nil }
        guard request.accepted.choose(from: available) != nil else { return notAcceptable(path) }
        guard let (coding, found) = await best(of: available, path, request.accepted) else { return nil }

        return answer(found, coding, request, path, await fields(path: path, policy: .present(path)))
    }

    /// A compressed table is sent as what it is, whatever codings the client takes: it was asked for by its name.
    private func table(_ path: String, _ request: OriginRequest) async -> Response? {
        guard let found = await files.find(path, .identity) else { return nil }
        var fields = await fields(path: path, policy: .present(path))
        fields[.vary] = nil
        return answer(found, .identity, request, path, fields)
    }

    private func answer(
        _ found: Representation, _ coding: ContentCoding, _ request: OriginRequest, _ path: String, _ fields: HTTPFields
    ) -> Response {
        let tag = "\"\(found.tag)\(coding.tagSuffix)\""
        var fields = fields
        fields[.eTag] = tag
        fields[.lastModified] = HTTPDate.text(unixSeconds: found.stamp.modifiedSeconds)
        if request.has(tag: tag, modifiedSeconds: found.stamp.modifiedSeconds) {
            return bodiless(.notModified, fields)
        }
        fields[.contentType] = MediaType.of(path)
        if coding != .identity { fields[.contentEncoding] = coding.name }
        return Response(status: .ok, headers: fields, body: body(of: found))
    }

    /// A directory was asked for without its slash: relative links on its page would lead elsewhere.
    private func directory(_ request: OriginRequest) async -> Response {
        var fields = await fields(path: "index.html", policy: .live)
        fields[.location] = request.rawPath + "/"
        return Response(status: .permanentRedirect, headers: fields)
    }

    /// A page for who asked for one, a few words for programs.
    private func notFound(_ request: OriginRequest, path: String) async -> Response {
        let ending = MediaType.ending(of: path)
        guard ["", "html"].contains(ending),
            let page = await best(of: files.codings(of: "404.html"), "404.html", request.accepted)
        else {
            return text(.notFound, "Not found\n", await fields(path: path, policy: .absent(path)))
        }
        var fields = await fields(path: "404.html", policy: .absent(path))
        fields[.contentType] = MediaType.of("404.html")
        if page.coding != .identity { fields[.contentEncoding] = page.coding.name }
        return Response(status: .notFound, headers: fields, body: body(of: page.representation))
    }

    /// The coding the client likes best. A sibling that went away meanwhile does not take the file with it.
    private func best(
        of available: Set<ContentCoding>, _ path: String, _ accepted: AcceptEncoding
    ) async -> (coding: ContentCoding, representation: Representation)? {
        var left = available
        while let coding = accepted.choose(from: left) {
            if let representation = await files.find(path, coding) { return (coding, representation) }
            left.remove(coding)
        }
        return nil
    }

    private func body(of representation: Representation) -> ResponseBody {
        switch representation.content {
        case .whole(let buffer): return ResponseBody(byteBuffer: buffer)
        case .open(let file):
            let size = representation.stamp.size
            return ResponseBody(contentLength: size) { [files] writer in
                for offset in stride(from: 0, to: size, by: OriginLimits.chunkBytes) {
                    let count = min(OriginLimits.chunkBytes, size - offset)
                    guard let chunk = await files.chunk(of: file, at: offset, count: count) else {
                        throw UnreadableFile()
                    }
                    try await writer.write(chunk)
                }
                try await writer.finish(nil)
            }
        }
    }

    /// Ends the connection within an answer, so that no client takes the part for the whole.
    private struct UnreadableFile: Error {}

    private func fields(path: String, policy: CachePolicy) async -> HTTPFields {
        var fields = SecurityFields.of(ending: MediaType.ending(of: path))
        fields[.vary] = "Accept-Encoding"
        let maxAge = policy == .live ? await publications.current().maxAge(now: time.now()) : 0
        policy.apply(to: &fields, maxAge: maxAge)
        return fields
    }
}

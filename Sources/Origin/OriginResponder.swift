import NIOCore
import NIOHTTP1
import Rankings
import SiteLayout

/// Decides what a request is answered, from the files and the time alone. It knows nothing of connections.
struct OriginResponder: Sendable {
    private let files: FileStore
    private let publications: PublicationWatch
    let time: any TimeSource

    init(files: FileStore, time: any TimeSource) {
        self.files = files
        publications = PublicationWatch(files: files)
        self.time = time
    }

    /// Nil where a file must be read and the caller may not wait for the disk.
    func respond(to request: OriginRequest, now: Instant, mayRead: Bool) -> OriginAnswer? {
        let asking = Asking(request: request, now: now, mayRead: mayRead)
        switch request.method {
        case .get: return answer(asking)
        case .head: return answer(asking)?.bodiless
        case .options: return options(request, now: now)
        case .other: return methodNotAllowed(now: now)
        }
    }

    /// One request and the circumstances of its answer.
    struct Asking {
        let request: OriginRequest
        let now: Instant
        let mayRead: Bool
    }

    private func answer(_ asking: Asking) -> OriginAnswer? {
        switch asking.request.path {
        case .malformed: return malformed(now: asking.now)
        case .refused: return notFound(asking, path: "")
        case .index(let path): return file(path, asking)
        case .file(let path):
            if files.look(at: path) == nil, files.look(at: path + "/index.html") != nil { return directory(asking) }
            return file(path, asking)
        }
    }

    private func file(_ path: String, _ asking: Asking) -> OriginAnswer? {
        guard let known = files.look(at: path) else { return notFound(asking, path: path) }
        let accepted = known.isTable ? AcceptEncoding(nil) : asking.request.accepted
        switch best(path, known, accepted, mayRead: asking.mayRead) {
        case .unread: return nil
        case .absent: return notFound(asking, path: path)
        case .unacceptable: return notAcceptable(path, now: asking.now)
        case .found(let coding, let found):
            guard let maxAge = maxAge(known.policy, asking) else { return nil }
            return answer(
                Chosen(path: path, coding: coding, representation: found, known: known, maxAge: maxAge), asking)
        }
    }

    /// What was chosen to be sent.
    private struct Chosen {
        let path: String
        let coding: ContentCoding
        let representation: Representation
        let known: KnownFile
        let maxAge: Int

        var tag: String { "\"\(representation.tag)\(coding.tagSuffix)\"" }
    }

    private func answer(_ chosen: Chosen, _ asking: Asking) -> OriginAnswer {
        let stamp = chosen.representation.stamp
        let now = asking.now.unixSeconds
        let verdict = asking.request.preconditions.verdict(tag: chosen.tag, modifiedSeconds: stamp.modifiedSeconds)
        if verdict == .failed { return preconditionFailed(chosen.path, now: asking.now) }
        let heads = chosen.representation.prepared.heads(second: now, maxAge: chosen.maxAge) {
            fields(of: chosen, now: asking.now)
        }
        if verdict == .notModified { return OriginAnswer(heads.notModified, .none) }
        // Parts are of the plain file alone: of coded bytes a part is of no use to a reader, and few caches join them.
        if chosen.coding == .identity, asking.request.method == .get {
            let part = asking.request.range.part(
                size: stamp.size, tag: chosen.tag, modifiedSeconds: stamp.modifiedSeconds, now: now)
            switch part {
            case .whole: break
            case .unsatisfiable: return rangeNotSatisfiable(chosen.path, size: stamp.size, now: asking.now)
            case .bytes(let range): return partial(chosen.representation, range, heads.whole.fields)
            }
        }
        return OriginAnswer(heads.whole, body(of: chosen.representation, 0..<stamp.size))
    }

    private func partial(_ representation: Representation, _ range: Range<Int>, _ whole: HTTPHeaders) -> OriginAnswer {
        var fields = whole
        fields.replaceOrAdd(name: FieldName.contentLength, value: String(range.count))
        fields.add(
            name: FieldName.contentRange,
            value: "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(representation.stamp.size)")
        return OriginAnswer(status: .partialContent, fields: fields, body: body(of: representation, range))
    }

    private func fields(of chosen: Chosen, now: Instant) -> HTTPHeaders {
        let stamp = chosen.representation.stamp
        var fields = common(ending: MediaType.ending(of: chosen.path), isNegotiated: !chosen.known.isTable, now: now)
        chosen.known.policy.apply(to: &fields, maxAge: chosen.maxAge)
        fields.add(name: FieldName.entityTag, value: chosen.tag)
        fields.add(name: FieldName.lastModified, value: HTTPDate.text(unixSeconds: stamp.modifiedSeconds))
        fields.add(name: FieldName.contentType, value: MediaType.of(chosen.path))
        fields.add(name: FieldName.contentLength, value: String(stamp.size))
        if chosen.coding == .identity {
            fields.add(name: FieldName.acceptRanges, value: "bytes")
        } else {
            fields.add(name: FieldName.contentEncoding, value: chosen.coding.name)
        }
        return fields
    }

    /// A directory was asked for without its slash: relative links on its page would lead elsewhere.
    private func directory(_ asking: Asking) -> OriginAnswer? {
        guard let maxAge = maxAge(.live, asking), case .path(let path) = asking.request.target else { return nil }
        var fields = common(ending: "html", isNegotiated: true, now: asking.now)
        CachePolicy.live.apply(to: &fields, maxAge: maxAge)
        fields.add(name: FieldName.location, value: path + "/")
        fields.add(name: FieldName.contentLength, value: "0")
        return OriginAnswer(status: .permanentRedirect, fields: fields, body: .none)
    }

    /// A page for who asked for one, a few words for programs.
    private func notFound(_ asking: Asking, path: String) -> OriginAnswer? {
        let ending = MediaType.ending(of: path)
        let policy = CachePolicy.absent(path)
        guard ["", "html"].contains(ending), let known = files.look(at: Self.missingPage) else {
            return text(.notFound, "Not found\n", ending: ending, policy: policy, now: asking.now)
        }
        switch best(Self.missingPage, known, asking.request.accepted, mayRead: asking.mayRead) {
        case .unread: return nil
        case .absent, .unacceptable:
            return text(.notFound, "Not found\n", ending: ending, policy: policy, now: asking.now)
        case .found(let coding, let found):
            var fields = common(ending: "html", isNegotiated: true, now: asking.now)
            policy.apply(to: &fields, maxAge: 0)
            fields.add(name: FieldName.contentType, value: MediaType.of(Self.missingPage))
            fields.add(name: FieldName.contentLength, value: String(found.stamp.size))
            if coding != .identity { fields.add(name: FieldName.contentEncoding, value: coding.name) }
            return OriginAnswer(status: .notFound, fields: fields, body: body(of: found, 0..<found.stamp.size))
        }
    }

    private static let missingPage = "404.html"

    private enum Best {
        case found(ContentCoding, Representation)
        case absent
        case unread
        /// The client takes none of the codings there are.
        case unacceptable
    }

    /// The coding the client likes best. A sibling that went away meanwhile does not take the file with it.
    private func best(
        _ path: String, _ known: KnownFile, _ accepted: AcceptEncoding, mayRead: Bool
    ) -> Best {
        guard var coding = accepted.choose(from: known.available) else { return .unacceptable }
        var left = known.available
        while true {
            switch files.find(path, coding, in: known, mayRead: mayRead) {
            case .found(let representation): return .found(coding, representation)
            case .unread: return .unread
            case .absent:
                left.remove(coding)
                guard let next = accepted.choose(from: left) else { return .absent }
                coding = next
            }
        }
    }

    private func body(of representation: Representation, _ range: Range<Int>) -> OriginAnswer.Body {
        switch representation.content {
        case .whole(let buffer):
            let part = buffer.getSlice(at: buffer.readerIndex + range.lowerBound, length: range.count)
            return part.map(OriginAnswer.Body.bytes) ?? .none
        case .open(let file): return .file(file, range)
        }
    }

    /// Seconds for which the answer may be kept; nil where the manifest must be read first.
    private func maxAge(_ policy: CachePolicy, _ asking: Asking) -> Int? {
        guard policy == .live else { return 0 }
        return publications.current(mayRead: asking.mayRead)?.maxAge(now: asking.now)
    }
}

/// The media types of published files.
package enum ContentType: String, Sendable {
    case json = "application/json; charset=utf-8"
    case html = "text/html; charset=utf-8"
    case svg = "image/svg+xml; charset=utf-8"
    case png = "image/png"
    case atom = "application/atom+xml; charset=utf-8"
    case xml = "application/xml; charset=utf-8"
    case calendar = "text/calendar; charset=utf-8"
    case webManifest = "application/manifest+json; charset=utf-8"
    case text = "text/plain; charset=utf-8"
    case css = "text/css; charset=utf-8"
    case javascript = "text/javascript; charset=utf-8"
}

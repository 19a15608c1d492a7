import NIOHTTP1

/// The fields that keep a browser from doing more with an answer than it is for.
enum SecurityFields {
    /// - Parameter ending: of the path asked for, or `html` where a page is sent.
    static func of(ending: String) -> HTTPHeaders {
        var fields: HTTPHeaders = [
            "Content-Security-Policy": policy(ending: ending),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Opener-Policy": "same-origin",
        ]
        switch ending {
        case "json", "csv", "gz":
            // Data is for everyone, other sites' scripts included.
            fields.add(name: "Access-Control-Allow-Origin", value: "*")
            // A reader of another site needs these to know how old an answer is, and what it has already.
            fields.add(name: "Access-Control-Expose-Headers", value: "Age, Content-Range, Date, ETag")
            fields.add(name: "Cross-Origin-Resource-Policy", value: "cross-origin")
        case "svg":
            // A chart may be shown by another site.
            fields.add(name: "Cross-Origin-Resource-Policy", value: "cross-origin")
        default:
            fields.add(name: "Cross-Origin-Resource-Policy", value: "same-origin")
        }
        return fields
    }

    private static func policy(ending: String) -> String {
        switch ending {
        // A script's own policy rules where it runs as a service worker, which must be able to fetch.
        case "html", "js":
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        // A chart opened on its own has its styles within.
        case "svg": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        default: "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        }
    }
}

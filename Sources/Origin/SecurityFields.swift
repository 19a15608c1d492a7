import HTTPTypes

/// The fields that keep a browser from doing more with an answer than it is for.
enum SecurityFields {
    /// - Parameter ending: of the path asked for, or `html` where a page is sent.
    static func of(ending: String) -> HTTPFields {
        var fields: HTTPFields = [
            .contentSecurityPolicy: policy(ending: ending),
            .xContentTypeOptions: "nosniff",
            .referrerPolicy: "same-origin",
            .permissionsPolicy: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            .crossOriginOpenerPolicy: "same-origin",
        ]
        switch ending {
        case "json", "csv", "gz":
            // Data is for everyone, other sites' scripts included.
            fields[.accessControlAllowOrigin] = "*"
            fields[.crossOriginResourcePolicy] = "cross-origin"
        case "svg":
            // A chart may be shown by another site.
            fields[.crossOriginResourcePolicy] = "cross-origin"
        default:
            fields[.crossOriginResourcePolicy] = "same-origin"
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

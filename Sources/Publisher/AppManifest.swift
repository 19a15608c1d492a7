/// `site.webmanifest`: what a browser needs to install the site as an app.
struct AppManifest {
    let title: String
    /// The path the output folder is served under.
    let base: String
    /// The published path of the picture that is its icon.
    let icon: String

    var bytes: [UInt8] {
        JSONWriter.document(capacity: 400) { writer in
            writer.field("name", title)
            writer.field("short_name", title)
            writer.field("start_url", base)
            writer.field("scope", base)
            writer.field("display", "minimal-ui")
            writer.field("background_color", "#f5f6f8")
            writer.field("theme_color", "#1f5fbf")
            writer.arrayField("icons") { writer in
                writer.object { writer in
                    writer.field("src", base + icon)
                    writer.field("sizes", "any")
                    writer.field("type", "image/svg+xml")
                }
            }
        }
    }
}

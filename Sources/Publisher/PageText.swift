import Mustache

/// A text of a page that has been made safe to show; the renderer still escapes it.
struct PageText: MustacheCustomRenderable {
    let renderText: String
    let isNull = false

    init(_ text: String) { renderText = DisplayText.neutral(text) }
}

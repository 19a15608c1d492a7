import CRsvg

/// Draws SVG as PNG, with librsvg and cairo.
///
/// Text is drawn in the fonts of the machine; characters that none of them has are drawn as boxes or not at all, and
/// that is no error. On one machine the same drawing gives the same bytes.
package enum Rasterizer {
    /// The longest side, in pixels: what cairo takes.
    package static let sideLimit = 32_767

    /// The drawing scaled into so many pixels. No file or address that it names is read.
    package static func png(
        svg: [UInt8], width: Int, height: Int
    ) throws(RasterizingError) -> [UInt8] {
        precondition((1...sideLimit).contains(width) && (1...sideLimit).contains(height), "sides that cairo takes")
        let drawing = try Drawing(svg)
        let canvas = try Canvas(width: width, height: height)
        try canvas.draw(drawing, width: width, height: height)
        return try canvas.png()
    }
}

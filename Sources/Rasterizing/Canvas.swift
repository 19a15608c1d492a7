import CRsvg

/// A picture in memory without transparency.
struct Canvas: ~Copyable {
    private let surface: OpaquePointer
    private let context: OpaquePointer

    init(width: Int, height: Int) throws(RasterizingError) {
        // cairo answers with a surface in any case, one that says what is wrong with it if need be.
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)) else {
            throw RasterizingError(kind: .canvas, message: "no surface")
        }
        guard let context = cairo_create(surface) else {
            cairo_surface_destroy(surface)
            throw RasterizingError(kind: .canvas, message: "no context")
        }
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(context)
            cairo_surface_destroy(surface)
            throw RasterizingError(kind: .canvas, message: Self.words(for: status))
        }
        self.surface = surface
        self.context = context
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    func draw(_ drawing: borrowing Drawing, width: Int, height: Int) throws(RasterizingError) {
        var view = RsvgRectangle(x: 0, y: 0, width: Double(width), height: Double(height))
        var failure: UnsafeMutablePointer<GError>?
        guard rsvg_handle_render_document(drawing.handle, context, &view, &failure) != 0 else {
            throw RasterizingError(.drawing, taking: failure)
        }
        try Self.check(cairo_status(context), .drawing)
        cairo_surface_flush(surface)
    }

    /// The picture's bytes.
    func png() throws(RasterizingError) -> [UInt8] {
        var bytes: [UInt8] = []
        let status = withUnsafeMutablePointer(to: &bytes) { pointer in
            cairo_surface_write_to_png_stream(
                surface,
                { context, data, count in
                    guard let context, let data else { return CAIRO_STATUS_WRITE_ERROR }
                    context.assumingMemoryBound(to: [UInt8].self).pointee
                        .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
                    return CAIRO_STATUS_SUCCESS
                }, pointer)
        }
        try Self.check(status, .encoding)
        return bytes
    }

    private static func check(_ status: cairo_status_t, _ kind: RasterizingError.Kind) throws(RasterizingError) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw RasterizingError(kind: kind, message: words(for: status))
    }

    private static func words(for status: cairo_status_t) -> String {
        cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
    }
}

import CRsvg

/// A drawing that librsvg has read.
struct Drawing: ~Copyable {
    let handle: UnsafeMutablePointer<RsvgHandle>

    init(_ svg: [UInt8]) throws(RasterizingError) {
        var failure: UnsafeMutablePointer<GError>?
        guard let handle = rsvg_handle_new_from_data(svg, gsize(svg.count), &failure) else {
            throw RasterizingError(.drawing, taking: failure)
        }
        self.handle = handle
    }

    deinit { crsvg_free(handle) }
}

extension RasterizingError {
    /// - Parameter failure: the library's error, which is freed.
    init(_ kind: Kind, taking failure: UnsafeMutablePointer<GError>?) {
        self.init(kind: kind, message: failure.map { String(cString: $0.pointee.message) } ?? "no reason was given")
        if let failure { g_error_free(failure) }
    }
}

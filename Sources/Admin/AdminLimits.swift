import NIOCore

/// The bounds of the admin listener, which a handful of monitors ask.
enum AdminLimits {
    static let connections = 32
    /// A request line and fields of a monitor have some hundred bytes.
    static let requestFieldsBytes = 8192
    static let requestFields = 50
    /// How long a connection may say nothing.
    static let idleTimeout = TimeAmount.seconds(60)
}

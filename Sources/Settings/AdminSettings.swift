/// Where operators and monitors ask how the process is.
package struct AdminSettings: Hashable, Sendable {
    package var host: String
    /// 0 lets the system choose.
    package var port: Int
}

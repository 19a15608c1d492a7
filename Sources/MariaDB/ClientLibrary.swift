import CMariaDB

/// The client library's own start.
///
/// `mysql_init` starts it when it was not, but not safely from several threads at once, so it is done here, once.
/// Threads need nothing: Connector/C 3 keeps no state per thread, its `mysql_thread_init` does nothing, and a
/// connection may move between the threads of a serial dispatch queue as long as no two use it at the same time.
/// It is never ended: connections may live until the process does.
enum ClientLibrary {
    static let isStarted: Bool = mysql_server_init(0, nil, nil) == 0
}

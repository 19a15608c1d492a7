import Foundation

@testable import EmbeddedServer

func serverProcess(of dataDirectory: String) -> pid_t? { ServerProcess.find(dataDirectory: dataDirectory) }

let areProgramsInstalled = ["mariadbd", "mariadb-install-db"].allSatisfy { name in
    ["/usr/sbin", "/usr/bin"].contains { access("\($0)/\(name)", X_OK) == 0 }
}

extension EmbeddedServer.Status {
    /// The process of a server that answers.
    var runningPID: pid_t? {
        if case .running(let pid, _, _, _) = self { pid } else { nil }
    }
}

/// The names of a process's open files.
func openFiles(of pid: pid_t) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").compactMap { name in
        try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/fd/\(name)")
    }
}

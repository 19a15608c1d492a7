/// Why the API stopped by itself.
package struct ScoreServerError: Error, CustomStringConvertible {
    package let address: ScoreServerConfiguration.Address
    package let underlying: any Error

    package var description: String {
        let place =
            switch address {
            case .host(let host, let port): "\(host) port \(port): \(underlying); see the keys scores.host, scores.port"
            case .socket(let path): "the socket \(path): \(underlying); see the key scores.socket"
            }
        return "scores cannot be served at \(place)"
    }
}

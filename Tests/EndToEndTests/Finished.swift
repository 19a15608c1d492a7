/// How a program ended and what it wrote.
struct Finished: Sendable {
    let status: Int32
    let output: String
    let errors: String
}

struct UnexpectedEnd: Error, CustomStringConvertible {
    let description: String
}

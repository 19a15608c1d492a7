/// Bodies the tests compress, the same in every run.
enum SampleBytes {
    /// Bytes without pattern, from a multiplicative generator with a fixed seed.
    static func incompressible(count: Int) -> [UInt8] {
        var state: UInt64 = 0x2545_F491_4F6C_DD1D
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
    }

    static let cases: [[UInt8]] = [
        [],
        [0],
        Array("hello, border\n".utf8),
        [UInt8](repeating: 7, count: 65_535),
        [UInt8](repeating: 7, count: 65_536),
        [UInt8](repeating: 7, count: 65_537),
        incompressible(count: 1_000_000),
        Array(repeatElement(Array("{\"rank\":1,\"score\":123456789}".utf8), count: 40_000).joined()),
    ]
}

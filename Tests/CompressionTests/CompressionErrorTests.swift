import Testing

@testable import Compression

@Suite struct CompressionErrorTests {
    @Test(
        arguments: [
            (.truncated, "gzip: the input ends too early"),
            (.trailingBytes, "gzip: bytes after the end"),
            (.corrupt, "gzip: the input is damaged or of another format"),
            (.tooLarge(limitBytes: 5), "gzip: more than 5 bytes"),
            (.library(code: -4), "gzip: library error -4"),
        ] as [(CompressionError.Kind, String)])
    func saysWhatHappened(kind: CompressionError.Kind, description: String) {
        #expect(CompressionError(coding: .gzip, kind: kind).description == description)
    }
}

import Testing

@testable import Transfer

/// What is refused before a server is asked; that servers accept what is signed, `ObjectStorageTests` show.
@Suite struct RequestSignatureTests {
    @Test(arguments: [
        ("", "s3", "a", "b"), ("us-east-1", "", "a", "b"), ("us-east-1", "s3", "", "b"), ("us-east-1", "s3", "a", ""),
        ("us:east", "s3", "a", "b"), ("US-EAST-1", "s3", "a", "b"), ("us east", "s3", "a", "b"),
    ])
    func whatWouldShiftItsPartsIsRefused(region: String, service: String, keyID: String, secret: String) async throws {
        let signature = RequestSignature(region: region, service: service, keyID: keyID, secret: secret)
        try await TransferClient.use { client async throws in
            let request = Request(url: "http://127.0.0.1:9/", signature: signature)
            #expect(try await client.failure(request) == .malformedRequest)
        }
    }

    @Test func itShowsNoSecret() {
        let signature = RequestSignature(region: "us-east-1", service: "s3", keyID: "AKIA", secret: "hunter2")
        #expect("\(signature)" == "signature of AKIA for s3 in us-east-1")
        var dumped = ""
        dump(Request(url: "http://h/", signature: signature), to: &dumped)
        #expect(dumped.contains("AKIA") && !dumped.contains("hunter2"))
    }
}

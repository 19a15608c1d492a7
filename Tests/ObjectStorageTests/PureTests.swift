import Testing

@testable import ObjectStorage

@Suite struct PureTests {
    @Test(arguments: [
        ("", ""), ("a b/c~-._", "a%20b/c~-._"), ("ä+&=?%", "%C3%A4%2B%26%3D%3F%25"), ("A0z", "A0z"),
    ])
    func percentEncodesAllButUnreserved(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text, alsoPlain: "/") == encoded)
        #expect(PercentEncoding.decode(encoded) == text)
    }

    @Test func slashesOfValuesAreEncoded() {
        let address = BucketAddress(endpoint: "https://s.example", region: "r", bucket: "b")
        #expect(
            address.url(query: [("list-type", "2"), ("prefix", "a/b")])
                == "https://s.example/b?list-type=2&prefix=a%2Fb")
        #expect(address.url(key: "a/b c") == "https://s.example/b/a/b%20c")
    }

    @Test(arguments: [
        ("\"d41d8cd98f00b204e9800998ecf8427e\"", true), ("d41d8cd98f00b204e9800998ecf8427e", true),
        ("\"d41d8cd98f00b204e9800998ecf8427e-2\"", false), ("\"d41d8cd98f00b204e9800998ecf8427\"", false), ("", false),
    ])
    func theDigestOfNothingIsReadFromAnEntityTag(tag: String, isDigest: Bool) {
        #expect(ObjectDigest(entityTag: tag) == (isDigest ? ObjectDigest(of: []) : nil))
    }

    @Test(arguments: ["%", "%4", "%zz"]) func aLonePercentSignIsRefused(text: String) {
        #expect(PercentEncoding.decode(text) == nil)
    }

    @Test func aListingIsRead() throws {
        let listing = try #require(
            ObjectListing(
                """
                <?xml version="1.0"?><ListBucketResult xmlns="x"><Name>b</Name><IsTruncated>true</IsTruncated>
                <NextContinuationToken>a&amp;lt;=</NextContinuationToken>
                <Contents><Key>a&amp;b&lt;</Key><Size>12</Size></Contents><Contents><Key>c+d%2B</Key><Size>0</Size>
                </Contents></ListBucketResult>
                """))
        #expect(listing.objects == [StoredObject(key: "a&b<", bytes: 12), StoredObject(key: "c+d%2B", bytes: 0)])
        #expect(listing.continuation == "a&lt;=")
    }

    @Test func anEncodedListingIsDecoded() throws {
        let listing = try #require(
            ObjectListing(
                """
                <ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>
                <NextContinuationToken>x</NextContinuationToken>
                <Contents><Key>c+d%2B</Key><Size>7</Size></Contents></ListBucketResult>
                """))
        #expect(listing.objects == [StoredObject(key: "c d+", bytes: 7)])
        #expect(listing.continuation == nil)
    }

    @Test(arguments: [
        "", "<html></html>", "<ListBucketResult><Contents><Size>1</Size></Contents></ListBucketResult>",
        "<ListBucketResult><Contents><Key>a</Key><Size>x</Size></Contents></ListBucketResult>",
    ])
    func whatIsNoListingIsRefused(text: String) {
        #expect(ObjectListing(text) == nil)
    }
}

import Foundation

/// An S3-compatible server (moto) on loopback that checks signatures, with one bucket, for all tests of the process.
package struct ObjectServer: Sendable {
    /// Started at first use; a failure stays for all tests of the process. It ends by itself when they do.
    package static let shared = Result { try ObjectServer() }

    package static let bucket = "tests"
    /// The longest wait for its first line; Python loads a lot.
    private static let startLimit: Duration = .seconds(60)

    package let endpoint: String
    package let keyID: String
    package let secret: String

    /// The first actions are not checked: they make the user, whose key is needed from then on.
    private static let script = """
        import json, os, sys, time
        os.environ["INITIAL_NO_AUTH_ACTION_COUNT"] = "4"
        import boto3
        from moto.server import ThreadedMotoServer
        parent = os.getppid()
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
        server.start()
        endpoint = "http://127.0.0.1:%d" % server.get_host_and_port()[1]
        options = dict(endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
        users = boto3.client("iam", **options)
        users.create_user(UserName="tests")
        everything = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
        users.put_user_policy(UserName="tests", PolicyName="all", PolicyDocument=json.dumps(everything))
        key = users.create_access_key(UserName="tests")["AccessKey"]
        boto3.client("s3", **options).create_bucket(Bucket=sys.argv[1])
        print(endpoint, key["AccessKeyId"], key["SecretAccessKey"], flush=True)
        while os.getppid() == parent: time.sleep(0.5)
        os._exit(0)
        """

    private init() throws {
        // A file and no pipe: other servers of the tests would keep a pipe open.
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("object-server-\(getpid())")
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        let process = Process()
        process.executableURL = TestPython.executable
        process.arguments = ["-c", Self.script, Self.bucket]
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        try process.run()
        let clock = ContinuousClock()
        let limit = clock.now.advanced(by: Self.startLimit)
        while clock.now < limit {
            let text = String(decoding: FileManager.default.contents(atPath: output.path) ?? Data(), as: UTF8.self)
            let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
            if text.hasSuffix("\n"), words.count == 3 {
                (endpoint, keyID, secret) = (words[0], words[1], words[2])
                return
            }
            guard process.isRunning else { break }
            usleep(20_000)
        }
        throw PrivateServerError("the object server did not start: Scripts/test-python installs it")
    }
}

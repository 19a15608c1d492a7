extension TestServer {
    /// An HTTP server that misbehaves on demand, in Python's standard library alone. Its first line of output names its
    /// ports: HTTP, HTTPS (0 without a certificate), one that refuses and one whose queue is full.
    static let script = #"""
        import asyncio, gzip, socket, ssl, sys

        counts = {"connections": 0, "open": 0, "peak": 0, "hung": 0, "released": 0, "waiting": 0}
        changed = asyncio.Condition()

        async def count(name, by=1):
            async with changed:
                counts[name] += by
                counts["peak"] = max(counts["peak"], counts["open"])
                changed.notify_all()

        async def until(name, least):
            async with changed:
                await changed.wait_for(lambda: counts[name] >= least)

        def answer(status, body=b"", *headers):
            lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
            return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body

        async def hang(reader):
            await count("hung")
            while await reader.read(1024):
                pass
            await count("released")

        # Answers with bytes and whether to close after them.
        async def respond(method, path, head, body, reader):
            name, _, argument = path.partition("?")[0][1:].partition("/")
            match name:
                case "hello":
                    return answer("200 OK", b"hello", "X-One: 1", "Set-Cookie: a=1", "Set-Cookie: b=2"), False
                case "head": return answer("200 OK", head), False
                case "echo": return answer("200 OK", body), False
                case "status": return answer(f"{argument} Reason", b"body"), False
                case "coded": return answer("200 OK", body, f"Content-Encoding: {argument}"), False
                case "bomb":
                    return answer("200 OK", gzip.compress(bytes(int(argument))), "Content-Encoding: gzip"), False
                case "bytes": return answer("200 OK", b"x" * int(argument)), False
                case "chunked":
                    piece = b"5\r\nhello\r\n"
                    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + piece * 3 + b"0\r\n\r\n", False
                case "endless":
                    return b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * int(argument), True
                case "cut": return b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0123456789", True
                case "cut-chunked":
                    return b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\nhe", True
                case "cut-head": return b"HTTP/1.1 200 OK\r\nContent-", True
                case "nothing": return b"", True
                case "garbage": return b"220 mail.example ESMTP\r\n", True
                case "fields": return answer("200 OK", b"", *["X-Field: 9876543210"] * int(argument)), False
                case "line": return answer("200 OK", b"", "X-Line: " + "x" * int(argument)), False
                case "redirect":
                    if argument == "0": return answer("200 OK", b"arrived"), False
                    return answer("302 Found", b"", f"Location: /redirect/{int(argument) - 1}"), False
                case "elsewhere":
                    return answer("302 Found", b"", "Location: " + path.partition("?")[2]), False
                case "hang":
                    await hang(reader)
                    return b"", True
                case "slow":
                    await count("hung")
                    return b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n0", None
                case "barrier":
                    await count("waiting")
                    await until("waiting", int(argument))
                    return answer("200 OK", b"together"), False
                case "until":
                    counter, least = argument.split("/")
                    await until(counter, int(least))
                    return answer("200 OK"), False
                case "count": return answer("200 OK", str(counts[argument]).encode()), False
            return answer("404 Not Found"), False

        async def connection(reader, writer):
            await count("connections")
            await count("open")
            try:
                while True:
                    first = await reader.readexactly(1)
                    if first == b"\x16":  # the first byte of a TLS handshake
                        writer.write(answer("400 Bad Request"))
                        break
                    head = first + await reader.readuntil(b"\r\n\r\n")
                    method, path, _ = head.split(b"\r\n")[0].decode().split(" ")
                    length = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
                    body = await reader.readexactly(int(length[0].split(b":")[1])) if length else b""
                    bytes_, closes = await respond(method, path, head, body, reader)
                    if method == "HEAD":
                        bytes_ = bytes_.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
                    writer.write(bytes_)
                    await writer.drain()
                    if closes is None:
                        await hang(reader)
                    if closes is not False:
                        break
            except (asyncio.IncompleteReadError, ConnectionError):
                pass
            finally:
                await count("open", -1)
                writer.close()

        def full():
            listener = socket.create_server(("127.0.0.1", 0), backlog=0)
            waiting = [socket.socket() for _ in range(4)]
            for one in waiting:
                one.setblocking(False)
                one.connect_ex(listener.getsockname())
            return listener, waiting

        async def main():
            plain = await asyncio.start_server(connection, "127.0.0.1", 0, backlog=1024)
            ports = [plain.sockets[0].getsockname()[1], 0]
            if len(sys.argv) > 1:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(sys.argv[1], sys.argv[2])
                secure = await asyncio.start_server(connection, "127.0.0.1", 0, ssl=context)
                ports[1] = secure.sockets[0].getsockname()[1]
            refusing = socket.socket()
            refusing.bind(("127.0.0.1", 0))
            queue = full()
            print(*ports, refusing.getsockname()[1], queue[0].getsockname()[1], flush=True)
            await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)

        asyncio.run(main())
        """#
}

"""HTTP/1.1 by hand over one connection, so that it can break at any byte."""

import asyncio
import json

ANSWER_LIMIT_SECONDS = 20.0


class Lost(Exception):
    """Nobody knows what became of the request."""


class Answer:
    def __init__(self, status: int, fields: dict[str, str], body: bytes):
        self.status = status
        self.fields = fields
        self.body = body

    @property
    def data(self) -> dict:
        return json.loads(self.body)["data"]

    @property
    def code(self) -> str:
        return json.loads(self.body)["error"]["code"]


def request_bytes(method: str, target: str, token: str | None = None, body: dict | None = None, **fields: str) -> bytes:
    text = b"" if body is None else json.dumps(body).encode()
    lines = [f"{method} {target} HTTP/1.1", "Host: scores.example"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
    if token is not None:
        lines.append(f"Authorization: Bearer {token}")
    if body is not None:
        lines += ["Content-Type: application/json", f"Content-Length: {len(text)}"]
    return "\r\n".join([*lines, "", ""]).encode() + text


async def read_head(reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    fields = (line.split(": ", 1) for line in lines[1:] if line)
    return int(lines[0].split(" ")[1]), {name.lower(): value for name, value in fields}


class Connection:
    """To one server; it is opened again where it was lost."""

    def __init__(self, port: int):
        self.port = port
        self.streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, request: bytes, cut_after: int | None = None, drop_after: float | None = None) -> Answer:
        """The answer to a request.

        cut_after: breaks off after so many bytes of the request. drop_after: does so seconds after the request.
        Raises Lost: maybe it was heard.
        """
        try:
            return await asyncio.wait_for(self.answer(request, cut_after, drop_after), ANSWER_LIMIT_SECONDS)
        except (OSError, EOFError, asyncio.TimeoutError) as error:
            self.abort()
            raise Lost(str(error)) from None

    async def answer(self, request: bytes, cut_after: int | None, drop_after: float | None) -> Answer:
        if self.streams is None:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.streams
        writer.write(request[:cut_after])
        await writer.drain()
        if cut_after is not None or drop_after is not None:
            await asyncio.sleep(drop_after or 0)
            raise ConnectionError("broken off on purpose")
        status, fields = await read_head(reader)
        body = await reader.readexactly(int(fields["content-length"]))
        return Answer(status, fields, body)

    def abort(self) -> None:
        """Without a word: what was not sent yet never is."""
        if self.streams is not None:
            self.streams[1].transport.abort()
            self.streams = None

"""An upstream whose players are called what people with time on their hands call themselves."""

import http.server
import json
import threading

LONG = "W" * 255
STACK = "Z" + "\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308" * 12

# What the upstream says, and what a page shows of it.
NAMES = [
    ("<script>window.hacked=1</script>", None),
    ("<img src=x onerror=\"window.hacked=1\">", None),
    ("\"><svg onload=window.hacked=1>", None),
    ("</bdi></td></tr></table><h1>mine</h1>", None),
    ("</script><script>window.hacked=1</script>", None),
    ("<!--", None),
    ("]]>&lt;&#x3c;b&#62;&amp;", None),
    ("javascript:window.hacked=1", None),
    ("'; window.hacked=1; //", None),
    ("{{title}} {{{description}}} {{> head}}", None),
    ("{% raw %}${window.hacked=1}<%= 1 %>", None),
    ("=HYPERLINK(\"http://evil.example\",\"x\")", None),
    ("@SUM(1+1)*cmd|' /C calc'!A0", None),
    ("<\u0301script>", "<script>"),
    ("\u0600<b>bold</b>", "<b>bold</b>"),
    ("&\u200dlt;script&\u200dgt;", "&lt;script&gt;"),
    ("\u202eevil\u202c \u2066one\u2069\u200f", "evil one"),
    ("rank 1\u2028\u2029\r\n\ttwo", "rank 1     two"),
    ("nul\u0000bell\u0007escape\u001b[31mred\u0085", "nul bell escape [31mred "),
    ("zero\u200bwidth\ufeff\u2060joined", "zerowidthjoined"),
    ("\u200b\u200d\u2800\u3164", "(no visible name)"),
    ("", "(no visible name)"),
    ("   ", "(no visible name)"),
    (LONG, None),
    ("\U00012031" * 60, None),
    ("無" * 200, None),
    (STACK, "Z" + "\u0301\u0302\u0303\u0304"),
    ("ก" + "้" * 40 + "ก", "ก" + "้" * 4 + "ก"),
    ("مرحبا بالعالم 123", None),
    ("שלום abc 45", None),
    ("👩‍👩‍👧‍👦🏳️‍🌈👍🏽🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", None),
    ("half \ud83c pair", "half \ufffd pair"),
    ("\udf0a\ud83c reversed", "\ufffd\ufffd reversed"),
    ("no\ufffecharacter\uffff", "nocharacter"),
    ("plain", None),
]

EVENT_NAME = "</title><script>window.hacked=1</script> {{name}} \u202e&"


def shown(name: str, expected: str | None) -> str:
    return name if expected is None else expected


class Upstream:
    """Answers as the adapter `mapped` is told to expect; each question finds the ranking turned over."""

    def __init__(self, names: list[str] | None = None):
        upstream = self
        self.names = [name for name, _ in NAMES] if names is None else names
        self.asked = 0

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = json.dumps({"rows": upstream.rows()}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def rows(self) -> list[dict]:
        self.asked += 1
        count = len(self.names)
        scores = [1_000_000 * self.asked + (place if self.asked % 2 else count - place) * 1000 for place in range(count)]
        players = sorted(range(count), key=lambda place: -scores[place])
        return [
            {"rank": rank, "id": f"player-{place}", "name": self.names[place], "score": scores[place]}
            for rank, place in enumerate(players, 1)
        ]

    def stop(self) -> None:
        self.server.shutdown()

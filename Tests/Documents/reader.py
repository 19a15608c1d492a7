"""Reads boards as Docs/editions.md says, and holds against each other all that one root leads to.

    reader.py URL SECONDS

Several readers with a coding each go from the front page's manifest to the root of every board, and from there to
everything it names, its own minute, another minute of its hour and the packs of hours before. None asks twice for what
failed. Prints what each has read; ends with 1, saying what, where an answer is missing or torn, where two documents
disagree, or where an older slot comes after a newer one.
"""

import gzip
import http.client
import json
import random
import re
import sys
import threading
import time
from collections import Counter
from urllib.parse import urlsplit

CODINGS = ["identity", "gzip", "br", "gzip"]
SHOWN = 20
# A sealed hour, by its number since 1970, which has six digits until 2084; minutes have eight.
HOUR = re.compile(r"/at/[0-9]{6}\.json$")


class Disagreement(Exception):
    pass


def expect(condition, what):
    if not condition:
        raise Disagreement(what)


def decoded(coding, body):
    if coding == "gzip":
        return gzip.decompress(body)
    if coding == "br":
        import brotli

        return brotli.decompress(body)
    return body


class Pack:
    """The minutes of a sealed hour, each as `entries` and `borders` of a root would be."""

    def __init__(self, document):
        expect(document["v"] == 3, f"a pack of version {document['v']}")
        self.minutes = {}
        players = document["players"]
        rows, ranks, borders = [], [], []
        head = {}
        for change in document["minutes"]:
            head |= change
            minute = document["hour"] // 60 + change["minute"]
            rows, ranks = self.entries(change.get("entries", {}), rows, ranks, players, minute)
            borders = self.borders(change.get("borders", {}), borders, minute)
            self.minutes[minute] = {
                "outcome": head["outcome"],
                "entries": [(rank, name, score, minute - since) for rank, (name, score, since) in zip(ranks, rows)],
                "borders": [(rank, score, minute - since) for rank, score, since in borders],
            }

    @staticmethod
    def pairs(cells):
        return list(zip(cells[0::2], cells[1::2]))

    def entries(self, patch, rows, ranks, players, minute):
        gone = {players[place] for place in patch.get("gone", [])}
        rows = [row for row in rows if row[0] not in gone]
        place = {row[0]: number for number, row in enumerate(rows)}
        for player, points in self.pairs(patch.get("score", [])):
            name = players[player]
            if name not in place:
                place[name] = len(rows)
                rows.append((name, 0, minute))
            rows[place[name]] = (name, rows[place[name]][1] + points, minute)
        if "score" in patch:
            rows.sort(key=lambda row: -row[1])
        known = {row[0]: row for row in rows}
        order = [row[0] for row in rows]
        for position, player in self.pairs(patch.get("order", [])):
            order[position] = players[player]
        for player, idle in self.pairs(patch.get("idle", [])):
            name = players[player]
            known[name] = (name, known[name][1], minute - idle)
        ranks = (ranks + list(range(len(ranks) + 1, len(order) + 1)))[: len(order)]
        for position, rank in self.pairs(patch.get("rank", [])):
            ranks[position] = rank
        return [known[name] for name in order], ranks

    def borders(self, patch, rows, minute):
        length = patch.get("length", len(rows))
        rows = ([list(row) for row in rows] + [[0, 0, 0] for _ in range(length)])[:length]
        for position, rank in self.pairs(patch.get("rank", [])):
            rows[position][0] = rank
        for position, points in self.pairs(patch.get("score", [])):
            rows[position][1] += points
            rows[position][2] = minute
        for position, idle in self.pairs(patch.get("idle", [])):
            rows[position][2] = minute - idle
        return [tuple(row) for row in rows]


class Reader:
    def __init__(self, url, number):
        self.address = urlsplit(url)
        self.coding = CODINGS[number % len(CODINGS)]
        self.random = random.Random(number)
        self.connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=30)
        self.read = Counter()
        self.newest = {}
        # The minute of the first root of each board: what was before may never have been seen.
        self.first = {}
        # Minutes by board and number, as a root showed them; packs that were compared.
        self.minutes = {}
        self.packs = set()

    def get(self, path):
        self.connection.request("GET", "/" + path, headers={"Accept-Encoding": self.coding})
        answer = self.connection.getresponse()
        body = answer.read()
        expect(answer.status == 200, f"{path}: {answer.status}")
        coding = answer.headers.get("Content-Encoding", "identity")
        # A sealed hour has no gzip.
        wanted = "identity" if self.coding == "gzip" and HOUR.search(path) else self.coding
        expect(coding == wanted, f"{path}: {coding} where {wanted} was expected")
        try:
            return decoded(coding, body)
        except Exception as error:
            raise Disagreement(f"{path}: torn, {error}") from None

    def document(self, path):
        body = self.get(path)
        try:
            return json.loads(body)
        except ValueError:
            raise Disagreement(f"{path}: torn, {len(body)} bytes") from None

    def never_older(self, what, slot):
        expect(slot >= self.newest.get(what, 0), f"{what}: slot {slot} after {self.newest.get(what)}")
        self.newest[what] = slot

    def round(self):
        manifest = self.document("manifest.json")
        self.never_older("manifest.json", manifest["slot"])
        self.read["manifests"] += 1
        for event in manifest["events"]:
            for board in event["boards"]:
                self.page(board["path"])
                self.board(board["path"], board["board"])

    def page(self, folder):
        page = self.get(folder).decode()
        expect(page.rstrip().endswith("</html>"), f"{folder}: torn page")
        data = dict(re.findall(r'data-(slot|names|forecast)="([^"]*)"', page))
        self.never_older(folder, int(data["slot"]))
        self.document(f"{folder}names/{data['names']}.json")
        if data["forecast"]:
            self.get(f"{folder}forecast/{data['forecast']}.svg")
        self.read["pages"] += 1

    def board(self, folder, name):
        text = self.get(f"{folder}latest.json")
        root = json.loads(text)
        expect(root["board"] == name, f"{folder}: is of {root['board']}")
        self.never_older(f"{folder}latest.json", root["slot"])
        minute = root["slot"] // 60
        expect(self.get(f"{folder}at/{minute}.json") == text, f"{folder}at/{minute}.json: is not the root it is of")
        players = self.document(f"{folder}names/{root['names']}.json")["players"]
        self.remember(name, root, players)
        self.forecast(folder, name, root)
        series = self.series(folder, name, root)
        first = self.first.setdefault(name, minute)
        self.minute(folder, name, self.random.randint(max(minute // 60 * 60, first), minute))
        if series:
            self.agree_with_series(name, folder, series)
        hour = root["slot"] // 3600 - 1
        if hour >= first // 60:
            self.pack(folder, name, hour)
        self.read["roots"] += 1

    def remember(self, name, root, players):
        entries = root["entries"]
        expect(not entries["player"] or max(entries["player"]) < len(players), f"{name}: a player without a name")
        ranks, rank = [], 0
        for step in entries["rank_steps"]:
            rank += step
            ranks.append(rank)
        borders, rank = [], 0
        for step in root["borders"]["rank_steps"]:
            rank += step
            borders.append(rank)
        shown = {
            "outcome": root["outcome"],
            "entries": list(zip(ranks, (players[place] for place in entries["player"]), entries["score"], entries["idle"])),
            "borders": list(zip(borders, root["borders"]["score"], root["borders"]["idle"])),
        }
        known = self.minutes.setdefault((name, root["slot"] // 60), shown)
        expect(known == shown, f"{name}: slot {root['slot']} was shown in another way")

    def forecast(self, folder, name, root):
        if not root["forecast"]:
            return
        document = self.document(f"{folder}forecast/{root['forecast']}.json")
        expect(document["board"] == name, f"{name}: a forecast of {document['board']}")
        expect(document["made"] == root["forecast_made"], f"{name}: a forecast of {document['made']}")
        expect(self.get(f"{folder}forecast/{root['forecast']}.svg").rstrip().endswith(b"</svg>"), f"{name}: torn charts")
        self.read["forecasts"] += 1

    def series(self, folder, name, root):
        if not root["series"]:
            return None
        series = self.document(f"{folder}series/{root['series']}.json")
        expect(series["board"] == name, f"{name}: a series of {series['board']}")
        today = series["today"]
        last = today["from"] + (len(today["lag"]) - 1) * series["every"]
        expect(0 <= root["slot"] - last < series["every"], f"{name}: a series up to {last} for {root['slot']}")
        self.document(f"{folder}names/{today['names']}.json")
        for day in series["days"]:
            self.document(f"{folder}series/{day['series']}.json")
            self.document(f"{folder}names/{day['names']}.json")
        self.read["series"] += 1
        return series

    def agree_with_series(self, name, folder, series):
        """The last sample against the minute it is of, where that minute was seen."""
        today = series["today"]
        last = today["from"] + (len(today["lag"]) - 1) * series["every"]
        shown = self.minutes.get((name, last // 60))
        if shown is None:
            return
        sampled = {}
        for player, steps in zip(today["entries"]["player"], today["entries"]["score"]):
            if steps and steps[-1] is not None:
                sampled[player] = sum(step for step in steps if step is not None)
        expect(
            sampled == {player: score for _, player, score, _ in shown["entries"]},
            f"{folder}: the series of {last} has other scores than its minute")
        self.read["samples"] += 1

    def minute(self, folder, name, minute):
        root = self.document(f"{folder}at/{minute}.json")
        expect(root["slot"] == minute * 60, f"{folder}at/{minute}.json: is slot {root['slot']}")
        self.remember(name, root, self.document(f"{folder}names/{root['names']}.json")["players"])
        self.read["minutes"] += 1

    def pack(self, folder, name, hour):
        pack = Pack(self.document(f"{folder}at/{hour}.json"))
        if (name, hour) in self.packs:
            return
        self.packs.add((name, hour))
        for minute, shown in pack.minutes.items():
            known = self.minutes.get((name, minute))
            if known is not None:
                expect(known == shown, f"{folder}at/{hour}.json: minute {minute} was shown in another way")
                self.read["minutes in packs"] += 1
        self.read["packs"] += 1


def main(url, seconds):
    deadline = time.monotonic() + seconds
    readers = [Reader(url, number) for number in range(len(CODINGS))]
    problems = []

    def run(reader):
        try:
            while time.monotonic() < deadline and not problems:
                reader.round()
                time.sleep(reader.random.uniform(0, 0.3))
        except Exception as error:
            problems.append(f"{reader.coding}: {error if isinstance(error, Disagreement) else repr(error)}")

    threads = [threading.Thread(target=run, args=(reader,)) for reader in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    total = Counter()
    for reader in readers:
        total.update(reader.read)
    for what, count in sorted(total.items()):
        print(f"{what}: {count}")
    for problem in problems[:SHOWN]:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], float(sys.argv[2])))

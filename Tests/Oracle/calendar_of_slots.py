"""When a board is read, from the game's master data. Times are Unix milliseconds, slots are Unix minutes."""

MINUTE = 60_000
CORRECTION_MINUTES = 60


class Times:
    """The life of one board."""

    def __init__(self, starts, ends, announces, closes):
        self.starts, self.ends, self.announces, self.closes = starts, ends, announces, closes

    def is_final(self, slot):
        """Whether what is shown in the slot is the announced result."""
        return slot * MINUTE >= self.announces

    def last_running(self):
        """The last slot before scoring ended."""
        return self.ends // MINUTE - 1

    def is_planned(self, slot, cadence):
        """Each cadence while scores count, hourly from the announcement on, and once at the close."""
        instant = slot * MINUTE
        if self.starts <= instant < self.ends:
            return slot % cadence == 0
        if self.announces <= instant < self.closes:
            return (slot - first_slot(self.announces)) % CORRECTION_MINUTES == 0
        return instant >= self.closes and slot == self.closes // MINUTE


def first_slot(instant):
    """The first slot that begins at or after the instant."""
    return -(-instant // MINUTE)


def times_of(board, number, events, chapters):
    """The times of `main` or of a chapter's board. Scoring ends after the last second that counts."""
    event = next(event for event in events if event["id"] == number)
    ends = (event["aggregateAt"] // 1000 + 1) * 1000
    counting = event["rankingAnnounceAt"] - ends
    if board == "main":
        return Times(event["startAt"], ends, event["rankingAnnounceAt"], event["closedAt"])
    for chapter in chapters:
        name = f"chapter-{chapter.get('gameCharacterId', 'finale')}"
        if chapter["eventId"] == number and name == board:
            ends = (chapter["aggregateAt"] // 1000 + 1) * 1000
            return Times(
                chapter["chapterStartAt"], ends, ends + counting, max(ends + counting, event["closedAt"]))
    raise SystemExit(f"the master data has no board {board} of event {number}")

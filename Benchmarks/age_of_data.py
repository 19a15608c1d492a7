#!/usr/bin/env python3
"""How old are the data on the screens of viewers behind a shared cache? In virtual time.

    age_of_data.py [--viewers 1000] [--minutes 60] [--delay-median 2.0] [--delay-p90 3.0] [--seed 1]

The rules are those of the product: an edition appears some seconds after its slot; the origin says for how long its answer
may be kept (Docs/origin.md); the cache serves what it has for that time, and then once more while it fetches a newer one; a
page asks at the next slot, plus the usual delay, plus 0 to 5 s at random, and again after 2, 4, 8 s where nothing moved
(Docs/editions.md). A viewer comes at a random instant.

Prints mean and worst age over all seconds of all viewers: from the start of the slot that is shown to now.
"""

import argparse
import heapq
import math
import random

MINUTE = 60.0
LEAST_AGE, MOST_AGE = 2, 65
PATIENCE = 60.0
SPREAD = 5.0
FIRST_RETRY, LONGEST_RETRY = 2.0, 60.0
STALE_WHILE_REVALIDATE = 30.0


class Publisher:
    """Slots from 0 on, each visible some seconds later."""

    def __init__(self, minutes, median, p90, random):
        sigma = math.log(p90 / median) / 1.2816
        self.p90 = p90
        self.visible = [slot * MINUTE + random.lognormvariate(math.log(median), sigma) for slot in range(minutes + 2)]

    def newest(self, now):
        slot = int(now // MINUTE)
        while slot > 0 and self.visible[slot] > now:
            slot -= 1
        return slot

    def max_age(self, now):
        """What the origin says of an answer given now."""
        due = (self.newest(now) + 1) * MINUTE + self.p90
        left = due - now
        if left < 0:
            left = 0 if now < due + PATIENCE else (now // MINUTE + 1) * MINUTE + self.p90 - now
        return min(max(math.ceil(left), LEAST_AGE), MOST_AGE)


class Cache:
    """One URL of a shared cache: fresh, then stale while one request fetches it anew."""

    def __init__(self, publisher, random):
        self.publisher, self.random = publisher, random
        self.slot, self.until, self.fetched = None, 0.0, math.inf
        self.fetches = 0

    def answer(self, now):
        """The slot that a request gets now, and after how many seconds."""
        if self.fetched <= now:
            self.take(self.fetched)
        if self.slot is None or now > self.until + STALE_WHILE_REVALIDATE:
            wait = self.round_trip()
            self.take(now + wait)
            return self.slot, wait
        if now > self.until and self.fetched == math.inf:
            self.fetched = now + self.round_trip()
        return self.slot, 0.0

    def take(self, now):
        self.fetches += 1
        self.slot, self.until, self.fetched = self.publisher.newest(now), now + self.publisher.max_age(now), math.inf

    def round_trip(self):
        return self.random.uniform(0.02, 0.2)


def simulate(viewers, minutes, median, p90, seed):
    randomness = random.Random(seed)
    publisher = Publisher(minutes, median, p90, randomness)
    cache = Cache(publisher, randomness)
    end = minutes * MINUTE
    # Of each viewer: what is shown since when, and how often nothing moved.
    shown = [None] * viewers
    retries = [0] * viewers
    total = seconds = worst = 0.0
    queue = [(randomness.uniform(2 * MINUTE, 4 * MINUTE), viewer) for viewer in range(viewers)]
    heapq.heapify(queue)
    while queue:
        now, viewer = heapq.heappop(queue)
        slot, wait = cache.answer(now)
        at = min(now + wait + randomness.uniform(0.01, 0.15), end)
        before = shown[viewer]
        if before is None or slot > before[0]:
            if before is not None:
                length = at - before[1]
                total += length * ((before[1] + at) / 2 - before[0] * MINUTE)
                seconds += length
                worst = max(worst, at - before[0] * MINUTE)
            shown[viewer], retries[viewer] = (slot, at), 0
        else:
            retries[viewer] += 1
        if at >= end:
            continue
        due = (shown[viewer][0] + 1) * MINUTE + p90 + randomness.uniform(0, SPREAD)
        retry = min(FIRST_RETRY * 2 ** max(0, retries[viewer] - 1), LONGEST_RETRY) if retries[viewer] else 0
        heapq.heappush(queue, (due if due > at else at + retry, viewer))
    return total / seconds, worst, cache.fetches / minutes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--viewers", type=int, default=1000)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--delay-median", type=float, default=2.0)
    parser.add_argument("--delay-p90", type=float, default=3.0)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    mean, worst, fetches = simulate(given.viewers, given.minutes, given.delay_median, given.delay_p90, given.seed)
    print(f"age of data, {given.viewers} viewers, {given.minutes} minutes, editions after {given.delay_median} s "
          f"(p90 {given.delay_p90} s): mean {mean:.1f} s (aim: ≤ 40 s), worst {worst:.1f} s (aim: ≤ 75 s); "
          f"{fetches:.1f} requests a minute reach the origin")


if __name__ == "__main__":
    main()

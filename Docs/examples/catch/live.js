// A board as it changes: a snapshot, then change after change. The newest score of each player, sorted, is the list.
const PAUSE_MS = 5_000;

/** Tells of the entries, best first, whenever they change, and of the connection in words. */
export function follow(address, board, tell, tellState) {
  const entries = new Map();
  let position = null;

  function take(message) {
    position = message.position;
    tell([...entries.values()].sort((one, other) =>
      other.score - one.score || one.last_updated.localeCompare(other.last_updated)));
    tellState("live");
  }
  function open() {
    const query = new URLSearchParams({ board, ...(position && { after: position }) });
    const source = new EventSource(`${address}/api/v1/scoreboard/live?${query}`);
    source.addEventListener("open", () => tellState("live"));
    source.addEventListener("snapshot", event => {
      const message = JSON.parse(event.data);
      entries.clear();
      for (const entry of message.list.entries) entries.set(entry.player, entry);
      take(message);
    });
    source.addEventListener("change", event => {
      const message = JSON.parse(event.data);
      entries.set(message.entry.player, message.entry);
      take(message);
    });
    source.addEventListener("error", () => {
      tellState("connecting …");
      // A lost connection comes back by itself; one that was refused does not.
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(open, PAUSE_MS * (0.5 + Math.random()));
    });
  }
  open();
}

// Scores at each quarter of an hour, from a board's series. Documents: series/<hash>.json, as Docs/editions.md describes them.

const cache = new Map();

async function load(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

// A document by its hash, which is asked for again after a failure.
function kept(folder, hash) {
  if (!cache.has(hash)) {
    const loading = load(`${folder}series/${hash}.json`);
    cache.set(hash, loading);
    loading.catch(() => cache.delete(hash));
  }
  return cache.get(hash);
}

// The scores of a player or of a border ("b1000") as [unix seconds, score or null]: null where they were not on the
// board, and where nothing was seen.
export async function seriesOf(folder, hash, key, from = 0) {
  const root = await kept(folder, hash);
  const days = await Promise.all(root.days.filter((day) => day.from + 86_400 > from).map((day) => kept(folder, day.series)));
  return [...days, root.today].flatMap((day) => pointsOf(day, key, root.every));
}

function pointsOf(day, key, every) {
  const rank = /^b(\d+)$/.exec(key)?.[1];
  const part = rank ? day.borders : day.entries;
  const column = rank ? part.rank.indexOf(Number(rank)) : part.player.indexOf(key);
  let sum = 0;
  return day.lag.map((lag, place) => {
    const added = column < 0 ? null : part.score[column][place];
    if (added !== null && added !== undefined) sum += added;
    const isSeen = lag !== null && lag * 60 < every;
    return [day.from + place * every, isSeen && added !== null && added !== undefined ? sum : null];
  });
}

// The calls of the API. A submission is sent again as it is until there is an answer: it counts once, and the first
// answer comes again.
const ATTEMPTS = 8, PAUSE_MS = 1_000, LONGEST_PAUSE_MS = 30_000;

async function ask(url, token, body) {
  const response = await fetch(url, {
    method: body ? "POST" : "GET",
    headers: { Authorization: `Bearer ${token}`, ...(body && { "Content-Type": "application/json" }) },
    body: body && JSON.stringify(body),
  });
  const answer = await response.json();
  if (answer.success) return answer.data;
  const error = new Error(answer.error.message);
  error.isFinal = response.status !== 503;
  error.pause = 1000 * Number(response.headers.get("Retry-After") ?? 0);
  throw error;
}

export function beginAction(address, token, board, type) {
  return ask(`${address}/api/v1/actions`, token, { board, action_type: type });
}

export async function submit(address, token, action, type, value) {
  const body = {
    action_id: action.action_id, action_token: action.action_token, action_type: type, timestamp: Date.now(), value,
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(`${address}/api/v1/score/update`, token, body);
    } catch (error) {
      if (error.isFinal || attempt === ATTEMPTS) throw error;
      const pause = Math.min(Math.max(error.pause ?? 0, PAUSE_MS * 2 ** attempt * Math.random()), LONGEST_PAUSE_MS);
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
}

/** What lists show in the place of whoever the token is for. */
export async function ownPlayer(address, token) {
  const claims = JSON.parse(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")));
  const history = await ask(`${address}/api/v1/users/${encodeURIComponent(claims.sub)}/history?limit=1`, token);
  return history.player;
}

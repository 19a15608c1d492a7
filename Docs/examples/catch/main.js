// Puts the game, the API and the list together. A token for trials stands behind # in the address: it never leaves the
// browser but to the API.
import { beginAction, ownPlayer, submit } from "./api.js";
import { playRound } from "./game.js";
import { follow } from "./live.js";

const BOARD = "catch", TYPE = "round", SHOWN = 10;
const address = document.querySelector("meta[name=scores]").content;
const start = document.querySelector("#start");
const said = document.querySelector("#said");
const token = new URLSearchParams(location.hash.slice(1)).get("token");
let own = null, shown = [];

function show(entries) {
  shown = entries;
  document.querySelector("#list").replaceChildren(...entries.slice(0, SHOWN).map((entry, place) => {
    const row = document.createElement("tr");
    row.classList.toggle("own", entry.player === own);
    for (const text of [place + 1, entry.name, entry.score]) row.insertCell().textContent = text;
    return row;
  }));
}

async function play() {
  start.disabled = true;
  try {
    const action = await beginAction(address, token, BOARD, TYPE);
    said.textContent = "";
    const value = await playRound([...document.querySelectorAll("#fields button")]);
    said.textContent = `${value} caught …`;
    const { new_score: best, rank } = await submit(address, token, action, TYPE, value);
    said.textContent = `${value} caught. Your best of today is ${best}, rank ${rank}.`;
    own ??= await ownPlayer(address, token);
    show(shown);
  } catch (error) {
    said.textContent = error.message;
  }
  start.disabled = false;
}

if (token) start.addEventListener("click", play);
else {
  start.disabled = true;
  said.textContent = "To play, open this page with #token=… behind its address; README.md says how to make one.";
}
follow(address, BOARD, show, state => { document.querySelector("#live").textContent = state });

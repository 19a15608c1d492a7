// Ten seconds in which one of the fields is lit; pressing it lights another.
const ROUND_MS = 10_000;

/** Plays a round on nine buttons and says how many lights were caught. */
export function playRound(fields) {
  return new Promise(resolve => {
    let caught = 0, lit = null;

    function light() {
      const others = fields.filter(field => field !== lit);
      lit?.classList.remove("lit");
      lit = others[Math.floor(Math.random() * others.length)];
      lit.classList.add("lit");
    }
    function press(field) {
      if (field !== lit) return;
      caught += 1;
      light();
    }
    const click = event => press(event.currentTarget);
    const type = event => { if (!event.repeat) press(fields.find(field => field.textContent === event.key)) };

    for (const field of fields) {
      field.disabled = false;
      field.addEventListener("click", click);
    }
    addEventListener("keydown", type);
    light();
    setTimeout(() => {
      removeEventListener("keydown", type);
      for (const field of fields) {
        field.disabled = true;
        field.classList.remove("lit");
        field.removeEventListener("click", click);
      }
      resolve(caught);
    }, ROUND_MS);
  });
}

// The keyboard: arrows walk from thing to thing, Enter chooses, E opens, P begins a path.

import { byId } from "./dom.js";

const TURNS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** Let keys work on the explorer. */
export function listenToKeys(explorer) {
  const stage = byId("stage");
  stage.addEventListener("focus", () => {
    const { picture } = explorer;
    if (explorer.focused < 0 && picture.things.length && stage.matches(":focus-visible")) explorer.focus(best(picture));
  });
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const thing = explorer.focused;
    if (TURNS[event.key]) walk(explorer, TURNS[event.key]);
    else if (thing < 0) return;
    else if (event.key === "Enter" || event.key === " ") explorer.select(thing);
    else if (event.key === "e" || event.key === "E") explorer.toggle(thing);
    else if (event.key === "p" || event.key === "P") explorer.startPath(thing);
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => everywhere(explorer, event));
}

function everywhere(explorer, event) {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") explorer.clear();
  else if (typing && event.target.type !== "checkbox") return;
  else if (event.key === "/") explorer.search.focus();
  else if (event.key === "+" || event.key === "=") explorer.stage.zoom(1.3);
  else if (event.key === "-") explorer.stage.zoom(1 / 1.3);
  else if (event.key === "0") explorer.stage.fit();
  else return;
  event.preventDefault();
}

const best = (picture) => picture.things.reduce((most, thing) => (picture.degree(thing) > picture.degree(most) ? thing : most));

/** To the nearest thing in a direction; what lies aside counts as twice as far. */
function walk(explorer, [dx, dy]) {
  const { picture } = explorer;
  if (!picture.things.length) return;
  if (explorer.focused < 0) {
    explorer.focus(best(picture));
    return;
  }
  const here = picture.at.get(explorer.focused);
  let nearest = { far: Infinity, thing: -1 };
  for (const thing of picture.things) {
    const at = picture.at.get(thing);
    const [ahead, aside] = [(at.x - here.x) * dx + (at.y - here.y) * dy, Math.abs((at.x - here.x) * dy) + Math.abs((at.y - here.y) * dx)];
    const far = ahead + 2 * aside;
    if (ahead > 1 && far < nearest.far) nearest = { far, thing };
  }
  if (nearest.thing >= 0) explorer.focus(nearest.thing);
}

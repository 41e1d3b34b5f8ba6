// Joins the parts: search, filters, selection, keys.

const byId = (id) => document.getElementById(id);
const search = byId("search");
const results = byId("results");
let found = [];
let active = 0;

const say = (text) => { byId("status").textContent = text; };

// ---------------------------------------------------------------- selection

function select(node, { move = false } = {}) {
  state.selected = node;
  state.edge = null;
  if (state.hiddenClasses.delete(node.class)) byId(`class-${node.class}`).checked = true;
  showNode(node, (other) => select(other, { move: true }), clear);
  focusable(node);
  if (move) reveal(node);
  redraw();
  say(`${node.label}, ${className(node)}, ${counted(node.facts.filter(factVisible).length, "fact")}`);
}

function selectEdge(line) {
  [state.selected, state.edge] = [null, line];
  showEdge(line, (node) => select(node, { move: true }), clear);
  redraw();
  say(`${line.source.label} ${line.fact.relation} ${line.target.label}`);
}

function clear() {
  [state.selected, state.edge] = [null, null];
  panel.hidden = true;
  redraw();
}

/** Only one node is in the tab order; arrow keys move it. */
function focusable(node) {
  for (const each of nodes) each.element.setAttribute("tabindex", each === node ? 0 : -1);
}

/** The nearest visible node in a direction, by angle and distance. */
function towardsKey(from, [dx, dy]) {
  let best = null;
  for (const node of visibleNodes()) {
    const [x, y] = [node.x - from.x, node.y - from.y];
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (node === from || along <= 0 || aside > 2 * along) continue;
    const cost = along + 2 * aside;
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node;
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function listenToNodes() {
  for (const node of nodes) {
    node.element.setAttribute("aria-label", `${node.label}, ${className(node)}, ${counted(node.facts.length, "fact")}`);
    node.element.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        select(node);
        panel.focus();
      } else if (ARROWS[event.key]) {
        event.preventDefault();
        const next = towardsKey(node, ARROWS[event.key]);
        if (!next) return;
        focusable(next);
        next.element.focus({ preventScroll: true });
        keepInView(next);
      }
    });
  }
}

function keepInView(node) {
  const { width, height } = canvas.getBoundingClientRect();
  const [x, y] = toScreen(node.x, node.y);
  if (x < 40 || y < 40 || x > width - 40 || y > height - 40) reveal(node);
}

// ---------------------------------------------------------------- search

function listResults() {
  found = find(search.value);
  active = 0;
  results.replaceChildren(...found.map(({ node, name }, at) => {
    const item = html("li", { id: `result-${at}`, role: "option", "aria-selected": at === active });
    item.append(glyph(node.class), html("span", { class: "name", text: node.label }));
    if (name !== node.label) item.append(html("span", { class: "count", text: name }));
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      choose(at);
    });
    return item;
  }));
  if (!found.length && search.value.trim()) results.append(html("li", { role: "presentation", text: "Nothing found" }));
  openResults(Boolean(search.value.trim()));
  if (search.value.trim()) say(counted(found.length, "result"));
}

function openResults(open) {
  results.hidden = !open;
  search.setAttribute("aria-expanded", open);
  if (open && found.length) search.setAttribute("aria-activedescendant", `result-${active}`);
  else search.removeAttribute("aria-activedescendant");
}

function moveInResults(step) {
  if (!found.length) return;
  active = (active + step + found.length) % found.length;
  [...results.children].forEach((item, at) => item.setAttribute("aria-selected", at === active));
  results.children[active].scrollIntoView({ block: "nearest" });
  openResults(true);
}

function choose(at) {
  if (!found[at]) return;
  openResults(false);
  select(found[at].node, { move: true });
  found[at].node.element.focus({ preventScroll: true });
}

function listenToSearch() {
  search.addEventListener("input", listResults);
  search.addEventListener("focus", () => search.value.trim() && listResults());
  search.addEventListener("blur", () => openResults(false));
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      moveInResults(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      choose(active);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (results.hidden) search.value = "";
      openResults(false);
    }
  });
}

// ---------------------------------------------------------------- filters

function checkBox(id, label, count, onChange, mark = null) {
  const box = html("input", { type: "checkbox", id });
  box.checked = true;
  box.addEventListener("change", () => {
    onChange(box.checked);
    refresh();
  });
  const parts = mark ? [box, mark] : [box];
  return html("label", { class: "check" }, ...parts, html("span", { text: label }), html("span", { class: "count", text: count }));
}

const toggle = (set, value) => (on) => (on ? set.delete(value) : set.add(value));

function buildFilters() {
  for (const each of data.classes) {
    const count = nodes.filter((node) => node.class === each.id).length;
    const change = toggle(state.hiddenClasses, each.id);
    byId("classes").append(checkBox(`class-${each.id}`, each.name, count, change, glyph(each.id)));
  }
  const counts = data.relations.map((name, p) => ({ name, p, count: lines.filter((line) => line.fact.p === p).length }));
  const used = counts.filter((each) => each.count).sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  for (const { name, p, count } of used) {
    byId("relations").append(checkBox(`relation-${p}`, name, count, toggle(state.hiddenRelations, p)));
  }
  byId("allRelations").addEventListener("click", () => setRelations(used, true));
  byId("noRelations").addEventListener("click", () => setRelations(used, false));
  const others = facts.filter((fact) => !isAsserted(fact)).length;
  byId("unassertedCount").textContent = others;
  byId("unasserted").parentElement.hidden = !others;
  byId("unasserted").addEventListener("change", (event) => {
    state.unasserted = event.target.checked;
    refresh();
  });
  byId("leftOut").textContent = data.leftOut ? `${nodes.length} of ${nodes.length + data.leftOut} things are shown.` : "";
}

function setRelations(used, on) {
  for (const { p } of used) {
    toggle(state.hiddenRelations, p)(on);
    byId(`relation-${p}`).checked = on;
  }
  refresh();
}

/** After a filter has changed: the selection stays where it can. */
function refresh() {
  if (state.selected && !classVisible(state.selected)) clear();
  else if (state.edge && !lineVisible(state.edge)) clear();
  else if (state.selected) select(state.selected);
  redraw();
}

// ---------------------------------------------------------------- keys and buttons

function listenToKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape") {
      const last = state.selected;
      clear();
      last?.element.focus({ preventScroll: true });
    } else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") frame([...visibleNodes()]);
  });
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function start() {
  document.documentElement.classList.add("live");
  drawOnce();
  buildFilters();
  listenToSearch();
  listenToNodes();
  listenToKeys();
  listenToPointers((target, node) => {
    const line = lines.find((each) => each.element.contains(target));
    if (node) select(node);
    else if (line) selectEdge(line);
    else clear();
  });
  byId("in").addEventListener("click", () => zoom(1.3));
  byId("out").addEventListener("click", () => zoom(1 / 1.3));
  byId("fit").addEventListener("click", () => frame([...visibleNodes()]));
  byId("theme").addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
  });
  new ResizeObserver(redraw).observe(canvas);
  if (nodes.length) focusable(nodes[0]);
  frame(nodes);
  say(`${counted(nodes.length, "thing")}, ${counted(facts.length, "fact")}`);
}

start();

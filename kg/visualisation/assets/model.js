// The embedded data, and what filters and search make of it. Nothing here touches the page but to read the data.

const data = JSON.parse(document.getElementById("data").textContent);
const nodes = data.nodes.map((node, place) => ({ ...node, place, facts: [], lines: node.lines, home: [node.x, node.y] }));
const facts = data.facts.map((fact, place) => ({ ...fact, place, relation: data.relations[fact.p] }));
const lines = data.lines.map((line) => ({ ...line, fact: facts[line.fact], source: nodes[line.s], target: nodes[line.t] }));

for (const fact of facts) {
  if (fact.s !== null) nodes[fact.s].facts.push(fact);
  if (fact.t !== null && fact.t !== fact.s) nodes[fact.t].facts.push(fact);
}

const state = {
  hiddenClasses: new Set(),
  hiddenRelations: new Set(),
  unasserted: false,
  selected: null, // a node
  edge: null, // or a line
};

const isAsserted = (fact) => fact.status === "asserted";
const factVisible = (fact) => (state.unasserted || isAsserted(fact)) && !state.hiddenRelations.has(fact.p);
const classVisible = (node) => !state.hiddenClasses.has(node.class);
const lineVisible = (line) => factVisible(line.fact) && classVisible(line.source) && classVisible(line.target);

/** The nodes shown: of the classes chosen and, where relations are chosen too, with a line of theirs. */
function visibleNodes() {
  const chosen = nodes.filter(classVisible);
  if (!state.hiddenRelations.size) return new Set(chosen);
  const joined = new Set(lines.filter(lineVisible).flatMap((line) => [line.source, line.target]));
  return new Set(chosen.filter((node) => joined.has(node) || node === state.selected));
}

/** The nodes one visible line away. */
function neighbourhood(node) {
  const around = new Set([node]);
  for (const line of lines) {
    if (!lineVisible(line)) continue;
    if (line.source === node) around.add(line.target);
    if (line.target === node) around.add(line.source);
  }
  return around;
}

const LETTERS = { ø: "o", æ: "ae", đ: "d", ð: "d", ł: "l", ß: "ss", þ: "th", œ: "oe" };

/** A text as it is compared: without case and accents. */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[øæđðłßþœ]/g, (letter) => LETTERS[letter]);
}

const searchable = nodes.map((node) => [...new Set([node.label, ...node.names])].map((name) => [name, folded(name)]));

/** How well a name fits: 0 begins with the words, 1 a word of it does, 2 contains them; null does not. */
function fit(name, words) {
  const at = name.indexOf(words);
  if (at < 0) return null;
  if (at === 0) return 0;
  return name.includes(` ${words}`) || name.includes(`-${words}`) ? 1 : 2;
}

/** Nodes by name in any language, best first: [node, the name that fits]. */
function find(text, limit = 12) {
  const words = folded(text.trim());
  if (!words) return [];
  const found = [];
  nodes.forEach((node, place) => {
    let best = null;
    for (const [name, plain] of searchable[place]) {
      const rank = fit(plain, words);
      if (rank !== null && (best === null || rank < best.rank)) best = { node, name, rank };
    }
    if (best) found.push(best);
  });
  found.sort((a, b) => a.rank - b.rank || b.node.facts.length - a.node.facts.length || a.node.place - b.node.place);
  return found.slice(0, limit);
}

// The panel: what is known of a thing or of a line, and the sentences that say so. Texts of documents and graph reach
// the page as text only.

const panel = document.getElementById("panel");
const SHOWN_AT_ONCE = 3;

function html(name, options = {}, ...children) {
  const { text, ...attributes } = options;
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else element.setAttribute(key, value);
  }
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

function glyph(className) {
  const picture = svg("svg", { class: "glyph", viewBox: "-1.3 -1.3 2.6 2.6", "aria-hidden": true });
  svg("path", { class: `shape ${className}`, d: outlineOf(className) }, picture);
  return picture;
}

const className = (node) => data.classes.find((each) => each.id === node.class).name;
const counted = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;

/** Fill the panel for a node; `onSelect` is called with the node whose name is pressed. */
function showNode(node, onSelect, onClose) {
  const chosen = node.facts.filter(factVisible);
  const others = node.names.filter((name) => name !== node.label);
  panel.replaceChildren(
    closeButton(onClose),
    html("h2", { text: node.label }),
    html("p", { class: "about" }, glyph(node.class), `${className(node)} · ${counted(chosen.length, "fact")}`),
    ...(others.length ? [html("p", { class: "about", text: `also: ${others.join(", ")}` })] : []),
    ...factsInOrder(node, chosen).map((fact) => factView(fact, node, onSelect)),
  );
  panel.hidden = false;
  panel.scrollTop = 0;
}

/** Fill the panel for a line: every fact that joins the same two things. */
function showEdge(line, onSelect, onClose) {
  const both = lines.filter((each) => lineVisible(each) && sameEnds(each, line)).map((each) => each.fact);
  panel.replaceChildren(
    closeButton(onClose),
    html("h2", { text: `${line.source.label} – ${line.target.label}` }),
    ...both.map((fact) => factView(fact, null, onSelect)),
  );
  panel.hidden = false;
  panel.scrollTop = 0;
}

const sameEnds = (a, b) => (a.s === b.s && a.t === b.t) || (a.s === b.t && a.t === b.s);

/** What the node does or is first, then what is said of it elsewhere; facts before the rest. */
function factsInOrder(node, chosen) {
  const rank = (fact) => (isAsserted(fact) ? 0 : 2) + (fact.s === node.place ? 0 : 1);
  return [...chosen].sort((a, b) => rank(a) - rank(b) || a.place - b.place);
}

function closeButton(onClose) {
  return html("button", { type: "button", class: "close", "aria-label": "Close", text: "×", click: onClose });
}

function factView(fact, about, onSelect) {
  const heading = html("h3", {}, end(fact.s, fact.subject, about, onSelect), " ",
    html("span", { class: "relation", text: fact.relation }), " ", end(fact.t, fact.object, about, onSelect));
  const notes = isAsserted(fact) ? [] : [html("span", { class: "badge", text: statusText(fact) })];
  heading.append(...notes);
  const quotes = fact.evidence.map(quoteView);
  const [first, rest] = [quotes.slice(0, SHOWN_AT_ONCE), quotes.slice(SHOWN_AT_ONCE)];
  const more = rest.length ? [html("details", {}, html("summary", { text: `${rest.length} more` }), ...rest)] : [];
  return html("section", { class: "fact" }, heading, ...first, ...more);
}

function statusText(fact) {
  const [first] = fact.evidence;
  return first ? badgeText(first) : fact.status;
}

function badgeText(proof) {
  if (proof.status === "attributed") return `says ${proof.qualifier || "somebody"}`;
  return proof.qualifier || proof.status;
}

function end(place, label, about, onSelect) {
  if (place === null || nodes[place] === about) return html(place === null ? "span" : "strong", { text: label });
  return html("button", { type: "button", class: "link", text: label, click: () => onSelect(nodes[place]) });
}

function quoteView(proof) {
  const page = data.documents[proof.doc];
  const sentence = html("p", { lang: page.lang, dir: "auto" });
  for (const [plain, marked] of proof.parts) {
    sentence.append(plain);
    if (marked) sentence.append(html("mark", { text: marked }));
  }
  const source = html("footer", {});
  source.append(page.link
    ? html("a", { href: page.link, rel: "noopener noreferrer", target: "_blank", text: page.title })
    : html("span", { title: page.origin, text: page.title }));
  if (page.lang) source.append(` · ${page.lang}`);
  if (proof.confidence !== null) source.append(` · confidence ${Math.round(proof.confidence * 100)} %`);
  if (proof.status !== "asserted") source.append(html("span", { class: "badge", text: badgeText(proof) }));
  return html("blockquote", {}, sentence, source);
}

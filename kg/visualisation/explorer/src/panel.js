// The panel: what is known of a thing, a line or a path, and the sentences that say so.

import { byId, glyph, html } from "./dom.js";
import { ASSERTED } from "./model.js";
import { BATCH } from "./picture.js";
import { counted } from "./text.js";

const SHOWN_AT_ONCE = 3;
const FACTS_AT_ONCE = 40;
const LONG = 1200;

/** `on` has select(thing), close(), expand(thing), collapse(thing), startPath(thing), hide(thing), doubt(). */
export class Panel {
  constructor(model, picture, on) {
    Object.assign(this, { model, picture, on });
    this.element = byId("panel");
  }

  fill(...children) {
    this.element.replaceChildren(...children);
    this.element.scrollTop = 0;
  }

  // ---------------------------------------------------------------- what is chosen

  /** Nothing is chosen: what this is, and where to begin. */
  overview(leftOut) {
    const { model, picture } = this;
    const best = [...picture.things].sort((a, b) => picture.degree(b) - picture.degree(a) || a - b).slice(0, 12);
    const whole = `${counted(model.size, "thing")} and ${counted(model.factCount, "statement")} from ${counted(model.documents.length, "document")}`;
    const shown = picture.things.length < model.size ? ` The picture shows ${picture.things.length.toLocaleString("en")} of them; the rest comes by search and by opening things.` : "";
    const more = leftOut ? ` ${counted(leftOut, "more thing")} of the graph stayed out of this file.` : "";
    this.fill(
      html("h2", { text: "About this graph" }),
      html("p", { text: `${whole}.${shown}${more}` }),
      html("ul", { class: "hints" },
        html("li", { text: "Select a thing or a line to read the sentences behind it." }),
        html("li", { text: "Double-click a thing, or press E, to bring in what it is joined with." }),
        html("li", { text: "“Path from here” draws how two things hang together." })),
      html("h3", { text: "Best connected" }),
      html("ul", { class: "things" }, ...best.map((thing) => html("li", {}, this.#link(thing), html("span", { class: "count", text: counted(picture.degree(thing), "fact") })))),
    );
  }

  /** A thing: its names, its facts, their sentences. */
  thing(thing) {
    const { model } = this;
    const facts = this.#inOrder(thing);
    const others = model.names[thing].slice(1, 12);
    this.fill(
      this.#close(),
      html("h2", { text: brief(model.things.label[thing], 300), dir: "auto" }),
      html("p", { class: "about" }, glyph(model.classes[model.things.class[thing]]), `${model.classes[model.things.class[thing]].name} · ${counted(facts.length, "statement")}`),
      ...(others.length ? [html("p", { class: "about", dir: "auto", text: `also: ${brief(others.join(", "), 400)}` })] : []),
      this.#actions(thing),
      ...this.#doubted(thing),
      ...this.#many(facts.map((fact) => () => this.#fact(fact, thing)), FACTS_AT_ONCE),
    );
  }

  /** A line: everything that joins the same two things. */
  fact(fact) {
    const { model } = this;
    const ends = [model.subject[fact], model.object[fact]].sort((a, b) => a - b).join();
    const both = model.visibleFacts(model.subject[fact]).filter((each) => [model.subject[each], model.object[each]].sort((a, b) => a - b).join() === ends);
    const name = (thing) => brief(model.things.label[thing], 150);
    this.fill(
      this.#close(),
      html("h2", { dir: "auto", text: `${name(model.subject[fact])} – ${name(model.object[fact])}` }),
      ...both.map((each) => this.#fact(each, null)),
    );
  }

  /** A path: its facts one after the other. */
  path(start, end, facts) {
    const { model } = this;
    const title = html("h2", { dir: "auto", text: `${brief(model.things.label[start], 150)} → ${brief(model.things.label[end], 150)}` });
    if (!facts) {
      this.fill(this.#close(), title, html("p", { text: "No path joins them with these filters." }));
      return;
    }
    const steps = facts.map((fact) => html("li", {}, this.#fact(fact, null)));
    this.fill(this.#close(), title, html("p", { class: "about", text: `A shortest path: ${counted(facts.length, "step")}` }), html("ol", { class: "steps" }, ...steps));
  }

  // ---------------------------------------------------------------- parts

  #close() {
    return html("button", { type: "button", class: "close", "aria-label": "Close", text: "×", click: () => this.on.close() });
  }

  #actions(thing) {
    const hidden = this.picture.hidden(thing).length;
    const button = (text, action, title) => html("button", { type: "button", text, title, click: action });
    return html("p", { class: "actions" },
      ...(hidden ? [button(hidden > BATCH ? `Open ${BATCH} of ${hidden.toLocaleString("en")}` : `Open ${hidden} more`, () => this.on.expand(thing), "Bring in what it is joined with (E)")] : []),
      ...(this.picture.expanded(thing) ? [button("Fold", () => this.on.collapse(thing), "Take out what it brought in (E)")] : []),
      button("Path from here", () => this.on.startPath(thing), "Choose where it leads next (P)"),
      button("Hide", () => this.on.hide(thing), "Take it out of the picture"));
  }

  /** How much is said of the thing that is no fact and is not shown, and what shows it. */
  #doubted(thing) {
    const { filters, status, factsOf } = this.model;
    const count = factsOf[thing].filter((fact) => !filters.statuses.has(status[fact])).length;
    if (!count || !filters.statuses.has(ASSERTED)) return [];
    return [html("p", { class: "about" }, `${counted(count, "statement")} not stated as fact · `,
      html("button", { type: "button", class: "link", text: "show", "aria-label": "Show what is not stated as fact", click: () => this.on.doubt() }))];
  }

  #link(thing) {
    return html("button", { type: "button", class: "link", dir: "auto", text: brief(this.model.things.label[thing], 120), click: () => this.on.select(thing) });
  }

  /** What the thing does or is first, then what is said of it elsewhere; facts before the rest. */
  #inOrder(thing) {
    const { model } = this;
    const rank = (fact) => (model.status[fact] === ASSERTED ? 0 : 2) + (model.subject[fact] === thing ? 0 : 1);
    return model.visibleFacts(thing).sort((a, b) => rank(a) - rank(b) || a - b);
  }

  /** The first so many, and the others once they are asked for. */
  #many(makers, most) {
    const shown = makers.slice(0, most).map((make) => make());
    if (makers.length <= most) return shown;
    const more = html("button", { type: "button", class: "more", text: `${(makers.length - most).toLocaleString("en")} more` });
    more.addEventListener("click", () => more.replaceWith(...this.#many(makers.slice(most), most * 4)));
    return [...shown, more];
  }

  #fact(fact, about) {
    const { model } = this;
    const heading = html("h3", {}, this.#end(model.subject[fact], fact, about), " ",
      html("span", { class: "relation", text: brief(model.relations[model.relation[fact]].label, 120) }), " ", this.#end(model.object[fact], fact, about));
    const proofs = model.proofs[fact].filter((proof) => model.fits(proof));
    if (model.status[fact] !== ASSERTED) heading.append(html("span", { class: "badge", text: proofs.length ? this.#badge(proofs[0]) : model.statuses[model.status[fact]] }));
    const quotes = this.#many(proofs.map((proof) => () => this.#quote(proof)), SHOWN_AT_ONCE);
    return html("section", { class: "fact" }, heading, ...quotes);
  }

  #end(value, fact, about) {
    if (value < 0) return html("span", { dir: "auto", text: brief(this.model.objectLabel(fact), 300) });
    if (value === about) return html("strong", { dir: "auto", text: brief(this.model.things.label[value], 120) });
    return this.#link(value);
  }

  #badge(proof) {
    const { evidence, statuses } = this.model;
    const status = statuses[evidence.status[proof]];
    if (status === "attributed") return `says ${brief(evidence.qualifier[proof] || "somebody", 80)}`;
    return brief(evidence.qualifier[proof] || status, 80);
  }

  #quote(proof) {
    const { model } = this;
    const { evidence, sentences } = model;
    const text = sentences.text[evidence.sentence[proof]];
    const page = model.documents[sentences.doc[evidence.sentence[proof]]];
    const sentence = html("p", { lang: page.lang, dir: "auto" }, ...marked(text, evidence.marks[proof]));
    const source = html("footer", {}, page.link
      ? html("a", { href: page.link, rel: "noopener noreferrer", target: "_blank", text: brief(page.title, 200) })
      : html("span", { title: brief(page.origin, 200), text: brief(page.title, 200) }));
    const notes = [page.lang, evidence.time[proof] || page.date].filter(Boolean);
    if (evidence.confidence[proof] !== null) notes.push(`confidence ${Math.round(evidence.confidence[proof] * 100)} %`);
    if (notes.length) source.append(` · ${notes.join(" · ")}`);
    if (evidence.status[proof] !== ASSERTED) source.append(html("span", { class: "badge", text: this.#badge(proof) }));
    return html("blockquote", {}, sentence, source);
  }
}

const brief = (text, most) => (text.length > most ? `${text.slice(0, most)}…` : text);

/** A sentence with its words marked; `marks` are starts and ends in turn. A very long one is cut. */
function marked(text, marks) {
  const parts = [];
  let reached = 0;
  for (let at = 0; at < marks.length && marks[at] < LONG; at += 2) {
    parts.push(text.slice(reached, marks[at]), html("mark", { text: text.slice(marks[at], Math.min(marks[at + 1], marks[at] + LONG)) }));
    reached = marks[at + 1];
  }
  return [...parts, brief(text.slice(reached), LONG)];
}

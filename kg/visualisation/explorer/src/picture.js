// What of the graph is in the picture, and where it stands. The first things come with positions; those that come later,
// by expansion, search or path, are placed beside what they are joined with. Knows no page.

import { place } from "./placement.js";
import { ASSERTED } from "./model.js";
import { wrapped } from "./text.js";

export const LINE_HEIGHT = 14;
export const LABEL_GAP = 4;
/** How many things one expansion brings at most. */
export const BATCH = 20;
const FIRST = -1;

export class Picture {
  /** `measure` gives the width of a line of text in pixels. */
  constructor(model, measure) {
    this.model = model;
    this.measure = measure;
    this.at = new Map();
    this.addedBy = new Map();
    this.pins = new Set();
    this.shapes = new Map();
    for (let thing = 0; thing < model.first; thing += 1) {
      this.addedBy.set(thing, FIRST);
      this.at.set(thing, { x: model.things.x[thing], y: model.things.y[thing] });
    }
    this.refilter();
  }

  get shown() {
    return this.addedBy;
  }

  /** The size that a thing and its label take: radius, lines, and the whole box. */
  shape(thing) {
    let shape = this.shapes.get(thing);
    if (!shape) {
      const lines = wrapped(this.model.things.label[thing]);
      const radius = Math.min(6 + 2.4 * Math.sqrt(this.degree(thing)), 22);
      const width = Math.max(...lines.map(this.measure));
      shape = { lines, radius, labelWidth: width, width: Math.max(2.4 * radius, width), height: 2 * radius + LABEL_GAP + LINE_HEIGHT * lines.length };
      this.shapes.set(thing, shape);
    }
    return shape;
  }

  degree(thing) {
    return this.model.factsOf[thing].filter((fact) => this.model.object[fact] >= 0 && this.model.status[fact] === ASSERTED).length;
  }

  // ---------------------------------------------------------------- what is seen

  /** Work out the things and lines that the filters let through. */
  refilter(keep = -1) {
    const { model } = this;
    this.edges = this.#edges();
    const joined = new Set(this.edges.flatMap(({ fact }) => [model.subject[fact], model.object[fact]]));
    const filtered = this.#factsFiltered();
    const seen = (thing) => model.classVisible(thing) && (!filtered || joined.has(thing) || thing === keep);
    this.things = [...this.shown.keys()].filter(seen);
  }

  #factsFiltered() {
    const { statuses, relations, documents, languages, confidence, from, until } = this.model.filters;
    return Boolean(!statuses.has(ASSERTED) || relations.size || documents.size || languages.size || confidence || from || until);
  }

  /** Visible facts between two different things shown; those that share both ends are bent apart: 0, 1, -1, 2 … */
  #edges() {
    const { model } = this;
    const turns = new Map();
    const edges = [];
    for (const thing of this.shown.keys()) {
      for (const fact of model.factsOf[thing]) {
        if (model.subject[fact] === thing && this.#drawn(fact)) edges.push({ fact, bend: 0 });
      }
    }
    edges.sort((a, b) => model.status[a.fact] - model.status[b.fact] || a.fact - b.fact);
    for (const edge of edges) {
      const [s, o] = [model.subject[edge.fact], model.object[edge.fact]];
      const pair = s < o ? `${s} ${o}` : `${o} ${s}`;
      const turn = turns.get(pair) ?? 0;
      turns.set(pair, turn + 1);
      edge.bend = Math.ceil(turn / 2) * (turn % 2 ? -1 : 1) * (s < o ? 1 : -1);
    }
    return edges;
  }

  #drawn(fact) {
    const { model } = this;
    const [s, o] = [model.subject[fact], model.object[fact]];
    return model.visible[fact] && o >= 0 && o !== s && this.shown.has(o) && model.classVisible(s) && model.classVisible(o);
  }

  // ---------------------------------------------------------------- coming and going

  /** Neighbours of a thing that are not in the picture, the best connected first. */
  hidden(thing) {
    return this.model.neighbours(thing).filter((other) => !this.shown.has(other));
  }

  /** Bring a thing's neighbours in, so many at a time. */
  expand(thing, most = BATCH) {
    this.add(thing);
    const coming = this.hidden(thing).slice(0, most);
    for (const other of coming) this.add(other, thing);
    return coming.length;
  }

  /** Put a thing into the picture. */
  add(thing, by = FIRST - 1) {
    if (this.shown.has(thing)) return;
    const anchors = this.model.neighbours(thing).filter((other) => this.at.has(other) && this.shown.has(other));
    const near = this.at.has(by) ? [by] : anchors.slice(0, 3);
    const shape = this.shape(thing);
    this.at.set(thing, this.at.get(thing) ?? this.#toCentre(shape, place(shape, near.map((each) => this.#box(each)), this.#boxes())));
    this.addedBy.set(thing, by);
  }

  /** Where no facts are to be seen: bring in what the statements that are none tell of. */
  bringUnasserted(most = 2 * BATCH) {
    const { model } = this;
    const joining = model.subject.flatMap((one, fact) => (model.visible[fact] && model.object[fact] >= 0 ? [[one, model.object[fact]]] : []));
    for (const thing of new Set(joining.flat())) {
      if (this.shown.size >= model.first + most) return;
      if (model.classVisible(thing)) this.add(thing);
    }
  }

  /** Let a thing stand where somebody has put it, in whole pixels, as the address tells it. */
  pin(thing, { x, y }) {
    this.at.set(thing, { x: Math.round(x), y: Math.round(y) });
    this.pins.add(thing);
  }

  /** Things that somebody has put where they stand: [thing, { x, y }]. */
  pinned() {
    return [...this.pins].filter((thing) => this.at.has(thing)).map((thing) => [thing, this.at.get(thing)]);
  }

  /** Whether an expansion of this thing brought others in. */
  expanded(thing) {
    return [...this.addedBy.values()].includes(thing);
  }

  /** Take out what expanding a thing brought in, and what those brought. */
  collapse(thing) {
    for (const [other, by] of [...this.addedBy]) {
      if (by === thing) {
        this.addedBy.delete(other);
        this.at.delete(other);
        this.pins.delete(other);
        this.collapse(other);
      }
    }
  }

  /** How many things each expansion brought, in order: what an address needs to tell it again. */
  expansions() {
    const counts = new Map();
    for (const [thing, by] of this.addedBy) {
      if (by >= 0) counts.set(by, (counts.get(by) ?? 0) + 1);
      else if (by < FIRST) counts.set(thing, counts.get(thing) ?? 0);
    }
    return [...counts];
  }

  #boxes() {
    return [...this.shown.keys()].map((thing) => this.#box(thing));
  }

  #box(thing) {
    const { width, height, radius } = this.shape(thing);
    const { x, y } = this.at.get(thing);
    return { x, y: y - radius + height / 2, width, height };
  }

  #toCentre({ height, radius }, { x, y }) {
    return { x, y: y - height / 2 + radius };
  }

  /** The rectangle that things take: { left, top, right, bottom }. */
  frame(things = this.things) {
    const boxes = things.map((thing) => this.#box(thing));
    return {
      left: Math.min(...boxes.map((box) => box.x - box.width / 2), Infinity),
      right: Math.max(...boxes.map((box) => box.x + box.width / 2), -Infinity),
      top: Math.min(...boxes.map((box) => box.y - box.height / 2), Infinity),
      bottom: Math.max(...boxes.map((box) => box.y + box.height / 2), -Infinity),
    };
  }
}

// The graph of the page: things, facts and their evidence by number; filters, search and paths. Pure.
//
// Facts are numbered; `subject[f]` and `object[f]` are numbers of things, the latter negative where the object is a text:
// -1 - its place in `texts`. Evidence of a fact is `proofs[f]`, a list of places in the columns of `evidence`.

import { folded } from "./text.js";

export const ASSERTED = 0;
const MANY_PATHS = 200_000;

export class Model {
  constructor(raw) {
    Object.assign(this, raw.head);
    this.things = raw.things;
    this.size = raw.things.label.length;
    ({ s: this.subject, p: this.relation, o: this.object, status: this.status } = raw.facts);
    this.factCount = this.subject.length;
    this.evidence = raw.evidence;
    this.sentences = raw.sentences;
    this.#index();
    this.names = raw.things.label.map((label, i) => [...new Set([label, ...(raw.things.names[i] ?? [])])]);
    this.plain = this.names.map((names) => names.map(folded));
    this.visible = new Uint8Array(this.factCount);
    this.filters = {
      classes: new Set(), relations: new Set(), documents: new Set(), languages: new Set(), // hidden ones
      statuses: new Set([ASSERTED]), // shown ones
      confidence: 0, from: "", until: "",
    };
    this.refilter();
  }

  /** For each thing the facts that it takes part in; for each fact its evidence. */
  #index() {
    this.factsOf = Array.from({ length: this.size }, () => []);
    for (let f = 0; f < this.factCount; f += 1) {
      this.factsOf[this.subject[f]].push(f);
      if (this.object[f] >= 0 && this.object[f] !== this.subject[f]) this.factsOf[this.object[f]].push(f);
    }
    this.proofs = Array.from({ length: this.factCount }, () => []);
    this.evidence.fact.forEach((fact, place) => this.proofs[fact].push(place));
  }

  // ---------------------------------------------------------------- filters

  /** Work out which facts the filters let through. */
  refilter() {
    const { relations, statuses, documents, languages, confidence, from, until } = this.filters;
    const all = !documents.size && !languages.size && !confidence && !from && !until;
    for (let f = 0; f < this.factCount; f += 1) {
      const through = statuses.has(this.status[f]) && !relations.has(this.relation[f]);
      this.visible[f] = through && (all || this.proofs[f].some((proof) => this.fits(proof))) ? 1 : 0;
    }
  }

  /** Whether evidence is of the documents, languages, times and confidence wanted. */
  fits(proof) {
    const { documents, languages, confidence, from, until } = this.filters;
    const page = this.sentences.doc[this.evidence.sentence[proof]];
    if (documents.has(page) || languages.has(this.documents[page].lang)) return false;
    if (confidence && (this.evidence.confidence[proof] ?? 1) < confidence) return false;
    if (!from && !until) return true;
    const time = this.timeOf(proof);
    return Boolean(time) && (!from || time.slice(0, from.length) >= from) && (!until || time.slice(0, until.length) <= until);
  }

  /** When it was, as the sentence says, or else when its document appeared; "" where neither is known. */
  timeOf(proof) {
    return this.evidence.time[proof] || this.documents[this.sentences.doc[this.evidence.sentence[proof]]].date;
  }

  classVisible(thing) {
    return !this.filters.classes.has(this.things.class[thing]);
  }

  /** The other end of a fact, or -1 where it is a text. */
  otherEnd(fact, thing) {
    return this.subject[fact] === thing ? this.object[fact] : this.subject[fact];
  }

  /** Facts of a thing that the filters let through. */
  visibleFacts(thing) {
    return this.factsOf[thing].filter((fact) => this.visible[fact]);
  }

  /** Things one visible fact away, the best connected first. */
  neighbours(thing) {
    const found = new Set();
    for (const fact of this.factsOf[thing]) {
      const other = this.visible[fact] ? this.otherEnd(fact, thing) : -1;
      if (other >= 0 && other !== thing && this.classVisible(other)) found.add(other);
    }
    return [...found].sort((a, b) => this.factsOf[b].length - this.factsOf[a].length || a - b);
  }

  // ---------------------------------------------------------------- search

  /** Things by name in any language, best first: { thing, name }. */
  find(text, limit = 12) {
    const words = folded(text.trim());
    const found = [];
    if (!words) return found;
    for (let thing = 0; thing < this.size; thing += 1) {
      const best = this.#bestName(thing, words);
      if (best) found.push(best);
    }
    const facts = (each) => this.factsOf[each.thing].length;
    found.sort((a, b) => a.rank - b.rank || facts(b) - facts(a) || a.thing - b.thing);
    return found.slice(0, limit);
  }

  #bestName(thing, words) {
    let best = null;
    for (let at = 0; at < this.plain[thing].length; at += 1) {
      const rank = fit(this.plain[thing][at], words);
      if (rank !== null && (!best || rank < best.rank)) best = { thing, name: this.names[thing][at], rank };
    }
    return best;
  }

  // ---------------------------------------------------------------- paths

  /** The facts of a shortest path between two things over visible facts, in order; null where there is none.
   *
   * That two things are of a kind joins them only where nothing else does.
   */
  path(start, end) {
    return this.#search(start, end, this.kindRelation) ?? this.#search(start, end, -1);
  }

  #search(start, end, skipped) {
    const cameBy = new Map([[start, -1]]);
    const front = [start];
    for (let at = 0; at < front.length && at < MANY_PATHS && !cameBy.has(end); at += 1) {
      for (const fact of this.factsOf[front[at]]) {
        if (!this.visible[fact] || this.relation[fact] === skipped) continue;
        const other = this.otherEnd(fact, front[at]);
        if (other < 0 || cameBy.has(other) || !this.classVisible(other)) continue;
        cameBy.set(other, fact);
        front.push(other);
      }
    }
    if (!cameBy.has(end)) return null;
    const facts = [];
    for (let node = end; node !== start; node = this.otherEnd(facts[0], node)) facts.unshift(cameBy.get(node));
    return facts;
  }

  // ---------------------------------------------------------------- names

  objectLabel(fact) {
    const value = this.object[fact];
    return value >= 0 ? this.things.label[value] : this.texts[-1 - value][0];
  }

  /** The short name of a thing, for addresses: its IRI less what all have in common. */
  key(thing) {
    return this.things.iri[thing];
  }

  iri(thing) {
    return this.things.base[this.things.prefix[thing]] + this.things.iri[thing];
  }

  /** The thing with this short name, or -1. */
  byKey(key) {
    this.keys ??= new Map(this.things.iri.map((iri, thing) => [iri, thing]));
    return this.keys.get(key) ?? -1;
  }
}

/** How well a name fits: 0 the whole name, 1 its beginning, 2 a word's beginning, 3 a part; null where it does not. */
function fit(name, words) {
  const at = name.indexOf(words);
  if (at < 0) return null;
  if (at === 0) return name.length === words.length ? 0 : 1;
  return name.includes(` ${words}`) || name.includes(`-${words}`) ? 2 : 3;
}

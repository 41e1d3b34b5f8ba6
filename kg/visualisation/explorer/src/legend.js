// The legend, which is the filters too: classes, relations, how things are stated, documents, languages, time, confidence.

import { byId, glyph, html } from "./dom.js";
import { ASSERTED } from "./model.js";

const STATUS_WORDS = { asserted: "stated as fact", negated: "denied", hedged: "possible, planned or unclear", attributed: "somebody’s claim" };

/** `changed` is called after each change. */
export class Legend {
  constructor(model, changed) {
    Object.assign(this, { model, changed, boxes: new Map() });
    const { filters } = model;
    this.#group("classes", model.classes.map((each, place) => ({ id: place, label: each.name, mark: glyph(each), count: this.#count(model.things.class, place) })).filter((row) => row.count), filters.classes);
    this.#statuses();
    this.#group("relations", this.#relations(), filters.relations, true);
    this.#group("documents", model.documents.map((each, place) => ({ id: place, label: each.title, count: this.#documentCount(place) })), filters.documents, true);
    const languages = [...new Set(model.documents.map((each) => each.lang).filter(Boolean))].sort();
    this.#group("languages", languages.map((id) => ({ id, label: languageName(id) })), filters.languages);
    byId("languageGroup").hidden = languages.length < 2;
    byId("documentGroup").hidden = model.documents.length < 2;
    this.#times();
    this.#confidence();
  }

  #count(column, value) {
    return column.reduce((sum, each) => sum + (each === value), 0);
  }

  #documentCount(place) {
    this.perDocument ??= this.model.evidence.sentence.reduce((counts, sentence) => {
      const page = this.model.sentences.doc[sentence];
      return counts.set(page, (counts.get(page) ?? 0) + 1);
    }, new Map());
    return this.perDocument.get(place) ?? 0;
  }

  #relations() {
    const { model } = this;
    const counts = new Array(model.relations.length).fill(0);
    for (let fact = 0; fact < model.factCount; fact += 1) counts[model.relation[fact]] += Number(model.object[fact] >= 0);
    const rows = model.relations.map(({ label }, id) => ({ id, label, count: counts[id] })).filter((row) => row.count);
    return rows.sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  }

  /** Check boxes for values; those unchecked are in `hidden`. */
  #group(name, rows, hidden, all = false) {
    const list = byId(name);
    for (const { id, label, mark, count } of rows) {
      const box = html("input", { type: "checkbox" });
      box.checked = true;
      box.addEventListener("change", () => {
        if (box.checked) hidden.delete(id);
        else hidden.add(id);
        this.changed();
      });
      this.boxes.set(box, { id, hidden });
      const tally = count === undefined ? [] : [html("span", { class: "count", text: count.toLocaleString("en") })];
      list.append(html("label", { class: "check" }, box, ...(mark ? [mark] : []), html("span", { class: "name", dir: "auto", text: label.slice(0, 120) }), ...tally));
    }
    if (all) this.#allOrNone(list, rows, hidden);
  }

  #allOrNone(list, rows, hidden) {
    const set = (on) => {
      for (const { id } of rows) if (on) hidden.delete(id); else hidden.add(id);
      this.sync();
      this.changed();
    };
    list.before(html("p", { class: "both" },
      html("button", { type: "button", class: "link", text: "all", click: () => set(true) }), " · ",
      html("button", { type: "button", class: "link", text: "none", click: () => set(false) })));
  }

  #statuses() {
    const { model } = this;
    model.statuses.forEach((status, id) => {
      const count = this.#count(model.status, id);
      if (!count) return;
      const box = html("input", { type: "checkbox" });
      box.addEventListener("change", () => {
        if (box.checked) model.filters.statuses.add(id);
        else model.filters.statuses.delete(id);
        this.changed();
      });
      this.boxes.set(box, { id, shown: model.filters.statuses });
      const line = html("span", { class: id === ASSERTED ? "line" : "line dashed" });
      byId("statuses").append(html("label", { class: "check" }, box, line, html("span", { class: "name", text: STATUS_WORDS[status] ?? status }), html("span", { class: "count", text: count.toLocaleString("en") })));
    });
  }

  #times() {
    const { model } = this;
    const times = new Set(model.documents.map((each) => each.date).concat(model.evidence.time).filter(Boolean));
    const years = [...new Set([...times].map((time) => time.slice(0, 4)))].filter((year) => /^\d{4}$/.test(year)).sort();
    byId("timeGroup").hidden = years.length < 2;
    for (const id of ["from", "until"]) {
      const choice = byId(id);
      choice.append(html("option", { value: "", text: "any" }), ...years.map((year) => html("option", { value: year, text: year })));
      choice.addEventListener("change", () => {
        model.filters[id] = choice.value;
        this.changed();
      });
    }
  }

  #confidence() {
    const { model } = this;
    const range = byId("confidence");
    const known = model.evidence.confidence.filter((each) => each !== null);
    byId("confidenceGroup").hidden = new Set(known).size < 2;
    range.addEventListener("input", () => {
      model.filters.confidence = Number(range.value) / 100;
      this.#tell();
      this.changed();
    });
  }

  #tell() {
    const { confidence } = this.model.filters;
    byId("confidenceValue").textContent = confidence ? `at least ${Math.round(confidence * 100)} %` : "any";
  }

  /** Show what the filters are, after they were set elsewhere. */
  sync() {
    const { filters } = this.model;
    for (const [box, { id, hidden, shown }] of this.boxes) box.checked = shown ? shown.has(id) : !hidden.has(id);
    byId("from").value = filters.from;
    byId("until").value = filters.until;
    byId("confidence").value = String(Math.round(filters.confidence * 100));
    this.#tell();
  }
}

function languageName(code) {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

// The search box: a combobox over the names of all things, by https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.

import { byId, glyph, html, say } from "./dom.js";
import { counted } from "./text.js";

/** `choose` is called with the thing chosen. */
export class Search {
  constructor(model, choose) {
    Object.assign(this, { model, choose, found: [], active: 0 });
    this.input = byId("search");
    this.list = byId("results");
    this.input.addEventListener("input", () => this.#look());
    this.input.addEventListener("focus", () => this.input.value.trim() && this.#look());
    this.input.addEventListener("blur", () => this.#open(false));
    this.input.addEventListener("keydown", (event) => this.#key(event));
  }

  focus() {
    this.input.focus();
    this.input.select();
  }

  #look() {
    this.found = this.model.find(this.input.value);
    this.active = 0;
    this.list.replaceChildren(...this.found.map((each, at) => this.#row(each, at)));
    const asked = Boolean(this.input.value.trim());
    if (asked && !this.found.length) this.list.append(html("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", text: "Nothing is called so" }));
    this.#open(asked);
    if (asked) say(counted(this.found.length, "result"));
  }

  #row({ thing, name }, at) {
    const { model } = this;
    const label = model.things.label[thing];
    const row = html("li", { id: `result-${at}`, role: "option", "aria-selected": String(at === this.active) },
      glyph(model.classes[model.things.class[thing]]), html("span", { class: "name", dir: "auto", text: label.slice(0, 120) }));
    if (name !== label) row.append(html("span", { class: "count", dir: "auto", text: name.slice(0, 80) }));
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.#take(at);
    });
    return row;
  }

  #open(open) {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    if (open && this.found.length) this.input.setAttribute("aria-activedescendant", `result-${this.active}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  #move(step) {
    if (!this.found.length) return;
    this.active = (this.active + step + this.found.length) % this.found.length;
    [...this.list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === this.active)));
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
    this.#open(true);
  }

  #take(at) {
    if (!this.found[at]) return;
    this.#open(false);
    this.choose(this.found[at].thing);
  }

  #key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.#move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") this.#take(this.active);
    else if (event.key === "Escape") {
      event.stopPropagation();
      if (this.list.hidden) this.input.value = "";
      this.#open(false);
    }
  }
}

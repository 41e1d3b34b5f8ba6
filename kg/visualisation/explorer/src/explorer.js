// The explorer: what is chosen and shown, and how it changes. Starts when the page is there.

import { read, written } from "./address.js";
import { load } from "./data.js";
import { byId, say } from "./dom.js";
import { savePng, saveSvg, saveTurtle } from "./files.js";
import { listenToKeys } from "./keys.js";
import { Legend } from "./legend.js";
import { ASSERTED, Model } from "./model.js";
import { FONT } from "./paint.js";
import { Panel } from "./panel.js";
import { Picture } from "./picture.js";
import { FONT_SIZE } from "./scene.js";
import { Search } from "./search.js";
import { SigmaStage, SvgStage, hasWebGL } from "./stage.js";
import { counted } from "./text.js";

const NONE = -1;

class Explorer {
  constructor(model) {
    this.model = model;
    this.picture = new Picture(model, measurer());
    this.chosen = { selected: NONE, fact: NONE, path: null, pathFacts: null };
    this.focused = NONE;
    this.hovered = { thing: NONE, fact: NONE };
    this.pathFrom = NONE;
    this.hidden = new Set();
    this.theme = "";
    const on = {
      select: (thing) => this.select(thing), selectFact: (fact) => this.selectFact(fact), clear: () => this.clear(),
      open: (thing) => this.toggle(thing), hover: (thing, fact) => this.hover(thing, fact), dropped: () => this.writeAddress(),
    };
    const Stage = hasWebGL() ? SigmaStage : SvgStage;
    this.stage = new Stage(byId("stage"), this.picture, () => this.look(), on);
    this.panel = new Panel(model, this.picture, {
      select: (thing) => this.select(thing), close: () => this.clear(), expand: (thing) => this.expand(thing),
      collapse: (thing) => this.collapse(thing), doubt: () => this.doubt(), startPath: (thing) => this.startPath(thing), hide: (thing) => this.hide(thing),
    });
    this.legend = new Legend(model, () => this.filter());
    this.search = new Search(model, (thing) => {
      this.select(thing);
      byId("stage").focus();
    });
  }

  /** What of the scene stands out. */
  look() {
    const { model } = this;
    const { selected, fact, pathFacts } = this.chosen;
    const facts = pathFacts ?? (fact >= 0 ? [fact] : null);
    const hovered = this.hovered.thing >= 0 ? this.hovered.thing : NONE;
    const base = { selected, focused: this.focused, hoveredFact: this.hovered.fact, lit: null, litFacts: null };
    if (facts) return { ...base, litFacts: new Set(facts), lit: new Set(facts.flatMap((each) => [model.subject[each], model.object[each]])) };
    const centre = hovered >= 0 ? hovered : selected;
    if (centre < 0) return base;
    const around = this.picture.edges.filter((edge) => [model.subject[edge.fact], model.object[edge.fact]].includes(centre));
    const lit = new Set([centre, ...around.flatMap((edge) => [model.subject[edge.fact], model.object[edge.fact]])]);
    return { ...base, focused: hovered >= 0 ? hovered : this.focused, lit, litFacts: new Set(around.map((edge) => edge.fact)) };
  }

  // ---------------------------------------------------------------- choosing

  select(thing) {
    if (this.pathFrom >= 0 && this.pathFrom !== thing) {
      this.showPath(this.pathFrom, thing);
      return;
    }
    this.bring(thing);
    this.choose({ selected: thing });
    this.focused = thing;
    this.stage.reveal(thing);
    say(this.described(thing));
  }

  /** Put a thing into the picture, with a few neighbours where it would stand alone. */
  bring(thing) {
    this.hidden.delete(thing);
    if (this.picture.shown.has(thing)) return;
    this.picture.add(thing);
    if (!this.model.neighbours(thing).some((other) => this.picture.shown.has(other))) this.picture.expand(thing, 8);
  }

  selectFact(fact) {
    if (this.pathFrom < 0) this.choose({ fact });
  }

  clear() {
    this.stopPath();
    this.choose({});
  }

  choose({ selected = NONE, fact = NONE, path = null, pathFacts = null }) {
    this.chosen = { selected, fact, path, pathFacts };
    document.body.classList.toggle("chosen", selected >= 0 || fact >= 0 || Boolean(path));
    this.refresh();
  }

  hover(thing, fact) {
    this.hovered = { thing, fact };
    this.stage.recolour();
  }

  focus(thing) {
    this.focused = thing;
    this.stage.recolour();
    this.stage.reveal(thing);
    say(this.described(thing));
  }

  described(thing) {
    const { model, picture } = this;
    const hidden = picture.hidden(thing).length;
    const more = hidden ? `, ${hidden} not in the picture` : "";
    return `${model.things.label[thing].slice(0, 200)}, ${model.classes[model.things.class[thing]].name}, ${counted(model.visibleFacts(thing).length, "statement")}${more}`;
  }

  // ---------------------------------------------------------------- paths

  startPath(thing) {
    this.pathFrom = thing;
    byId("task").hidden = false;
    byId("taskText").textContent = `Path from ${this.model.things.label[thing].slice(0, 60)}: choose its other end in the picture, or search for it.`;
    say(byId("taskText").textContent);
  }

  stopPath() {
    this.pathFrom = NONE;
    byId("task").hidden = true;
  }

  showPath(start, end) {
    this.stopPath();
    const facts = this.model.path(start, end);
    for (const fact of facts ?? []) {
      for (const thing of [this.model.subject[fact], this.model.object[fact]]) {
        this.hidden.delete(thing);
        this.picture.add(thing);
      }
    }
    this.choose({ path: [start, end], pathFacts: facts });
    if (facts?.length) this.stage.fit(facts.flatMap((fact) => [this.model.subject[fact], this.model.object[fact]]));
    say(facts ? `A path of ${counted(facts.length, "step")}` : "No path joins them with these filters");
  }

  // ---------------------------------------------------------------- coming and going

  expand(thing) {
    const came = this.picture.expand(thing);
    this.refresh();
    if (came) this.stage.fit([thing, ...this.model.neighbours(thing).filter((other) => this.picture.things.includes(other))]);
    say(`${counted(came, "thing")} came in`);
  }

  collapse(thing) {
    this.picture.collapse(thing);
    this.refresh();
    say("folded");
  }

  toggle(thing) {
    if (this.picture.hidden(thing).length) this.expand(thing);
    else if (this.picture.expanded(thing)) this.collapse(thing);
    else say("Everything it is joined with is in the picture");
  }

  hide(thing) {
    this.picture.collapse(thing);
    this.picture.addedBy.delete(thing);
    this.hidden.add(thing);
    this.choose({});
  }

  /** Show what is denied, possible or somebody's claim too. */
  doubt() {
    const { filters, statuses } = this.model;
    for (const status of statuses.keys()) filters.statuses.add(status);
    this.legend.sync();
    this.filter();
  }

  filter() {
    this.model.refilter();
    if (!this.model.filters.statuses.has(ASSERTED)) this.picture.bringUnasserted();
    if (this.chosen.path) {
      this.showPath(...this.chosen.path);
      return;
    }
    if (this.chosen.fact >= 0 && !this.model.visible[this.chosen.fact]) this.choose({});
    else this.refresh();
    say(`${counted(this.picture.things.length, "thing")} shown`);
  }

  // ---------------------------------------------------------------- the page

  /** Bring picture, panel and address up to what is chosen. */
  refresh() {
    const { selected, fact, path, pathFacts } = this.chosen;
    this.picture.refilter(selected);
    if (!this.picture.things.includes(this.focused)) this.focused = NONE;
    this.stage.show();
    if (path) this.panel.path(...path, pathFacts);
    else if (fact >= 0) this.panel.fact(fact);
    else if (selected >= 0) this.panel.thing(selected);
    else this.panel.overview(this.model.leftOut);
    this.writeAddress();
  }

  writeAddress() {
    const state = { ...this.chosen, expansions: this.picture.expansions(), pinned: this.picture.pinned(), hidden: [...this.hidden], theme: this.theme };
    const fragment = written(this.model, state);
    this.fragment = fragment;
    history.replaceState(null, "", `#${fragment}`);
  }

  readAddress() {
    const state = read(this.model, location.hash);
    this.applyTheme(state.theme);
    for (const [thing, at] of state.pinned) this.picture.pin(thing, at);
    this.picture.refilter();
    if (!this.model.filters.statuses.has(ASSERTED)) this.picture.bringUnasserted();
    for (const thing of state.hidden) {
      this.hidden.add(thing);
      this.picture.addedBy.delete(thing);
    }
    for (const [thing, count] of state.expansions) {
      this.picture.add(thing);
      this.picture.expand(thing, count);
    }
    this.legend.sync();
    this.stage.fit();
    if (state.path) this.showPath(...state.path);
    else if (state.fact >= 0) this.choose({ fact: state.fact });
    else if (state.selected >= 0) this.select(state.selected);
    else this.choose({});
  }

  applyTheme(theme) {
    this.theme = theme;
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    this.stage.takeColours();
  }

  turn() {
    const { theme } = document.documentElement.dataset;
    const dark = theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    this.applyTheme(dark ? "light" : "dark");
    this.stage.show();
    this.writeAddress();
  }

  /** The facts that are chosen: the path, the line, the thing's; without a choice those in the picture. */
  chosenFacts() {
    const { selected, fact, pathFacts } = this.chosen;
    if (pathFacts) return pathFacts;
    if (fact >= 0) return [fact];
    return selected >= 0 ? this.model.visibleFacts(selected) : this.picture.edges.map((edge) => edge.fact);
  }

  listen() {
    const press = (id, action) => byId(id).addEventListener("click", action);
    press("in", () => this.stage.zoom(1.3));
    press("out", () => this.stage.zoom(1 / 1.3));
    press("fit", () => this.stage.fit());
    press("theme", () => this.turn());
    press("stopPath", () => this.stopPath());
    press("png", () => savePng(this.stage, this.picture, this.look()));
    press("svg", () => saveSvg(this.stage, this.picture, this.look(), this.model.title));
    press("ttl", () => saveTurtle(this.model, this.chosenFacts()));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.stage.takeColours();
      this.stage.show();
    });
    new ResizeObserver(() => this.stage.resize()).observe(byId("stage"));
    addEventListener("hashchange", () => location.hash.slice(1) !== this.fragment && location.reload());
    listenToKeys(this);
  }
}

function measurer() {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${FONT_SIZE}px ${FONT}`;
  return (text) => context.measureText(text).width;
}

async function start() {
  const { classList } = document.documentElement;
  classList.add("live");
  if (innerWidth < 760) byId("legend").open = false;
  const model = new Model(await load(byId("data")));
  const explorer = new Explorer(model);
  if (!location.hash && model.start) history.replaceState(null, "", `#${model.start}`);
  explorer.stage.hold(() => explorer.readAddress());
  explorer.listen();
  requestAnimationFrame(() => {
    performance.mark("drawn");
    classList.add("ready");
  });
  say(`${counted(model.size, "thing")}, ${counted(model.factCount, "statement")}`);
}

start().catch((error) => {
  document.documentElement.classList.remove("live"); // the still picture serves
  throw error;
});

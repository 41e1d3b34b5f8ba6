import assert from "node:assert/strict";
import { test } from "node:test";

import { read, written } from "../src/address.js";
import { Model } from "../src/model.js";
import { Picture } from "../src/picture.js";
import { place } from "../src/placement.js";
import { folded, wrapped } from "../src/text.js";
import { turtle } from "../src/turtle.js";
import { raw } from "./graph.js";

const model = () => new Model(raw());
const labels = (graph, facts) => facts?.map((fact) => graph.relations[graph.relation[fact]].label);

test("names are found without accents, the whole name before its parts", () => {
  assert.deepEqual(model().find("oystein").map(({ thing }) => thing), [3]);
  assert.deepEqual(model().find("selsk").map(({ thing, name }) => [thing, name]), [[4, "selskap"]]);
  assert.deepEqual(model().find("  "), []);
});

test("a path goes by kinds only where nothing else joins", () => {
  const graph = model();
  assert.deepEqual(labels(graph, graph.path(0, 3)), ["left", "acquired", "hired"]);
  graph.filters.relations.add(1);
  graph.refilter();
  assert.deepEqual(labels(graph, graph.path(0, 3)), ["left", "isA", "isA", "hired"]);
});

test("a path that filters cut is none", () => {
  const graph = model();
  assert.equal(graph.path(0, 5), null);
  graph.filters.classes.add(1);
  assert.equal(graph.path(0, 3), null);
});

test("statements that are no facts are seen when asked for", () => {
  const graph = model();
  assert.equal(graph.visibleFacts(0).length, 2);
  graph.filters.statuses.add(1);
  graph.refilter();
  assert.equal(graph.visibleFacts(0).length, 3);
});

test("evidence is filtered by language, confidence and time", () => {
  const graph = model();
  const through = (change) => {
    Object.assign(graph.filters, { confidence: 0, from: "", until: "" }, change);
    graph.refilter();
    return [...graph.visible].flatMap((seen, fact) => (seen ? [fact] : []));
  };
  assert.deepEqual(through({ confidence: 0.6 }), [0, 4]);
  assert.deepEqual(through({ from: "2024" }), [1]);
  assert.deepEqual(through({ until: "2023" }), [0]);
  graph.filters.languages.add("en");
  assert.deepEqual(through({}), [0, 4]);
});

test("the picture opens and folds what a thing is joined with", () => {
  const picture = new Picture(model(), (text) => 6 * text.length);
  assert.deepEqual(picture.things, [0, 1]);
  assert.equal(picture.expand(1), 2);
  picture.refilter();
  assert.deepEqual([...picture.things].sort(), [0, 1, 2, 4]);
  assert.equal(picture.edges.length, 4);
  picture.collapse(1);
  picture.refilter();
  assert.deepEqual(picture.things, [0, 1]);
});

test("what comes in covers nothing and always stands in the same place", () => {
  const taken = Array.from({ length: 40 }, (_, at) => ({ x: (at % 8) * 60, y: Math.floor(at / 8) * 40, width: 50, height: 30 }));
  const box = { width: 80, height: 40 };
  const at = place(box, [taken[17]], taken);
  assert.deepEqual(place(box, [taken[17]], taken), at);
  for (const other of taken) assert.ok(Math.abs(at.x - other.x) >= 65 || Math.abs(at.y - other.y) >= 35);
});

test("an address brings back what it was written from", () => {
  const graph = model();
  graph.filters.relations.add(2);
  Object.assign(graph.filters, { confidence: 0.5, from: "2023" });
  const state = { selected: 3, fact: 1, path: [0, 3], expansions: [[1, 2]], pinned: [[2, { x: 7, y: -3 }]], hidden: [4], theme: "dark" };
  const fresh = model();
  assert.deepEqual(read(fresh, `#${written(graph, state)}`), state);
  assert.deepEqual(fresh.filters, graph.filters);
});

test("Turtle escapes texts and names what it can", () => {
  const text = turtle(model(), [0, 4, 6]);
  assert.match(text, /^@prefix ent: <https:\/\/kg\.example\/entity\/> \./);
  assert.match(text, /ent:Ann_Lee a kg:Person ;/);
  assert.match(text, /kg:jobTitle "the \\"chief\\"\\n"@en/);
  assert.match(text, /kg:hired <https:\/\/kg\.example\/entity\/%C3%98ystein>/);
});

test("labels are folded and wrapped as they are in still pictures", () => {
  assert.equal(folded("Ærø Straße"), "aero strasse");
  assert.deepEqual(wrapped("leader of generative work"), ["leader of generative", "work"]);
  assert.deepEqual(wrapped("a label that goes on and on and on and will not end"), ["a label that goes on", "and on and on and…"]);
  assert.deepEqual(wrapped("konepellinasennustarvikeluettelo"), ["konepellinasennustarvik…"]);
});

// The picture as it meets the eye: things, lines and labels in pixels of the screen, each label where it covers nothing.
// What draws it (WebGL with a canvas above, SVG, a file) takes it from here. Knows no page.

import { ASSERTED } from "./model.js";
import { LABEL_GAP, LINE_HEIGHT } from "./picture.js";

export const FONT_SIZE = 12;
export const SMALL = 11;
const BEND = 26;
const ARROW = 8;
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
/** Kinds of things that are nobody in particular: their labels wait. */
const COMMON = new Set(["Concept", "Quantity", "Other"]);
const FEW = 220;
/** Pixels between two points of a line that labels keep off, and how many points a line has at most. */
const [STRIDE, MOST_POINTS] = [12, 60];

/** How large things are drawn at a zoom, against their own size. */
export const scaleAt = (zoom) => Math.min(1.6, Math.max(0.45, zoom));
/** How far the control point of a bent line stands aside, in pixels for each step. */
export const bendAt = (zoom) => 2 * BEND * Math.min(1, zoom);

/** `look` says what is selected, focused and lit; `project` gives a thing's place on the screen, of which `frame` is seen. */
export function compose(picture, look, project, zoom, frame = null) {
  const { nodes, edges } = unlabelled(picture, look, project, zoom);
  const taken = nodes.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
  const labels = placeLabels(picture, nodes, taken, frame, pointsOf(edges));
  return { nodes, edges, labels, edgeLabels: placeEdgeLabels(picture, edges, taken, zoom) };
}

/** The same without labels, whose places cost most. */
export function unlabelled(picture, look, project, zoom) {
  const nodes = new Map(picture.things.map((thing) => [thing, nodeOf(picture, look, project(thing), zoom, thing)]));
  const edges = picture.edges.map((edge) => edgeOf(picture.model, look, nodes, edge, zoom)).filter(Boolean);
  return { nodes: [...nodes.values()], edges };
}

function nodeOf(picture, look, [x, y], zoom, thing) {
  const { model } = picture;
  return {
    thing, x, y,
    r: picture.shape(thing).radius * scaleAt(zoom),
    class: model.classes[model.things.class[thing]],
    selected: look.selected === thing,
    focused: look.focused === thing,
    dim: Boolean(look.lit) && !look.lit.has(thing),
  };
}

function edgeOf(model, look, nodes, { fact, bend }, zoom) {
  const [a, b] = [nodes.get(model.subject[fact]), nodes.get(model.object[fact])];
  if (!a || !b) return null;
  const lit = look.litFacts ? look.litFacts.has(fact) : look.hoveredFact === fact;
  return {
    fact, lit, bend,
    dim: Boolean(look.lit) && !lit,
    dashed: model.status[fact] !== ASSERTED,
    label: model.relations[model.relation[fact]].label,
    ...curve(a, b, bend * bendAt(zoom)),
  };
}

/** From rim to rim, with room for the arrow's head; `aside` is how far the control point stands off. */
function curve(a, b, aside) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const control = [(a.x + b.x) / 2 - (dy / length) * aside, (a.y + b.y) / 2 + (dx / length) * aside];
  const whole = [[a.x, a.y], control, [b.x, b.y]];
  const first = Math.min(0.45, (a.r + 1) / length);
  const last = Math.max(0.55, 1 - (b.r + 2) / length);
  return { points: between(whole, first, last), length };
}

/** The part of a quadratic curve between two shares of the way. */
function between(points, first, last) {
  const [a, b, c] = [(1 - first) * (1 - last), first * (1 - last) + last * (1 - first), first * last];
  const control = [0, 1].map((axis) => a * points[0][axis] + b * points[1][axis] + c * points[2][axis]);
  return [pointOn(points, first), control, pointOn(points, last)];
}

export function pointOn([a, b, c], share) {
  const rest = 1 - share;
  return [0, 1].map((axis) => rest * rest * a[axis] + 2 * rest * share * b[axis] + share * share * c[axis]);
}

/** The three corners of the head of a line. */
export function arrowOf({ points: [, control, tip] }) {
  const angle = Math.atan2(tip[1] - control[1], tip[0] - control[0]);
  const corner = (side) => [tip[0] - ARROW * Math.cos(angle + side), tip[1] - ARROW * Math.sin(angle + side)];
  return [tip, corner(0.42), corner(-0.42)];
}

const covers = (box, other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];

/** Points along the lines that labels keep off: all lines where there are few, else those lit. */
function pointsOf(edges) {
  const lines = edges.length <= FEW ? edges : edges.filter((edge) => edge.lit);
  return lines.flatMap(({ points, length }) => {
    const count = Math.min(MOST_POINTS, Math.ceil(length / STRIDE));
    return Array.from({ length: count + 1 }, (_, at) => pointOn(points, at / count));
  });
}

/** Labels below their things, or where there is room, off the lines if they can; those that matter most first. */
function placeLabels(picture, nodes, taken, frame, points) {
  const weight = (node) =>
    (node.selected || node.focused ? 1e6 : 0) + (node.dim ? -1e5 : 0) + (COMMON.has(node.class.id) ? 0 : 12) + node.r;
  const labels = [];
  for (const node of [...nodes].sort((a, b) => weight(b) - weight(a) || a.thing - b.thing)) {
    const { lines, labelWidth } = picture.shape(node.thing);
    const [width, height] = [labelWidth * (node.selected ? 1.1 : 1), lines.length * LINE_HEIGHT];
    const own = [node.x - node.r, node.y - node.r, node.x + node.r, node.y + node.r];
    const free = (box) => !taken.some((other) => covers(box, other) && other.some((edge, at) => edge !== own[at]));
    const places = placesFor(node, width, height);
    const inside = (box) => !frame || !covers(own, frame) || (box[0] >= frame[0] && box[1] >= frame[1] && box[2] <= frame[2] && box[3] <= frame[3]);
    const struck = (box) => points.some(([x, y]) => x > box[0] && x < box[2] && y > box[1] && y < box[3]);
    const room = places.filter((box) => inside(box) && free(box));
    const box = room.find((each) => !struck(each)) ?? room[0];
    const must = node.selected || node.focused;
    if (!box && !must) continue;
    const [left, top] = box ?? places[0];
    taken.push([left, top, left + width, top + height]);
    labels.push({ thing: node.thing, lines, x: left + width / 2, y: top, bold: node.selected, dim: node.dim });
  }
  return labels;
}

function placesFor({ x, y, r }, width, height) {
  const around = [
    [x - width / 2, y + r + LABEL_GAP - 2], [x - width / 2, y - r - LABEL_GAP - height],
    [x + r + LABEL_GAP, y - height / 2], [x - r - LABEL_GAP - width, y - height / 2],
    [x - r, y + r + LABEL_GAP - 2], [x + r - width, y + r + LABEL_GAP - 2],
    [x - r, y - r - LABEL_GAP - height], [x + r - width, y - r - LABEL_GAP - height],
  ];
  return around.map(([left, top]) => [left, top, left + width, top + height]);
}

/** Labels of lines: of those lit, and of all where there are few and room enough. */
function placeEdgeLabels(picture, edges, taken, zoom) {
  const wanted = edges.filter((edge) => edge.lit || (!edge.dim && edges.length <= FEW && zoom > 0.7));
  wanted.sort((a, b) => b.lit - a.lit || b.length - a.length || a.fact - b.fact);
  const labels = [];
  for (const edge of wanted) {
    const label = edge.label.length > 40 ? `${edge.label.slice(0, 39)}…` : edge.label;
    const [width, height] = [picture.measure(label) * (SMALL / FONT_SIZE) + 4, SMALL + 3];
    const boxes = SHARES.map((share) => pointOn(edge.points, share)).map(([x, y]) => [x - width / 2, y - height / 2, x + width / 2, y + height / 2]);
    const box = edge.length > width * 0.8 && boxes.find((each) => !taken.some((other) => covers(each, other)));
    if (!box) continue;
    taken.push(box);
    labels.push({ text: label, x: (box[0] + box[2]) / 2, y: box[1], width, lit: edge.lit });
  }
  return labels;
}

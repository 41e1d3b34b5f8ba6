// Draws the graph as SVG: lines, things, labels; pan, zoom and drag. Labels keep their size on the screen, and those
// that would cover others wait until there is room.

const SVG = "http://www.w3.org/2000/svg";
const canvas = document.getElementById("canvas");
const layers = Object.fromEntries(["edges", "nodes", "edgeLabels"].map((id) => [id, document.getElementById(id)]));
const camera = { x: 0, y: 0, zoom: 1 };
const BEND = 26;
const STEPS = 60;
const [NEAREST, FARTHEST] = [4, 0.05];

function svg(name, attributes = {}, parent = null) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent?.append(element);
  return element;
}

function outlineOf(className) {
  return data.classes.find((each) => each.id === className).outline;
}

function drawOnce() {
  for (const line of lines) {
    const kind = isAsserted(line.fact) ? "edge" : "edge unasserted";
    line.element = svg("g", { class: kind }, layers.edges);
    line.drawn = svg("path", { class: "drawn" }, line.element);
    line.grip = svg("path", { class: "grip" }, line.element);
    svg("title", {}, line.grip).textContent = `${line.source.label} — ${line.fact.relation} → ${line.target.label}`;
    line.text = svg("text", { "text-anchor": "middle", "font-size": 11 }, layers.edgeLabels);
    line.text.textContent = line.fact.relation;
  }
  for (const node of nodes) {
    node.element = svg("g", { class: "node", role: "button", tabindex: -1 }, layers.nodes);
    svg("title", {}, node.element).textContent = node.label;
    node.shape = svg("path", { class: `shape ${node.class}`, d: outlineOf(node.class) }, node.element);
    node.text = svg("text", { "text-anchor": "middle", "font-size": data.fontSize, "aria-hidden": true }, node.element);
    node.lines.forEach((row, at) => {
      svg("tspan", { x: 0, y: at * data.lineHeight }, node.text).textContent = row;
    });
  }
}

const toScreen = (x, y) => {
  const { width, height } = canvas.getBoundingClientRect();
  return [(x - camera.x) * camera.zoom + width / 2, (y - camera.y) * camera.zoom + height / 2];
};
const radiusOf = (node) => node.r * Math.min(1.6, Math.max(0.45, camera.zoom));

/** The curve of a line on the screen: from rim to rim, bent aside where several join the same two things. */
function curveOf(line) {
  const [[ax, ay], [cx, cy]] = [line.source.at, line.target.at];
  const length = Math.hypot(cx - ax, cy - ay) || 1;
  const aside = (2 * BEND * line.bend * Math.min(1, camera.zoom)) / length;
  const control = [(ax + cx) / 2 - (cy - ay) * aside, (ay + cy) / 2 + (cx - ax) * aside];
  const whole = [[ax, ay], control, [cx, cy]];
  const shares = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS);
  const first = shares.findLast((share) => covered(line.source, pointOn(whole, share), 1)) ?? 0;
  const last = shares.find((share) => covered(line.target, pointOn(whole, share), 4)) ?? 1;
  return between(whole, Math.min(first, last), last);
}

/** Whether a point lies on a node or its label, or so near. */
function covered(node, [x, y], margin) {
  if (Math.hypot(x - node.at[0], y - node.at[1]) < radiusOf(node) + margin) return true;
  const box = node.labelBox;
  return Boolean(box) && box[0] - margin < x && x < box[2] + margin && box[1] - margin < y && y < box[3] + margin;
}

/** The part of a curve between two shares of the way. */
function between(curve, first, last) {
  const [a, b, c] = [(1 - first) * (1 - last), first * (1 - last) + last * (1 - first), first * last];
  const control = [0, 1].map((axis) => a * curve[0][axis] + b * curve[1][axis] + c * curve[2][axis]);
  return [pointOn(curve, first), control, pointOn(curve, last)];
}

function pointOn([a, b, c], share) {
  const rest = 1 - share;
  return [0, 1].map((axis) => rest * rest * a[axis] + 2 * rest * share * b[axis] + share * share * c[axis]);
}

let waiting = false;
/** Draw before the next frame, once however often it is asked for. */
function redraw() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    draw();
  });
}

function draw() {
  const shown = visibleNodes();
  const bright = litNodes();
  for (const node of nodes) {
    node.at = toScreen(node.x, node.y);
    node.element.style.display = shown.has(node) ? "" : "none";
    node.element.setAttribute("class", classesOf(node, bright));
    node.element.setAttribute("transform", `translate(${node.at[0].toFixed(1)} ${node.at[1].toFixed(1)})`);
    node.shape.setAttribute("transform", `scale(${radiusOf(node).toFixed(2)})`);
  }
  const taken = placeLabels(shown, bright);
  drawLines(bright, taken);
}

function classesOf(node, bright) {
  const classes = ["node"];
  if (node === state.selected) classes.push("selected");
  if (bright && !bright.has(node)) classes.push("dim");
  return classes.join(" ");
}

/** The nodes that a selection is about; null where nothing is selected. */
function litNodes() {
  if (state.selected) return neighbourhood(state.selected);
  return state.edge ? new Set([state.edge.source, state.edge.target]) : null;
}

const isLit = (line) => line === state.edge || (state.selected && [line.source, line.target].includes(state.selected));
const covers = (box, other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];

/** How much a label matters: names of single things more than those of kinds and amounts. */
const isNamed = (node) => !["Concept", "Quantity", "Other"].includes(node.class);
const weight = (node) => node.r + (isNamed(node) ? 6 : 0);

/** Show the labels that cover no other: the selection's first, then those of the best connected. Returns the room that
 * things and labels take which a line's label must leave free: those that are not dimmed. */
function placeLabels(shown, bright) {
  const rank = (node) => (node === state.selected ? 2 : bright?.has(node) ? 1 : 0);
  const order = [...shown].sort((a, b) => rank(b) - rank(a) || weight(b) - weight(a) || a.place - b.place);
  const shapes = order.map((node) => {
    const radius = radiusOf(node);
    return { node, box: [node.at[0] - radius, node.at[1] - radius, node.at[0] + radius, node.at[1] + radius] };
  });
  const taken = [];
  for (const node of order) {
    const places = labelPlaces(node);
    const clear = (box, blocking) => !taken.some((other) => covers(box, other))
      && !shapes.some((shape) => shape.node !== node && blocking(shape.node) && covers(box, shape.box));
    node.labelBox = places.find((box) => clear(box, () => true))
      ?? (isNamed(node) ? places.find((box) => clear(box, isNamed)) : null)
      ?? (node === state.selected ? places[0] : null);
    node.text.style.display = node.labelBox ? "" : "none";
    if (!node.labelBox) continue;
    taken.push(node.labelBox);
    const [left, top, right] = node.labelBox;
    const [x, y] = [(left + right) / 2 - node.at[0], top + data.fontSize - 2 - node.at[1]];
    node.text.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
  }
  const lit = shapes.filter(({ node }) => !bright || bright.has(node));
  return lit.flatMap(({ node, box }) => (node.labelBox ? [box, node.labelBox] : [box]));
}

/** Where a label may stand: below its thing, where the layout has left room for it, else above, right or left of it if
 * the stage has room. */
function labelPlaces(node) {
  const [[x, y], out] = [node.at, radiusOf(node) + data.labelGap];
  const [half, height] = [node.w / 2, data.lineHeight * node.lines.length];
  const { width, height: bottom } = canvas.getBoundingClientRect();
  const inside = (box) => box[0] > 0 && box[1] > 0 && box[2] < width && box[3] < bottom;
  const others = [
    [x - half, y - out - height, x + half, y - out],
    [x + out, y - height / 2, x + out + 2 * half, y + height / 2],
    [x - out - 2 * half, y - height / 2, x - out, y + height / 2],
  ];
  return [[x - half, y + out, x + half, y + out + height], ...others.filter(inside)];
}

function drawLines(bright, taken) {
  for (const line of lines) {
    const shown = lineVisible(line) && line.source.element.style.display === "" && line.target.element.style.display === "";
    line.element.style.display = shown ? "" : "none";
    line.text.style.display = "none";
    if (!shown) continue;
    const curve = curveOf(line);
    const [start, control, end] = curve.map((point) => point.map((value) => value.toFixed(1)).join(","));
    line.drawn.setAttribute("d", `M${start}Q${control} ${end}`);
    line.grip.setAttribute("d", `M${start}Q${control} ${end}`);
    line.element.classList.toggle("lit", Boolean(isLit(line)));
    line.element.classList.toggle("dim", Boolean(bright) && !isLit(line));
    if (isLit(line)) placeEdgeLabel(line, curve, taken);
  }
}

/** Label a lit line where there is room, nearer to the other thing than to the one selected, where lines crowd. */
function placeEdgeLabel(line, curve, taken) {
  const shares = line.target === state.selected ? [0.4, 0.3, 0.5, 0.2, 0.6, 0.7] : [0.6, 0.7, 0.5, 0.8, 0.4, 0.3];
  const half = line.fact.relation.length * 3.3 + 2;
  for (const share of shares) {
    const [x, y] = pointOn(curve, share);
    const box = [x - half, y - 8, x + half, y + 8];
    if (taken.some((other) => covers(box, other))) continue;
    taken.push(box);
    line.text.style.display = "";
    line.text.setAttribute("x", x.toFixed(1));
    line.text.setAttribute("y", (y + 4).toFixed(1));
    return;
  }
}

/** Zoom and move so that these nodes fill the stage. */
function frame(chosen, closest = 1.25) {
  const { width, height } = canvas.getBoundingClientRect();
  if (!chosen.length || !width) return;
  const low = [0, 1].map((axis) => Math.min(...chosen.map((node) => [node.x - node.w / 2, node.y - node.r][axis])));
  const high = [0, 1].map((axis) => Math.max(...chosen.map((node) => [node.x + node.w / 2, node.y + node.r + 36][axis])));
  camera.zoom = Math.min(closest, (width - 32) / (high[0] - low[0]), (height - 32) / (high[1] - low[1]));
  [camera.x, camera.y] = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
  redraw();
}

/** Zoom by a factor, keeping the point of the screen where it is. */
function zoom(factor, point = null) {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const [x, y] = point ? [point[0] - left - width / 2, point[1] - top - height / 2] : [0, 0];
  const next = Math.min(NEAREST, Math.max(FARTHEST, camera.zoom * factor));
  camera.x += x / camera.zoom - x / next;
  camera.y += y / camera.zoom - y / next;
  camera.zoom = next;
  redraw();
}

/** Bring a node into view, close enough to read what lies around it. */
function reveal(node) {
  camera.zoom = Math.max(camera.zoom, 0.9);
  [camera.x, camera.y] = [node.x, node.y];
  redraw();
}

/** Pointers: drag the ground to move, a thing to put it elsewhere, two fingers to zoom; a tap selects. */
function listenToPointers(onTap) {
  const down = new Map();
  let held = null;
  let moved = 0;
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    down.set(event.pointerId, [event.clientX, event.clientY]);
    held = nodes.find((node) => node.element.contains(event.target)) ?? null;
    moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const last = down.get(event.pointerId);
    if (!last) return;
    const [dx, dy] = [event.clientX - last[0], event.clientY - last[1]];
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved < 4) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.classList.add("moving");
    const before = spread(down);
    down.set(event.pointerId, [event.clientX, event.clientY]);
    if (down.size === 2) return zoom(spread(down) / before, middle(down));
    if (held) [held.x, held.y] = [held.x + dx / camera.zoom, held.y + dy / camera.zoom];
    else [camera.x, camera.y] = [camera.x - dx / camera.zoom, camera.y - dy / camera.zoom];
    redraw();
  });
  const up = (event) => {
    if (down.delete(event.pointerId) && moved < 4 && event.type === "pointerup") onTap(event.target, held);
    canvas.classList.remove("moving");
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const steps = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
    zoom(Math.exp(-steps * 0.0016), [event.clientX, event.clientY]);
  }, { passive: false });
}

function spread(pointers) {
  const [a, b] = [...pointers.values()];
  return b ? Math.hypot(a[0] - b[0], a[1] - b[1]) || 1 : 1;
}

function middle(pointers) {
  const [a, b] = [...pointers.values()];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

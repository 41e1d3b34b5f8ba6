// A scene on a canvas, as SVG text, and the labels alone. Colours come from the page's style.

import { FONT_SIZE, SMALL, arrowOf } from "./scene.js";
import { LINE_HEIGHT } from "./picture.js";

export const FONT = 'system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif';
const NAMES = ["ground", "ink", "faint", "edge", "lit", "focus"];

/** The colours in force, by name; classes by their id. */
export function coloursOf(classes) {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  return Object.fromEntries([...NAMES, ...classes.map((each) => each.id)].map((name) => [name, read(name)]));
}

/** A colour between two others, both as #rrggbb. */
export function mixed(one, other, share) {
  const channel = (colour, at) => parseInt(colour.slice(at, at + 2), 16);
  const mix = (at) => Math.round(channel(one, at) * (1 - share) + channel(other, at) * share);
  return `#${[1, 3, 5].map((at) => mix(at).toString(16).padStart(2, "0")).join("")}`;
}

const FADED = 0.66;
export const nodeColour = (node, colours) => (node.dim ? mixed(colours[node.class.id], colours.ground, FADED) : colours[node.class.id]);
export const edgeColour = (edge, colours) => (edge.lit ? colours.lit : edge.dim ? mixed(colours.edge, colours.ground, FADED) : colours.edge);
const labelColour = (label, colours) => (label.dim ? mixed(colours.ink, colours.ground, FADED) : colours.ink);

// ---------------------------------------------------------------- canvas

/** The labels of a scene. */
export function paintLabels(context, scene, colours) {
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.lineJoin = "round";
  context.strokeStyle = colours.ground;
  context.lineWidth = 3;
  for (const label of scene.edgeLabels) {
    context.fillStyle = colours.ground; // so that the line does not run through its words
    context.fillRect(label.x - label.width / 2, label.y + 2, label.width, SMALL);
    write(context, label.text, label.x, label.y + SMALL - 1, `${SMALL}px ${FONT}`, label.lit ? colours.lit : colours.faint);
  }
  for (const label of scene.labels) {
    const font = `${label.bold ? "600 " : ""}${FONT_SIZE}px ${FONT}`;
    label.lines.forEach((line, row) => {
      write(context, line, label.x, label.y + FONT_SIZE + row * LINE_HEIGHT - 1, font, labelColour(label, colours));
    });
  }
}

function write(context, text, x, y, font, colour) {
  context.font = font;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

/** A whole scene. */
export function paint(context, scene, colours, { width, height }) {
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, width, height);
  for (const edge of scene.edges) paintEdge(context, edge, edgeColour(edge, colours));
  for (const node of scene.nodes) paintNode(context, node, colours);
  paintLabels(context, scene, colours);
}

function paintEdge(context, edge, colour) {
  const [start, control, end] = edge.points;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = edge.lit ? 2 : 1.2;
  context.setLineDash(edge.dashed ? [5, 4] : []);
  context.beginPath();
  context.moveTo(...start);
  context.quadraticCurveTo(...control, ...end);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  for (const corner of arrowOf(edge)) context.lineTo(...corner);
  context.fill();
}

function paintNode(context, node, colours) {
  const outline = new Path2D(node.class.outline);
  const hollow = node.class.id === "Concept";
  context.save();
  context.translate(node.x, node.y);
  context.scale(node.r, node.r);
  context.lineWidth = (node.selected ? 7 : 3) / node.r;
  context.strokeStyle = node.selected ? colours.focus : colours.ground;
  context.stroke(outline);
  context.fillStyle = hollow ? colours.ground : nodeColour(node, colours);
  context.fill(outline);
  context.lineWidth = 2 / node.r;
  context.strokeStyle = nodeColour(node, colours);
  if (hollow) context.stroke(outline);
  context.restore();
}

// ---------------------------------------------------------------- SVG

const number = (value) => String(Math.round(value * 10) / 10);
const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
const pair = ([x, y]) => `${number(x)},${number(y)}`;

/** A whole scene as an SVG document. */
export function svg(scene, colours, { width, height, title }) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number(width)} ${number(height)}" width="${number(width)}" height="${number(height)}" font-family="${escaped(FONT)}" text-anchor="middle">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${colours.ground}"/>`,
    ...scene.edges.map((edge) => svgEdge(edge, edgeColour(edge, colours))),
    ...scene.nodes.map((node) => svgNode(node, colours)),
    ...scene.edgeLabels.map((label) => svgPlate(label, colours) + svgText(label.text, label.x, label.y + SMALL - 1, SMALL, label.lit ? colours.lit : colours.faint, colours)),
    ...scene.labels.flatMap((label) => label.lines.map((line, row) => {
      return svgText(line, label.x, label.y + FONT_SIZE + row * LINE_HEIGHT - 1, FONT_SIZE, labelColour(label, colours), colours, label.bold);
    })),
    "</svg>\n",
  ].join("\n");
}

function svgEdge(edge, colour) {
  const [start, control, end] = edge.points;
  const dashed = edge.dashed ? ' stroke-dasharray="5 4"' : "";
  return `<g data-fact="${edge.fact}"><path d="M${pair(start)}Q${pair(control)} ${pair(end)}" fill="none" stroke="${colour}" stroke-width="${edge.lit ? 2 : 1.2}"${dashed}/><path d="M${arrowOf(edge).map(pair).join("L")}Z" fill="${colour}"/></g>`;
}

function svgNode(node, colours) {
  const colour = nodeColour(node, colours);
  const hollow = node.class.id === "Concept";
  const ring = node.selected ? colours.focus : hollow ? colour : colours.ground;
  const width = (node.selected ? 3.5 : hollow ? 2 : 1.5) / node.r;
  return `<path data-thing="${node.thing}" transform="translate(${number(node.x)} ${number(node.y)}) scale(${number(node.r)})" d="${node.class.outline}" fill="${hollow ? colours.ground : colour}" stroke="${ring}" stroke-width="${width.toFixed(3)}"/>`;
}

function svgPlate({ x, y, width }, colours) {
  return `<rect x="${number(x - width / 2)}" y="${number(y + 2)}" width="${number(width)}" height="${SMALL}" fill="${colours.ground}"/>`;
}

function svgText(text, x, y, size, colour, colours, bold = false) {
  return `<text x="${number(x)}" y="${number(y)}" font-size="${size}" fill="${colour}" stroke="${colours.ground}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"${bold ? ' font-weight="600"' : ""}>${escaped(text)}</text>`;
}

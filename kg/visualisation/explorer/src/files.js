// What the page gives away: the picture as PNG and SVG, the selection as Turtle. Nothing leaves the machine.

import { paint, svg } from "./paint.js";
import { compose } from "./scene.js";
import { turtle } from "./turtle.js";

const MARGIN = 36;
const DENSITY = 2;
const LARGEST = 8000;

/** The whole picture at its own size: scene, width and height. */
function whole(stage, picture, look) {
  const { left, right, top, bottom } = picture.frame();
  const size = left < right ? { width: right - left + 2 * MARGIN, height: bottom - top + 2 * MARGIN } : { width: 200, height: 100 };
  const project = (thing) => [picture.at.get(thing).x - left + MARGIN, picture.at.get(thing).y - top + MARGIN];
  return { scene: compose(picture, look, project, 1), size };
}

export function savePng(stage, picture, look) {
  const { scene, size } = whole(stage, picture, look);
  const density = Math.min(DENSITY, LARGEST / Math.max(size.width, size.height));
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: size.width * density, height: size.height * density });
  const context = canvas.getContext("2d");
  context.scale(density, density);
  paint(context, scene, stage.colours, size);
  canvas.toBlob((blob) => save(blob, "graph.png"), "image/png");
}

export function saveSvg(stage, picture, look, title) {
  const { scene, size } = whole(stage, picture, look);
  save(new Blob([svg(scene, stage.colours, { ...size, title })], { type: "image/svg+xml" }), "graph.svg");
}

export function saveTurtle(model, facts) {
  save(new Blob([turtle(model, facts)], { type: "text/turtle" }), "graph.ttl");
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

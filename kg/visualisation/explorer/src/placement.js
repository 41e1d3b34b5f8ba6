// Where things stand that come into the picture: near what they are joined with, where there is room. Pure, and the same
// each time. Positions are in pixels of the picture at its own size, y downwards.

const GAP = 8;
const STEP = 26;
const TURNS = 20;
const RINGS = 60;

/** A free place for a box near its anchors; `taken` are the boxes that stand already: { x, y, width, height }. */
export function place(box, anchors, taken) {
  const middle = mean(taken);
  const near = anchors.length ? mean(anchors) : { x: middle.x, y: lowest(taken) + box.height };
  const outward = Math.atan2(near.y - middle.y, near.x - middle.x) || 0;
  const first = anchors.length ? 3 : 0;
  for (let ring = first; ring < RINGS; ring += 1) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const angle = outward + ((turn % 2 ? 1 : -1) * Math.ceil(turn / 2) * 2 * Math.PI) / TURNS;
      const at = { ...box, x: near.x + 1.3 * STEP * ring * Math.cos(angle), y: near.y + STEP * ring * Math.sin(angle) };
      if (!taken.some((other) => covers(at, other))) return { x: at.x, y: at.y };
    }
  }
  return { x: near.x, y: near.y };
}

function covers(a, b) {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + GAP;
}

function mean(points) {
  if (!points.length) return { x: 0, y: 0 };
  const sum = points.reduce((all, each) => ({ x: all.x + each.x, y: all.y + each.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

const lowest = (taken) => taken.reduce((most, each) => Math.max(most, each.y + each.height / 2), 0);

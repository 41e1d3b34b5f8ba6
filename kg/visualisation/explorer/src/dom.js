// Elements of the page. Texts of documents and graph reach it as text only, never as markup.

const SVG = "http://www.w3.org/2000/svg";

export const byId = (id) => document.getElementById(id);

/** An element; attributes that are functions become listeners, `text` its text. */
export function html(name, options = {}, ...children) {
  const { text, ...attributes } = options;
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

/** The sign of a class, as in the picture. */
export function glyph({ id, outline }) {
  const picture = document.createElementNS(SVG, "svg");
  for (const [key, value] of [["class", "glyph"], ["viewBox", "-1.3 -1.3 2.6 2.6"], ["aria-hidden", "true"]]) picture.setAttribute(key, value);
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("class", `shape ${id}`);
  shape.setAttribute("d", outline);
  picture.append(shape);
  return picture;
}

/** Tell those who listen and don't see. */
export function say(text) {
  byId("status").textContent = text;
}

// Texts as they are compared and as they are laid out. Nothing here knows the page.

const LETTERS = { ø: "o", æ: "ae", đ: "d", ð: "d", ł: "l", ß: "ss", þ: "th", œ: "oe", ı: "i" };
const LINE = 20;
const CHARACTERS = 256;

/** A text without case and accents. */
export function folded(text) {
  const plain = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(plain)) return plain; // most names, and normalising is slow
  return plain.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[øæđðłßþœı]/g, (letter) => LETTERS[letter]);
}

/** A label in at most two lines, cut at spaces and hyphens where it can be; what doesn't fit becomes "…". */
export function wrapped(label) {
  const lines = [""];
  for (const word of label.slice(0, CHARACTERS).split(/(?<=[ -])/u)) {
    if (lines.at(-1) && lines.at(-1).length + word.trimEnd().length > LINE) lines.push("");
    lines[lines.length - 1] += word;
  }
  const kept = lines.slice(0, 2).map((line) => cut(line.trim()));
  if (lines.length > 2) kept[1] = `${[...kept[1]].slice(0, LINE - 1).join("").replace(/[ …]+$/u, "")}…`;
  return kept;
}

function cut(line) {
  const characters = [...line];
  return characters.length <= LINE + 4 ? line : `${characters.slice(0, LINE + 3).join("")}…`;
}

/** A number with a noun: "1 fact", "2 facts". */
export const counted = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

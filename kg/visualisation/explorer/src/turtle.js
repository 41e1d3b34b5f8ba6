// Facts of the page as Turtle, https://www.w3.org/TR/turtle/, with labels and classes of the things in them. Pure.

const RDFS = "http://www.w3.org/2000/01/rdf-schema#";
const LOCAL = /^[A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff][A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff-]*$/;
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A document with these facts. */
export function turtle(model, facts) {
  const names = new Names(model.prefixes);
  const about = new Map();
  const say = (subject, line) => about.set(subject, (about.get(subject) ?? new Set()).add(line));
  for (const thing of thingsOf(model, facts)) {
    const subject = names.write(model.iri(thing));
    const kind = model.classes[model.things.class[thing]].iri;
    if (kind) say(subject, `a ${names.write(kind)}`);
    say(subject, `${names.write(`${RDFS}label`)} ${quoted(model.things.label[thing])}`);
  }
  for (const fact of facts) {
    const verb = names.write(model.relations[model.relation[fact]].iri);
    say(names.write(model.iri(model.subject[fact])), `${verb} ${valueOf(model, names, model.object[fact])}`);
  }
  const blocks = [...about].sort(([a], [b]) => (a < b ? -1 : 1)).map(([subject, lines]) => {
    return `\n${subject} ${[...lines].join(" ;\n    ")} .\n`;
  });
  return names.heading() + blocks.join("");
}

function thingsOf(model, facts) {
  const ends = facts.flatMap((fact) => [model.subject[fact], model.object[fact]]);
  return [...new Set(ends.filter((end) => end >= 0))];
}

function valueOf(model, names, value) {
  if (value >= 0) return names.write(model.iri(value));
  const [text, lang, datatype, iri] = model.texts[-1 - value];
  if (iri) return names.write(iri);
  if (lang) return `${quoted(text)}@${lang}`;
  return datatype ? `${quoted(text)}^^${names.write(datatype)}` : quoted(text);
}

function quoted(text) {
  const plain = text.replace(/[\\"\n\r\t]/g, (character) => ESCAPES[character]);
  // eslint-disable-next-line no-control-regex -- the grammar has no place for them but as escapes
  return `"${plain.replace(/[\u0000-\u001f\u007f]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;
}

/** IRIs with their prefixes, and which of these were used. */
class Names {
  #used = new Map();

  constructor(prefixes) {
    this.prefixes = Object.entries({ ...prefixes, rdfs: RDFS });
  }

  write(iri) {
    for (const [prefix, namespace] of this.prefixes) {
      const local = iri.slice(namespace.length);
      if (iri.startsWith(namespace) && LOCAL.test(local)) {
        this.#used.set(prefix, namespace);
        return `${prefix}:${local}`;
      }
    }
    // eslint-disable-next-line no-control-regex -- what an IRI cannot hold as it is
    return `<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (each) => encodeURIComponent(each))}>`;
  }

  heading() {
    return [...this.#used].sort().map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`).join("");
  }
}

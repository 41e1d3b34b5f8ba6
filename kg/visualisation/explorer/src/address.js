// What the page shows, in the fragment of its address, so that a link or the back button brings it again. Things, relations
// and documents stand there by name, not by number. Pure but for nothing: the page's address is the caller's.

/** No picture is so wide. */
const FAR = 1e6;
const SETS = [["c", "classes"], ["r", "relations"], ["d", "documents"], ["l", "languages"]];

/** The fragment, without "#". `state` has selected, fact, path ([start, end]), expansions ([thing, count]), pinned ([thing, { x, y }]), hidden, theme. */
export function written(model, state) {
  const { filters } = model;
  const parts = new URLSearchParams();
  const put = (key, value) => value && parts.set(key, value);
  if (state.selected >= 0) put("s", model.key(state.selected));
  if (state.fact >= 0) put("f", [model.key(model.subject[state.fact]), model.relations[model.relation[state.fact]].iri, model.key(model.object[state.fact])].join(" "));
  if (state.path) put("p", state.path.map((thing) => model.key(thing)).join(" "));
  put("x", state.expansions.map(([thing, count]) => `${model.key(thing)} ${count}`).join(" "));
  put("at", state.pinned.map(([thing, { x, y }]) => `${model.key(thing)} ${x} ${y}`).join(" "));
  put("h", state.hidden.map((thing) => model.key(thing)).join(" "));
  for (const [key, name] of SETS) put(key, [...filters[name]].map((each) => nameOf(model, name, each)).join(" "));
  const statuses = [...filters.statuses].map((each) => model.statuses[each]).sort().join(" ");
  if (statuses !== "asserted") parts.set("t", statuses);
  if (filters.confidence) put("k", String(filters.confidence));
  put("from", filters.from);
  put("until", filters.until);
  put("theme", state.theme);
  return parts.toString();
}

/** What a fragment says; filters are set on the model, the rest is returned. What it names and is not there is passed over. */
export function read(model, fragment) {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const words = (key) => (parts.get(key) ?? "").split(" ").filter(Boolean);
  const { filters } = model;
  for (const [key, name] of SETS) {
    filters[name].clear();
    for (const word of words(key)) {
      const value = valueOf(model, name, word);
      if (value !== null) filters[name].add(value);
    }
  }
  filters.statuses.clear();
  const statuses = parts.has("t") ? words("t") : ["asserted"];
  for (const each of statuses) if (model.statuses.includes(each)) filters.statuses.add(model.statuses.indexOf(each));
  filters.confidence = Math.min(1, Math.max(0, Number(parts.get("k")) || 0));
  for (const key of ["from", "until"]) filters[key] = /^\d{4}$/.test(parts.get(key) ?? "") ? parts.get(key) : "";
  model.refilter();
  const path = words("p").map((key) => model.byKey(key));
  return {
    selected: parts.has("s") ? model.byKey(parts.get("s")) : -1,
    fact: factOf(model, words("f")),
    path: path.length === 2 && path.every((thing) => thing >= 0) ? path : null,
    expansions: rows(words("x"), 2).map(([key, count]) => [model.byKey(key), Number(count) || 0]).filter(([thing]) => thing >= 0),
    pinned: rows(words("at"), 3).map(([key, x, y]) => [model.byKey(key), { x: Number(x), y: Number(y) }])
      .filter(([thing, { x, y }]) => thing >= 0 && Math.abs(x) < FAR && Math.abs(y) < FAR),
    hidden: words("h").map((key) => model.byKey(key)).filter((thing) => thing >= 0),
    theme: ["light", "dark"].includes(parts.get("theme")) ? parts.get("theme") : "",
  };
}

/** Words in groups of a size. */
const rows = (words, size) => Array.from({ length: Math.floor(words.length / size) }, (_, at) => words.slice(size * at, size * (at + 1)));

function nameOf(model, name, value) {
  if (name === "languages") return value;
  return name === "classes" ? model.classes[value].id : model[name][value].iri;
}

function valueOf(model, name, word) {
  if (name === "languages") return word;
  const place = name === "classes" ? model.classes.findIndex((each) => each.id === word) : model[name].findIndex((each) => each.iri === word);
  return place >= 0 ? place : null;
}

function factOf(model, [subject, relation, object]) {
  const [s, o] = [subject, object].map((key) => (key ? model.byKey(key) : -1));
  if (s < 0 || o < 0) return -1;
  return model.factsOf[s].find((fact) => model.object[fact] === o && model.relations[model.relation[fact]].iri === relation) ?? -1;
}

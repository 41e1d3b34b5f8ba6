// A small graph as the page embeds it.

export const KG = "https://w3id.org/kgshell/ontology#";
export const ENT = "https://kg.example/entity/";

const LABELS = ["Ann Lee", "Acme", "Beta", "Øystein", "company", "Cut off"];
// subject, relation, object, status: Ann left Acme; Acme acquired Beta; Acme and Beta are companies; Beta hired Øystein
const FACTS = [[0, 0, 1, 0], [1, 1, 2, 0], [1, 2, 4, 0], [2, 2, 4, 0], [2, 3, 3, 0], [0, 3, 3, 1], [0, 4, -1, 0]];

export function raw() {
  const column = (at) => FACTS.map((fact) => fact[at]);
  return {
    head: {
      title: "Small", start: "", leftOut: 0, first: 2, statuses: ["asserted", "negated"], kindRelation: 2,
      classes: [{ id: "Person", name: "Person", outline: "", iri: `${KG}Person` }, { id: "Organization", name: "Organization", outline: "", iri: `${KG}Organization` }],
      relations: ["left", "acquired", "isA", "hired", "jobTitle"].map((name) => ({ iri: KG + name, label: name })),
      documents: [{ iri: "d:en", lang: "en", date: "2023-05-01", title: "A" }, { iri: "d:fi", lang: "fi", date: "", title: "B" }],
      texts: [['the "chief"\n', "en", "", ""]], prefixes: { kg: KG, ent: ENT },
    },
    things: {
      base: [ENT, ""], prefix: LABELS.map(() => 0), iri: ["Ann_Lee", "Acme", "Beta", "%C3%98ystein", "company", "Cut_off"],
      label: LABELS, names: { 4: ["company", "yritys", "selskap"] }, class: [0, 1, 1, 0, 1, 0], x: [0, 100], y: [0, 0],
    },
    facts: { s: column(0), p: column(1), o: column(2), status: column(3) },
    evidence: {
      fact: [0, 1, 4, 0], sentence: [0, 0, 1, 1], status: [0, 0, 0, 0], qualifier: ["", "", "", ""], confidence: [0.9, 0.5, 0.8, 0.4],
      time: ["", "2024-02", "", ""], marks: [[], [], [], []],
    },
    sentences: { doc: [0, 1], text: ["One.", "Kaksi."] },
  };
}

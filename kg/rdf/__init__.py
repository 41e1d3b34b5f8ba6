"""RDF: what was read and linked, as the triples of the data model, and what a change of them means.

Read in this order: `vocabulary` and `iris` (names), `mapping` with `mentions` and `statements` (a document to its named
graph), `support` and `relink` (what its coming or going changes elsewhere), `readings` (names back from the store),
`ontology` and `lexicon` (our own files), `validation`. Modules are imported by name; the package itself exports none.
"""

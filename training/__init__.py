"""Training of the pipelines that kgshell ships: treebanks in, spaCy pipelines out.

Read `corpora` (treebank files to annotated documents), then `__main__` (one command per language).
Nothing here is needed to run kgshell, and nothing in `kg` or `shell` imports it.
"""

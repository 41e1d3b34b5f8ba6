"""Training of the pipelines that kgshell ships: treebanks in, spaCy pipelines out.

Read `treebanks` (which sentences), then `annotator` with `samples` and `network` (the networks), `onnx` (a network as
kgshell runs it) and `package` (a pipeline with its card); `__main__` and `corpora` train spaCy's CNN.
Nothing here is needed to run kgshell, and nothing in `kg` or `shell` imports it.
"""

"""One network for all annotation of a sentence: word class, morphology, base form, tree and names.

Read `features` (word to numbers), `edits` (base forms as edits of the word), `decoding` (scores to a tree and to
names), then `annotator`, the spaCy component that runs the network with ONNX Runtime. `training/` makes the networks.
"""

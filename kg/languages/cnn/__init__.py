"""spaCy's convolutional networks, run by ONNX Runtime: the same annotation in a fraction of the time.

Read `graphs` (a computation to an ONNX file), `encoder` (words to vectors), `products` (the matrix products of what
spaCy goes on to compute itself), `recogniser` (vectors to names), then `pipeline`, which puts them into a pipeline.
"""

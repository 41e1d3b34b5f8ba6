"""What `kg eval` measures, against gold files given by path: pipelines against treebanks, extraction against facts.

Read `conllu` (treebank files), `pipelines` (tagging, parsing, lemmas, entities), `extraction` (facts).
"""

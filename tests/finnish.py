"""Features of Finnish forms, for rows of `tests.annotated`."""

from __future__ import annotations

ACTIVE, PASSIVE = "Person=3|VerbForm=Fin|Voice=Act", "VerbForm=Fin|Voice=Pass"
TO_BE_DONE = "Case=Nom|PartForm=Pres|VerbForm=Part|Voice=Pass"
INFINITIVE, MANNER = "InfForm=1|VerbForm=Inf|Voice=Act", "Case=Ade|InfForm=3|VerbForm=Inf|Voice=Act"
WHICH, IT = "PronType=Rel", "Case=Ela|PronType=Dem"

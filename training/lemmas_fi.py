"""`python -m training.lemmas_fi`: learn the suffix tables of Finnish base forms from simplemma's dictionary.

The dictionary maps forms to base forms, without parts of speech or cases. Each base form's stems are found from its
forms (the stem before -ssa, -sta, -lla … is the weak one, and so on), so that the tables, one for each kind of stem,
hold for every case that is built on it. Participles get the stems that they all have.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from kg.languages.pipelines import load
from kg.languages.suffixes import learn_table, write_tables

OUTPUT = Path(__file__).parents[1] / "kg" / "languages" / "data" / "lemmas_fi.tsv"
#: Endings on the weak stem ("kadu|ssa").
WEAK_ENDINGS = ("ssa", "sta", "lla", "lta", "lle", "ksi", "ssä", "stä", "llä", "ltä")
POSSESSIVES = ("mme", "nsa", "nsä", "ni", "nne")
Pair = tuple[str, str, float]


def main() -> None:
    """Write the tables."""
    pairs = collect_pairs(read_forms(), read_weights())
    tables = {name: learn_table(rows) for name, rows in pairs.items()}
    OUTPUT.write_text("\n".join(write_tables(tables)) + "\n", encoding="utf-8")


def read_forms() -> dict[str, set[str]]:
    """Base form to its forms, both as the dictionary spells them."""
    dictionary = DefaultDictionaryFactory(cache_max_size=1).get_dictionary("fi")
    forms: dict[str, set[str]] = defaultdict(set)
    for form in dictionary:
        forms[dictionary[form]].add(form)
    return forms


def read_weights() -> Callable[[str], float]:
    """How much a base form counts: 1 if it is never seen in Finnish text, about 30 if it is among the commonest."""
    vocab = load("fi").vocab
    log_probabilities = vocab.lookups.get_table("lexeme_prob")
    return lambda word: math.exp(max(0.0, log_probabilities.get(word, -20.0) + 20.0) / 3.5)


def collect_pairs(forms: dict[str, set[str]], weigh: Callable[[str], float]) -> dict[str, list[Pair]]:
    """Table name to its pairs. Names of persons and places have tables of their own (`name:…`)."""
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for base, known in forms.items():
        if not base or " " in base or not base[-1].isalpha():
            continue
        own = {form for form in known if has_harmony(base, form)} | {base}
        lower = {form.lower() for form in own}
        rows = verb_forms(own) if is_verb(base, own) else noun_stems(base.lower(), lower)
        prefix, weight = "name:" if base[0].isupper() else "", weigh(base)
        for kind, row in rows:
            form, _, other = row.partition("|")
            pairs[prefix + kind].append((form.lower(), other or base.lower(), weight))
    return pairs


def has_harmony(base: str, form: str) -> bool:
    """Whether no suffix breaks vowel harmony: the dictionary also holds such forms ("hyvassa")."""
    return bool(re.search("[aou]", base.lower())) or not re.search("[aou]", form.lower())


def is_verb(base: str, forms: set[str]) -> bool:
    """Whether the forms are a verb's: it has a conditional."""
    return base[-1] in "aä" and any(form.endswith(("isimme", "isivat", "isivät", "isin")) for form in forms)


def noun_stems(base: str, forms: set[str]) -> Iterator[tuple[str, str]]:
    """(kind, stem or form) of a noun or adjective: see `kg.languages.lemmas_fi.KINDS`."""
    weak, plural = weak_stems(base, forms)
    strong, strong_plural = strong_stems(base, forms)
    yield from (("weak", stem) for stem in weak)
    yield from (("strong", stem) for stem in strong)
    yield from (("plural weak", stem) for stem in plural)
    yield from (("plural strong", stem) for stem in strong_plural)
    taken = {stem + end for stem in (*weak, *plural) for end in (*WEAK_ENDINGS, "n", "t", "tta", "ttä")}
    taken |= {stem + end for stem in (*strong, *strong_plural) for end in ("na", "nä", "neen")}
    rest = {form for form in forms if form not in taken and form != base and not form.endswith(POSSESSIVES)}
    for form in rest:
        yield from ((kind, form) for kind in rest_kinds(form, strong or weak, strong_plural or plural))
    for stem in weak:
        yield from compared(stem)


def compared(stem: str) -> Iterator[tuple[str, str]]:
    """Comparative, superlative and their adverbs, on an adjective's weak stem."""
    short = re.fullmatch(r"[^aeiouyäö]*[aeiouyäö]{1,2}[^aeiouyäö]+[aä]", stem.rpartition("-")[2])
    comparative = stem[:-1] + "e" if short else stem
    yield "comparative", comparative + "mpi"
    superlative = re.sub("[aäe]$", "", stem) + "i" if not stem.endswith("i") else re.sub("i+$", "ei", stem)
    yield "superlative", superlative + "n"
    yield "comparative adverb", comparative + "mmin|" + stem + "sti"
    yield "superlative adverb", superlative + "mmin|" + stem + "sti"


def weak_stems(base: str, forms: set[str]) -> tuple[list[str], list[str]]:
    """Stems before -ssa, -sta …: those of the singular, which take -t too, and those of the plural, which end in -i."""
    counts = Counter(form[: -len(end)] for form in forms for end in WEAK_ENDINGS if form.endswith(end))
    stems = sorted(stem for stem, count in counts.items() if count >= 3 and stem)
    plural = [stem for stem in stems if stem.endswith("i") and stem + "t" not in forms and stem != base]
    return [stem for stem in stems if stem not in plural], plural


def strong_stems(base: str, forms: set[str]) -> tuple[list[str], list[str]]:
    """Stems before -na: those of the singular, which take possessive suffixes, and those of the plural."""
    stems = sorted({form[:-2] for form in forms if form.endswith(("na", "nä")) and len(form) > 3})
    plural = [
        stem
        for stem in stems
        if stem.endswith("i") and stem != base and not any(stem + end in forms for end in POSSESSIVES)
    ]
    return [stem for stem in stems if stem not in plural], plural


def rest_kinds(form: str, strong: list[str], plural: list[str]) -> Iterator[str]:
    """The kinds of a form that is not built on a stem by a plain ending: partitive, illative, genitive plural."""
    plural_ends = [form[len(stem) - 1 :] for stem in plural if form.startswith(stem[:-1])]
    is_plural = any(end[:1] in ("i", "j") for end in plural_ends)
    if form.endswith(("a", "ä")) and not form.endswith(("na", "nä", "lla", "llä", "ssa", "ssä")):
        yield "plural partitive" if is_plural else "partitive"
    if any(end in ("ihin", "iin", "isiin") for end in plural_ends):
        yield "plural illative"
    elif any(form in (stem + stem[-1] + "n", stem + "seen", f"{stem}h{stem[-1]}n") for stem in strong):
        yield "illative"
    elif form.endswith(("en", "ain", "äin")):
        yield "plural genitive"


def verb_forms(forms: set[str]) -> Iterator[tuple[str, str]]:
    """(kind, form) of a verb: finite forms and infinitives by voice, participles by voice and kind of noun stem."""
    own = {form.lower() for form in forms}
    for form in own:
        yield ("passive form" if PASSIVE.search(form) else "active form"), form
        if {form + "n", form + "t", form + "mme"} <= own:
            yield "active form", form  # after a negation, and the imperative
    for form in own | set(missing_participles(own)):
        for voice, participle, stems in PARTICIPLES:
            if match := participle.search(form):
                start = form[: match.start()]
                yield from ((f"{voice} {kind}", start + stem) for kind, stem in stems(match.group()))
        if form.endswith(("taan", "tään")):
            yield "passive form", form[:-2]


def missing_participles(forms: set[str]) -> Iterator[str]:
    """Participles that the dictionary gives to another word, from other forms: "saavat", "saatiin"."""
    for form in forms:
        if form.endswith(("vat", "vät")) and not form.endswith(("ivat", "ivät")):
            yield form[:-1]
            yield form[:-3] + "m" + form[-2]
        elif form.endswith("tiin"):
            back = "tu" if re.search("[aou]", form) else "ty"
            yield form[:-4] + back
            yield form[:-4] + ("tava" if back == "tu" else "tävä")


def _past_active(end: str) -> list[tuple[str, str]]:
    consonant, a = end[0], "a" if end[1] == "u" else "ä"
    stem = consonant + "ee"
    return [
        ("weak", stem), ("strong", stem), ("plural weak", consonant + "ei"), ("plural strong", consonant + "ei"),
        ("partitive", end + "t" + a), ("plural partitive", f"{consonant}eit{a}"), ("illative", stem + "seen"),
        ("plural illative", consonant + "eisiin"), ("plural genitive", consonant + "eiden"),
        ("plural genitive", consonant + "eitten"), ("nominative", end),
    ]  # fmt: skip


def _past_passive(end: str) -> list[tuple[str, str]]:
    u = end[-1]
    a = "a" if u == "u" else "ä"
    weak = _weaken(end[:-1]) + u
    return [
        ("weak", weak), ("strong", end), ("plural weak", weak + "i"), ("plural strong", end + "i"),
        ("partitive", end + a), ("plural partitive", end + "j" + a), ("illative", end + u + "n"),
        ("plural illative", end + "ihin"), ("plural genitive", end + "jen"), ("nominative", end),
    ]  # fmt: skip


def _weaken(end: str) -> str:
    """The consonants before -u in the weak grade: tt to t, lt to ll, nt to nn, rt to rr, a bare t to d."""
    if end.endswith("tt"):
        return end[:-1]
    if end[:-1] and end[-2] in "lnr":
        return end[:-1] + end[-2]
    return end[:-1] + "d" if end[-2:-1] != "s" else end


def _present(end: str) -> list[tuple[str, str]]:
    a = end[-1]
    stem, plural = end, end[:-1] + "i"
    return [
        ("weak", stem), ("strong", stem), ("plural weak", plural), ("plural strong", plural), ("partitive", stem + a),
        ("plural partitive", plural + a), ("illative", stem + a + "n"), ("plural illative", plural + "in"),
        ("plural genitive", plural + "en"), ("nominative", end),
    ]  # fmt: skip


def _agent(end: str) -> list[tuple[str, str]]:
    a = end[-1]
    infinitives = [("form", end + case) for case in ("ss" + a, "st" + a, "ll" + a, "tt" + a, a + "n", "n")]
    return [*_present(end), *infinitives]


def _negative(end: str) -> list[tuple[str, str]]:
    a = "a" if end[1] == "a" else "ä"
    o = "o" if a == "a" else "ö"
    weak, strong = f"m{a}tt{o}m{a}", f"m{a}tt{o}m{a}"
    return [
        ("weak", weak), ("strong", strong), ("plural weak", weak[:-1] + "i"), ("plural strong", weak[:-1] + "i"),
        ("partitive", f"m{a}t{o}nt{a}"), ("plural partitive", weak[:-1] + "i" + a), ("illative", weak + a + "n"),
        ("plural illative", weak[:-1] + "iin"), ("plural genitive", weak[:-1] + "ien"), ("nominative", end),
    ]  # fmt: skip


#: The end of a participle's nominative and the stems built on it.
PARTICIPLES: tuple[tuple[str, re.Pattern[str], Callable[[str], Iterable[tuple[str, str]]]], ...] = (
    ("active", re.compile(r"[nlrs](ut|yt)$"), _past_active),
    ("passive", re.compile(r"(?:[tlnrs]|(?<=[haeiouyäö]))t[uy]$"), _past_passive),
    ("passive", re.compile(r"(?<=t[aä])v[aä]$"), _present),
    ("active", re.compile(r"(?<!t[aä])v[aä]$|(?<=[^t]ta)va$|(?<=[^t]tä)vä$"), _present),
    ("active", re.compile(r"m[aä]$"), _agent),
    ("active", re.compile(r"m(aton|ätön)$"), _negative),
)
#: Ends of passive forms: "jätetään", "jätettiin", "jätettäisiin".
PASSIVE = re.compile(r"(t(aan|ään|iin|aisiin|äisiin|akoon|äköön|aneen|äneen)|d(aan|ään))$")

if __name__ == "__main__":
    main()

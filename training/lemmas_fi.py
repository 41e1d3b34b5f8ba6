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
WORDS = OUTPUT.with_name("words_fi.txt")
#: Ends of forms that only verbs have; two of them make a verb.
VERB_ENDINGS = ("isimme", "isivat", "isivät", "nemme", "koon", "köön", "tiin", "kaamme", "käämme")
#: Stems of words that have another in one case only ("vuonna").
IRREGULAR = {"vuosi": (("strong", "vuon"),)}
#: Endings on the weak stem ("kadu|ssa").
WEAK_ENDINGS = ("ssa", "sta", "lla", "lta", "lle", "ksi", "ssä", "stä", "llä", "ltä")
POSSESSIVES = ("mme", "nsa", "nsä", "ni", "nne")
VOWELS = tuple("aeiouyäöå")
Pair = tuple[str, str, float]


def main() -> None:
    """Write the tables, and the list of words that end compounds."""
    forms = read_forms()
    WORDS.write_text("\n".join(sorted(simple_words(forms))) + "\n", encoding="utf-8")
    pairs = collect_pairs(forms, read_weights())
    tables = {name: learn_table(rows) for name, rows in pairs.items()}
    OUTPUT.write_text("\n".join(write_tables(tables)) + "\n", encoding="utf-8")


def read_forms() -> dict[str, set[str]]:
    """Base form to its forms, both as the dictionary spells them; without those that are another's form ("vuodet")."""
    dictionary = DefaultDictionaryFactory(cache_max_size=1).get_dictionary("fi")
    forms: dict[str, set[str]] = defaultdict(set)
    for form in dictionary:
        forms[dictionary[form]].add(form)
    bases = {base: known for base, known in forms.items() if dictionary.get(base, base) == base}
    return {base: known for base, known in bases.items() if not any(other in bases for other in singulars(base))}


def singulars(base: str) -> Iterator[str]:
    """What a base form would be if it is a plural nominative of a regular kind ("ajankohtaiset", "vanhemmat")."""
    for plural, singular in (("set", "nen"), ("mmat", "mpi"), ("mmät", "mpi"), ("eet", "e")):
        if base.endswith(plural):
            yield base.removesuffix(plural) + singular


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
        rows = verb_forms(base, own) if is_verb(base, own) else noun_stems(base.lower(), lower)
        prefix, weight = "name:" if base[0].isupper() else "", weigh(base)
        for kind, row in rows:
            form, _, other = row.partition("|")
            pairs[prefix + kind].append((form.lower(), other or base.lower(), weight))
    return pairs


def has_harmony(base: str, form: str) -> bool:
    """Whether no suffix breaks vowel harmony: the dictionary also holds such forms ("hyvassa")."""
    return bool(re.search("[aou]", base.lower())) or not re.search("[aou]", form.lower())


def is_verb(base: str, forms: set[str]) -> bool:
    """Whether the forms are a verb's."""
    return base[-1] in "aä" and sum(any(form.endswith(end) for form in forms) for end in VERB_ENDINGS) >= 2


def simple_words(forms: dict[str, set[str]]) -> set[str]:
    """Base forms, in lower case, that are not two others joined."""
    words = {base.lower() for base, own in forms.items() if len(own) >= 3 and len(base) >= 3 and base.isalpha()}
    return {w for w in words if not any(w[:i] in words and w[i:] in words for i in range(3, len(w) - 3))}


def noun_stems(base: str, forms: set[str]) -> Iterator[tuple[str, str]]:
    """(kind, stem or form) of a noun or adjective: see `kg.languages.lemmas_fi.KINDS`."""
    yield from IRREGULAR.get(base, ())
    stems = find_stems(base, forms)
    for kind, found in stems.items():
        yield from ((kind, stem) for stem in found)
    weak, strong = stems["weak"], stems["strong"]
    strong_plural, plural = stems["plural strong"], stems["plural weak"]
    taken = {stem + end for stem in (*weak, *plural) for end in (*WEAK_ENDINGS, "n", "t", "tta", "ttä")}
    taken |= {stem + end for stem in (*strong, *strong_plural) for end in ("na", "nä", "neen")}
    rest = {form for form in forms if form not in taken and form != base and not form.endswith(POSSESSIVES)}
    for form in rest:
        yield from ((kind, form) for kind in rest_kinds(form, strong or weak, strong_plural or plural))
    yield from regular_forms(base, strong, strong_plural)
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


def regular_forms(base: str, strong: set[str], plural: set[str]) -> Iterator[tuple[str, str]]:
    """Forms of regular kinds, which the dictionary may give to another word."""
    a = "a" if re.search("[aou]", base) else "ä"
    for stem in strong:
        yield "illative", stem + "seen" if re.search(r"[aeiouyäö]([aeiouyäö])\1$", stem) else stem + stem[-1] + "n"
        if stem == base and re.search("[^aeiouyäö][aäoöuyi]$", stem):
            yield "partitive", stem + a
    for stem in plural:
        if stem[-2:-1] in VOWELS:
            yield "plural illative", stem + "hin"
            yield "plural partitive", stem[:-1] + "j" + a
            yield "plural genitive", stem[:-1] + "jen"
        else:
            yield "plural partitive", stem + a
            yield "plural genitive", stem + "en"
            yield "plural illative", stem + "in"


def find_stems(base: str, forms: set[str]) -> dict[str, set[str]]:
    """The four stems. What the dictionary gives to another word of the same form follows from the other stems."""
    weak, plural = (set(stems) for stems in weak_stems(base, forms))
    strong, strong_plural = (set(stems) for stems in strong_stems(base, forms))
    if not strong:
        strong = {form[:-2] for form in forms if re.search(r"([aeiouyäö])\1n$", form) and form[-4:-2] != "se"}
        if len(strong) > 1:
            strong = {stem for stem in strong if stem[:2] == base[:2] and not stem.endswith("i")}
    for form in forms:
        if match := re.search("(?<=[aouyäöe])(j[aä]|ihin)$|(?<=[^i])(i[aä]|iin)$", form):
            stem = form[: match.start()] + "i"
            if any(stem[:-2] == other[: len(stem) - 2] for other in strong or {base}) and stem not in strong:
                strong_plural.add(stem)
    for one in weak:
        for other in strong:
            plural |= {one[:-1] + stem[len(other) - 1 :] for stem in strong_plural if stem.startswith(other[:-1])}
            strong_plural |= {other[:-1] + stem[len(one) - 1 :] for stem in plural if stem.startswith(one[:-1])}
    return {"weak": weak, "strong": strong, "plural weak": plural, "plural strong": strong_plural}


def weak_stems(base: str, forms: set[str]) -> tuple[list[str], list[str]]:
    """Stems before -ssa, -sta …: those of the singular, which take -t too, and those of the plural, which end in -i."""
    counts = Counter(form[: -len(end)] for form in forms for end in WEAK_ENDINGS if form.endswith(end))
    stems = sorted(stem for stem, count in counts.items() if count >= 3 and stem[-1:] in VOWELS)
    return _part_plural(base, stems, lambda stem: stem + "t" in forms)


def _part_plural(base: str, stems: list[str], is_singular: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    """Stems of the singular and of the plural. A base form in -i is its own stem ("risti") unless it has one in -e."""
    own = base if all(stem.endswith("i") for stem in stems) else ""
    plural = [stem for stem in stems if stem.endswith("i") and stem != own and not is_singular(stem)]
    return [stem for stem in stems if stem not in plural], plural


def strong_stems(base: str, forms: set[str]) -> tuple[list[str], list[str]]:
    """Stems before -na: those of the singular, which take possessive suffixes, and those of the plural."""
    stems = sorted({form[:-2] for form in forms if form.endswith(("na", "nä")) and form[-3:-2] in VOWELS})
    stems = [stem for stem in stems if stem]
    return _part_plural(base, stems, lambda stem: any(stem + end in forms for end in POSSESSIVES))


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


def verb_forms(base: str, forms: set[str]) -> Iterator[tuple[str, str]]:
    """(kind, form) of a verb: finite forms and infinitives by voice, participles by voice and kind of noun stem."""
    own = {form.lower() for form in forms}
    a = "a" if base.endswith("a") else "ä"
    for _ in range(2):
        own |= {other for form in own for other in finite_forms(form, a)}
    own |= {other for form in own for other in missing_participles(form)}
    for form in own:
        yield ("passive form" if PASSIVE.search(form) else "active form"), form
        if PASSIVE.search(form) and form.endswith(("aan", "ään")):
            yield "passive form", form[:-2]
        for voice, participle, stems in PARTICIPLES:
            match = participle.search(form)
            if match and not (voice == "passive" and form + "t" in own and match.group() in ("va", "vä")):
                start = form[: match.start()]
                yield from ((f"{voice} {kind}", start + stem) for kind, stem in stems(match.group()))


def finite_forms(form: str, a: str) -> Iterator[str]:
    """Finite forms that the dictionary gives to another word, from others of the same stem."""
    if form.endswith(("ivat", "ivät")):
        yield form[:-3]
    elif form.endswith(("vat", "vät")) and len(form) > 5:
        stem = form[:-3]
        yield stem if re.search(r"[aeiouyäö]{2}$", stem) and not re.search("(e|i)[aä]$", stem) else stem + stem[-1]
    elif re.search(r"[^aeiouyäö]([aeiouyäö])\1$", form) and len(form) > 4:
        yield f"{form[:-1]}v{a}t"
    elif match := re.search("(?:[aäoöuy]|(?<![^n]n)e)(mme|tte)$", form):
        if not form.endswith(("aamme", "äämme")):
            stem = form[: match.start(1)]
            yield from (stem, stem + "n", stem + "t")
    elif form.endswith(("imme", "itte")):
        yield from (form[:-3] + "n", form[:-3] + "t")


def missing_participles(form: str) -> Iterator[str]:
    """Participles that the dictionary gives to another word, from other forms: "saavat", "saatiin"."""
    if form.endswith(("vat", "vät")) and not form.endswith(("ivat", "ivät")):
        yield form[:-1]
        yield form[:-3] + "m" + form[-2]
    elif match := re.search("(?<=[nlrs])emme$", form):
        yield form[: match.start()] + ("ut" if re.search("[aou]", form) else "yt")
    elif form.endswith("tiin"):
        back = bool(re.search("[aou]", form))
        yield form[:-3] + ("u" if back else "y")
        yield form[:-3] + ("ava" if back else "ävä")


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
    ("active", re.compile(r"v[aä]$"), _present),
    ("active", re.compile(r"m[aä]$"), _agent),
    ("active", re.compile(r"m(aton|ätön)$"), _negative),
)
#: Ends of passive forms: "jätetään", "jätettiin", "jätettäisiin".
PASSIVE = re.compile(r"((t|d|ll|nn|rr|st)(aan|ään)|t(iin|aisiin|äisiin|akoon|äköön|aneen|äneen|aessa|äessä|ava|ävä))$")

if __name__ == "__main__":
    main()

"""What keeps Norwegian clauses from being facts, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from tests.annotated import extraction_of, row_tree, shown

#: What a sentence shows, to its row and its propositions.
CASES = {
    "what a negated belief tells is not so": (
        "Kari/Kari/PROPN/2/nsubj trur/tru/VERB/0/root/Mood=Ind|VerbForm=Fin ikkje/ikkje/PART/2/advmod"
        " at/at/SCONJ/6/mark Ola/Ola/NOUN/6/nsubj eig/eige/VERB/2/ccomp/Mood=Ind|VerbForm=Fin"
        " Acme/Acme/PROPN/6/obj",
        [
            "Ola | eig | Acme [not, says Kari]",
        ],
    ),
    "what a negated cleft tells is not so": (
        "Det/det/PRON/4/expl/Number=Sing|PronType=Prs er/vere/AUX/4/cop/Mood=Ind|VerbForm=Fin"
        " ikkje/ikkje/PART/4/advmod Kari/Kari/PROPN/0/root som/som/PRON/6/nsubj/PronType=Rel"
        " eig/eige/VERB/4/acl:cleft/Mood=Ind|VerbForm=Fin Acme/Acme/PROPN/6/obj",
        [
            "Kari | eig | Acme [not]",
        ],
    ),
    "what there is none of does nothing": (
        "Det/det/PRON/2/expl/Number=Sing|PronType=Prs finst/finnast/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " ikkje/ikkje/PART/2/advmod firma/firma/NOUN/2/nsubj/Definite=Ind|Number=Plur"
        " som/som/PRON/6/nsubj/PronType=Rel sel/selje/VERB/4/acl:relcl/Mood=Ind|VerbForm=Fin"
        " skip/skip/NOUN/6/obj/Definite=Ind|Number=Plur",
        [
            "firma | sel | skip [not]",
        ],
    ),
    "a time that is not the first is one": (
        "Det/det/PRON/5/expl/Number=Sing|PronType=Prs er/vere/AUX/5/cop/Mood=Ind|VerbForm=Fin"
        " ikkje/ikkje/PART/5/advmod første/første/ADJ/5/amod/Definite=Def|Number=Sing"
        " gong/gong/NOUN/0/root/Definite=Ind|Number=Sing Kari/Kari/PROPN/7/nsubj"
        " kjøper/kjøpe/VERB/5/acl:cleft/Mood=Ind|VerbForm=Fin Acme/Acme/PROPN/7/obj",
        [
            "Kari | kjøper | Acme",
        ],
    ),
    "an adverb of a cleft hedges what it tells": (
        "Det/det/PRON/4/expl/Number=Sing|PronType=Prs er/være/AUX/4/cop/Mood=Ind|VerbForm=Fin"
        " kanskje/kanskje/ADV/4/advmod Kari/Kari/PROPN/0/root som/som/PRON/6/nsubj/PronType=Rel"
        " eig/eige/VERB/4/acl:cleft/Mood=Ind|VerbForm=Fin Acme/Acme/PROPN/6/obj",
        [
            "Kari | eig | Acme [Possible]",
        ],
    ),
    "what may come of something may be so": (
        "Streiken/streik/NOUN/3/nsubj/Definite=Def|Number=Sing kan/kunne/AUX/3/aux/Mood=Ind|VerbForm=Fin"
        " føre/føre/VERB/0/root/VerbForm=Inf til/til/SCONJ/7/mark at/at/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj"
        " sel/selje/VERB/3/advcl/Mood=Ind|VerbForm=Fin skip/skip/NOUN/7/obj/Definite=Ind|Number=Plur",
        [
            "Acme | sel | skip [Possible]",
        ],
    ),
    "what nothing points to is not so": (
        "Tala/tal/NOUN/2/nsubj/Definite=Def|Number=Plur tyder/tyde/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " ikkje/ikkje/PART/2/advmod på/på/SCONJ/7/mark at/at/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj"
        " eig/eige/VERB/2/advcl/Mood=Ind|VerbForm=Fin Beta/Beta/PROPN/7/obj",
        [
            "Acme | eig | Beta [not]",
        ],
    ),
    "what nothing hinders is so": (
        "Kari/Kari/PROPN/2/nsubj hindra/hindre/VERB/0/root/Mood=Ind|VerbForm=Fin ikkje/ikkje/PART/2/advmod"
        " at/at/SCONJ/6/mark Ola/Ola/NOUN/6/nsubj kjøpte/kjøpe/VERB/2/ccomp/Mood=Ind|VerbForm=Fin"
        " Acme/Acme/PROPN/6/obj",
        [
            "Ola | kjøpte | Acme",
        ],
    ),
    "what comes of what has to be done is no fact": (
        "Kari/Kari/PROPN/3/nsubj må/måtte/AUX/3/aux/Mood=Ind|VerbForm=Fin"
        " byggje/byggje/VERB/0/root/VerbForm=Inf hamner/hamn/NOUN/3/obj/Definite=Ind|Number=Plur"
        " slik/slik/ADV/6/advmod at/at/SCONJ/8/mark Acme/Acme/PROPN/8/nsubj"
        " sel/selje/VERB/3/advcl/Mood=Ind|VerbForm=Fin skip/skip/NOUN/8/obj/Definite=Ind|Number=Plur",
        [
            "Kari | må byggje | hamner [Required]",
            "Acme | sel | skip [Required]",
        ],
    ),
    "what must be mentioned is said here": (
        "Det/det/PRON/3/expl/Number=Sing|PronType=Prs må/måtte/AUX/3/aux/Mood=Ind|VerbForm=Fin"
        " nemnast/nemne/VERB/0/root/VerbForm=Inf at/at/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj"
        " kjøpte/kjøpe/VERB/3/ccomp/Mood=Ind|VerbForm=Fin Beta/Beta/PROPN/6/obj",
        [
            "Acme | kjøpte | Beta",
        ],
    ),
    "what must be assumed is not": (
        "Det/det/PRON/3/expl/Number=Sing|PronType=Prs må/måtte/AUX/3/aux/Mood=Ind|VerbForm=Fin"
        " antas/anta/VERB/0/root/VerbForm=Inf|Voice=Pass at/at/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj"
        " kjøpte/kjøpe/VERB/3/ccomp/Mood=Ind|VerbForm=Fin Beta/Beta/PROPN/6/obj",
        [
            "Acme | kjøpte | Beta [Possible]",
        ],
    ),
    "what this shows nobody says": (
        "Dette/dette/PRON/2/nsubj/Number=Sing|PronType=Prs viser/vise/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " at/at/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj eig/eige/VERB/2/ccomp/Mood=Ind|VerbForm=Fin"
        " Beta/Beta/PROPN/5/obj",
        [
            "Acme | eig | Beta",
        ],
    ),
    "what figures show they say": (
        "Tala/tal/NOUN/2/nsubj/Definite=Def|Number=Plur viser/vise/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " at/at/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj eig/eige/VERB/2/ccomp/Mood=Ind|VerbForm=Fin"
        " Beta/Beta/PROPN/5/obj",
        [
            "Acme | eig | Beta [says Tala]",
        ],
    ),
    "what turns out is so": (
        "Det/det/PRON/2/expl/Number=Sing|PronType=Prs viste/vise/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " seg/seg/PRON/2/obj/Case=Acc|PronType=Prs|Reflex=Yes at/at/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj"
        " hadde/ha/AUX/7/aux/Mood=Ind|VerbForm=Fin kjøpt/kjøpe/VERB/2/csubj/VerbForm=Part"
        " Beta/Beta/PROPN/7/obj",
        [
            "Acme | hadde kjøpt | Beta",
        ],
    ),
    "whoever has a claim says it": (
        "Kari/Kari/PROPN/2/nsubj har/ha/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " inntrykk/inntrykk/NOUN/2/obj/Definite=Ind|Number=Sing av/av/SCONJ/7/mark at/at/SCONJ/7/mark"
        " Acme/Acme/PROPN/7/nsubj eig/eige/VERB/3/acl/Mood=Ind|VerbForm=Fin Beta/Beta/PROPN/7/obj",
        [
            "Kari | har | inntrykk",
            "Acme | eig | Beta [says Kari]",
        ],
    ),
    "who is sure says so": (
        "Kari/Kari/PROPN/3/nsubj er/være/AUX/3/cop/Mood=Ind|VerbForm=Fin"
        " sikker/sikker/ADJ/0/root/Definite=Ind|Number=Sing på/på/SCONJ/7/mark at/at/SCONJ/7/mark"
        " Acme/Acme/PROPN/7/nsubj eig/eige/VERB/3/advcl/Mood=Ind|VerbForm=Fin Beta/Beta/PROPN/7/obj",
        [
            "Acme | eig | Beta [says Kari]",
        ],
    ),
    "what is certain is so": (
        "Det/det/PRON/3/expl/Number=Sing|PronType=Prs er/vere/AUX/3/cop/Mood=Ind|VerbForm=Fin"
        " sikkert/sikker/ADJ/0/root/Definite=Ind|Number=Sing at/at/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj"
        " eig/eige/VERB/3/csubj/Mood=Ind|VerbForm=Fin Beta/Beta/PROPN/6/obj",
        [
            "Acme eig Beta | er | sikkert",
            "Acme | eig | Beta",
        ],
    ),
    "jamvel om sets aside": (
        "Kari/Kari/PROPN/2/nsubj reiste/reise/VERB/0/root/Mood=Ind|VerbForm=Fin ,/$,/PUNCT/2/punct"
        " jamvel/jamvel/ADV/5/advmod om/om/SCONJ/7/mark Acme/Acme/PROPN/7/nsubj"
        " kjøpte/kjøpe/VERB/2/advcl/Mood=Ind|VerbForm=Fin Beta/Beta/PROPN/7/obj",
        [
            "Kari | reiste",
            "Acme | kjøpte | Beta",
        ],
    ),
    "an adverb before its adposition is one with it": (
        "Kari/Kari/PROPN/2/nsubj kjøpte/kjøpe/VERB/0/root/Mood=Ind|VerbForm=Fin Acme/Acme/PROPN/2/obj"
        " saman/saman/ADV/6/advmod med/med/ADP/6/case Ola/Ola/PROPN/2/obl",
        [
            "Kari | kjøpte | Acme | saman med Ola",
        ],
    ),
    "as others do says nothing": (
        "Kari/Kari/PROPN/2/nsubj eig/eige/VERB/0/root/Mood=Ind|VerbForm=Fin Acme/Acme/PROPN/2/obj"
        " slik/slik/ADV/2/advmod Ola/Ola/NOUN/6/nsubj gjer/gjere/VERB/4/advcl/Mood=Ind|VerbForm=Fin",
        [
            "Kari | eig | Acme",
        ],
    ),
    "what an adposition asks for at a noun is no fact": (
        "Kari/Kari/PROPN/2/nsubj stiller/stille/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " spørsmålet/spørsmål/NOUN/2/obj/Definite=Def|Number=Sing om/om/ADP/8/case kva/kva/DET/6/det"
        " rolle/rolle/NOUN/8/obj/Definite=Ind|Number=Sing Acme/Acme/PROPN/8/nsubj"
        " har/ha/VERB/3/acl:relcl/Mood=Ind|VerbForm=Fin",
        [
            "Kari | stiller | spørsmålet om kva rolle Acme har",
        ],
    ),
    "how something is done at a noun is no relative clause": (
        "Boka/bok/NOUN/4/nsubj/Definite=Def|Number=Sing er/være/AUX/4/cop/Mood=Ind|VerbForm=Fin"
        " et/en/DET/4/det eksempel/eksempel/NOUN/0/root/Definite=Ind|Number=Sing på/på/ADP/8/case"
        " hvordan/hvordan/ADV/8/advmod Acme/Acme/PROPN/8/nsubj"
        " vokser/vokse/VERB/4/acl:relcl/Mood=Ind|VerbForm=Fin",
        [
            "Boka | er | eksempel",
            "Acme | vokser",
        ],
    ),
    "how much is asked at a noun": (
        "Kari/Kari/PROPN/2/nsubj har/ha/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " tall/tall/NOUN/2/obj/Definite=Ind|Number=Plur på/på/ADP/9/case hvor/hvor/ADV/6/advmod"
        " mange/mange/ADJ/7/amod/Number=Plur skip/skip/NOUN/9/obj/Definite=Ind|Number=Plur"
        " Acme/Acme/PROPN/9/nsubj har/ha/VERB/3/acl:relcl/Mood=Ind|VerbForm=Fin",
        [
            "Kari | har | tall på hvor mange skip Acme har",
        ],
    ),
    "about how is no condition": (
        "Kari/Kari/PROPN/2/nsubj fortel/fortelje/VERB/0/root/Mood=Ind|VerbForm=Fin om/om/SCONJ/6/mark"
        " korleis/korleis/ADV/6/advmod Ola/Ola/PROPN/6/nsubj kjøpte/kjøpe/VERB/2/advcl/Mood=Ind|VerbForm=Fin"
        " Acme/Acme/PROPN/6/obj",
        [
            "Ola | kjøpte | Acme",
        ],
    ),
    "where somebody is, is asked": (
        "Kari/Kari/PROPN/2/nsubj veit/vite/VERB/0/root/Mood=Ind|VerbForm=Fin kvar/kvar/ADV/2/xcomp"
        " Ola/Ola/PROPN/3/nsubj er/være/AUX/3/cop/Mood=Ind|VerbForm=Fin",
        [
            "Kari | veit | kvar Ola er",
        ],
    ),
    "a place with an adposition in a cleft is the clause's": (
        "Det/det/PRON/4/expl/Number=Sing|PronType=Prs var/vere/AUX/4/cop/Mood=Ind|VerbForm=Fin i/i/ADP/4/case"
        " Oslo/Oslo/PROPN/0/root at/at/SCONJ/7/mark Kari/Kari/PROPN/7/nsubj"
        " kjøpte/kjøpe/VERB/4/csubj/Mood=Ind|VerbForm=Fin Acme/Acme/PROPN/7/obj",
        [
            "Kari | kjøpte | Acme | i Oslo",
        ],
    ),
    "what has only to be done is no thing": (
        "Det/det/PRON/5/nsubj/Number=Sing|PronType=Prs er/vere/AUX/5/cop/Mood=Ind|VerbForm=Fin"
        " berre/berre/ADV/5/advmod å/å/PART/5/mark ringje/ringje/VERB/0/root/VerbForm=Inf"
        " Acme/Acme/PROPN/5/obj",
        [],
    ),
    "an infinitive that tells keeps what it tells": (
        "Oppgåva/oppgåve/NOUN/6/nsubj/Definite=Def|Number=Sing til/til/ADP/3/case Acme/Acme/PROPN/1/nmod"
        " er/vere/AUX/6/cop/Mood=Ind|VerbForm=Fin å/å/PART/6/mark sørgje/sørgje/VERB/0/root/VerbForm=Inf"
        " for/for/SCONJ/10/mark at/at/SCONJ/10/mark Kari/Kari/PROPN/10/nsubj"
        " får/få/VERB/6/advcl/Mood=Ind|VerbForm=Fin skip/skip/NOUN/10/obj/Definite=Ind|Number=Plur",
        [
            "Oppgåva til Acme | er | sørgje for at Kari får skip",
            "Kari | får | skip",
        ],
    ),
    "what things show is so": (
        "Avgangane/avgang/NOUN/2/nsubj/Definite=Def|Number=Plur viser/vise/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " at/at/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj eig/eige/VERB/2/ccomp/Mood=Ind|VerbForm=Fin"
        " Beta/Beta/PROPN/5/obj",
        [
            "Acme | eig | Beta",
        ],
    ),
    "a cleft may have no link": (
        "Det/det/PRON/4/expl er/vere/AUX/4/cop i/i/ADP/4/case hamna/hamn/NOUN/0/root Kari/Kari/PROPN/6/nsubj"
        " kjøpte/kjøpe/VERB/4/acl:cleft Acme/Acme/PROPN/6/obj",
        ["Kari | kjøpte | Acme | i hamna"],
    ),
    "places in a row are not in each other": (
        "Kari/Kari/PROPN/2/nsubj bur/bu/VERB/0/root i/i/ADP/4/case Oslo/Oslo/PROPN/2/obl ,/,/PUNCT/7/punct"
        " i/i/ADP/7/case Bergen/Bergen/PROPN/4/nmod",
        ["Kari | bur | i Oslo"],
    ),
    "nobody shares a reflexive pronoun": (
        "Kari/Kari/PROPN/3/nsubj har/ha/AUX/3/aux selt/selje/VERB/0/root/VerbForm=Part og/og/CCONJ/5/cc"
        " slått/slå/VERB/3/conj/VerbForm=Part seg/seg/PRON/5/obj/Reflex=Yes til/til/ADP/8/case ro/ro/NOUN/5/obl",
        ["Kari | har selt", "Kari | har slått seg | til ro"],
    ),
    "what is not so every day is so": (
        "Det/det/PRON/5/expl/Number=Sing|PronType=Prs er/vere/AUX/5/cop/Mood=Ind|VerbForm=Fin"
        " ikkje/ikkje/PART/5/advmod kvar/kvar/DET/5/det dag/dag/NOUN/0/root/Definite=Ind|Number=Sing"
        " Kari/Kari/PROPN/7/nsubj kjøper/kjøpe/VERB/5/acl:cleft/Mood=Ind|VerbForm=Fin"
        " skip/skip/NOUN/7/obj/Definite=Ind|Number=Plur",
        [
            "Kari | kjøper | skip",
        ],
    ),
    "no belief in something denies it": (
        "Kari/Kari/PROPN/2/nsubj har/ha/VERB/0/root/Mood=Ind|VerbForm=Fin inga/ingen/DET/4/det"
        " tru/tru/NOUN/2/obj/Definite=Ind|Number=Sing på/på/SCONJ/8/mark at/at/SCONJ/8/mark"
        " Acme/Acme/PROPN/8/nsubj eig/eige/VERB/4/acl/Mood=Ind|VerbForm=Fin Beta/Beta/PROPN/8/obj",
        [
            "Kari | har | inga tru [not]",
            "Acme | eig | Beta [not, says Kari]",
        ],
    ),
    "a noun keeps what it asks": (
        "Kari/Kari/PROPN/2/nsubj gav/gje/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " svar/svar/NOUN/2/obj/Definite=Ind|Number=Sing på/på/ADP/7/case kva/kva/PRON/7/obj/PronType=Int"
        " Acme/Acme/PROPN/7/nsubj eig/eige/VERB/3/acl:relcl/Mood=Ind|VerbForm=Fin",
        [
            "Kari | gav | svar på kva Acme eig",
        ],
    ),
    "what is done by doing something is as sure as that": (
        "Kari/Kari/PROPN/3/nsubj kan/kunne/AUX/3/aux/Mood=Ind|VerbForm=Fin"
        " hjelpe/hjelpe/VERB/0/root/VerbForm=Inf ved/ved/SCONJ/6/mark å/å/PART/6/mark"
        " selje/selje/VERB/3/advcl/VerbForm=Inf Acme/Acme/PROPN/6/obj",
        [
            "Kari | kan hjelpe [Possible]",
            "Kari | å selje | Acme [Possible]",
        ],
    ),
    "work that is to be strengthened is no fact": (
        "Kari/Kari/PROPN/3/nsubj vil/vilje/AUX/3/aux/Mood=Ind|VerbForm=Fin"
        " styrkje/styrkje/VERB/0/root/VerbForm=Inf arbeidet/arbeid/NOUN/3/obj/Definite=Def|Number=Sing"
        " med/med/SCONJ/7/mark å/å/PART/7/mark byggje/byggje/VERB/4/acl/VerbForm=Inf"
        " skip/skip/NOUN/7/obj/Definite=Ind|Number=Plur",
        [
            "Kari | vil styrkje | arbeidet [Possible]",
            "Kari | å byggje | skip [Possible]",
        ],
    ),
    "to whom something is given": (
        "Kari/Kari/PROPN/2/nsubj leverte/levere/VERB/0/root/Mood=Ind|VerbForm=Fin ei/ein/DET/4/det"
        " melding/melding/NOUN/2/obj/Definite=Ind|Number=Sing til/til/ADP/6/case Acme/Acme/PROPN/4/nmod",
        [
            "Kari | leverte | melding | til Acme",
        ],
    ),
    "from whom something comes": (
        "Kari/Kari/NOUN/2/nsubj fekk/få/VERB/0/root/Mood=Ind|VerbForm=Fin ein/ein/DET/4/det"
        " telefon/telefon/NOUN/2/obj/Definite=Ind|Number=Sing frå/frå/ADP/6/case Ola/Ola/NOUN/4/nmod",
        [
            "Kari | fekk | telefon | frå Ola",
        ],
    ),
    "a name's noun says nothing of it": (
        "Ola/Ola/PROPN/2/nsubj bruker/bruke/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " namnet/namn/NOUN/4/nmod/Definite=Def|Number=Sing Acme/Acme/PROPN/2/obj",
        [
            "Ola | bruker | Acme",
        ],
    ),
    "what somebody sees to, is done": (
        "Kari/Kari/PROPN/2/nsubj syter/syte/VERB/0/root/Mood=Ind|VerbForm=Fin for/for/SCONJ/5/mark"
        " å/å/PART/5/mark få/få/VERB/2/advcl/VerbForm=Inf skip/skip/NOUN/5/obj/Definite=Ind|Number=Plur",
        [
            "Kari | syter for å få | skip",
        ],
    ),
    "among others says nothing": (
        "Kari/Kari/PROPN/2/nsubj møtte/møte/VERB/0/root/Mood=Ind|VerbForm=Fin blant/blant/ADP/5/case"
        " andre/annan/DET/5/nmod/Number=Plur Ola/Ola/NOUN/2/obl",
        [
            "Kari | møtte | Ola",
        ],
    ),
    "between others is a place": (
        "Kari/Kari/PROPN/2/nsubj bur/bu/VERB/0/root/Mood=Ind|VerbForm=Fin mellom/mellom/ADP/5/case"
        " andre/annen/DET/5/det/Number=Plur hus/hus/NOUN/2/obl/Definite=Ind|Number=Plur",
        [
            "Kari | bur | mellom andre hus",
        ],
    ),
    "a pronoun that nothing stands before is nobody": (
        "Som/som/SCONJ/3/nsubj har/ha/AUX/3/aux selt/selje/VERB/0/root skip/skip/NOUN/3/obj",
        [],
    ),
    "a name behind an adposition is not the noun before that": (
        "Kari/Kari/PROPN/2/nsubj ser/sjå/VERB/0/root scena/scene/NOUN/2/obj i/i/ADP/5/case"
        " studenthuset/studenthus/NOUN/6/nmod Acme/Acme/PROPN/3/nmod",
        ["Kari | ser | scena i studenthuset Acme"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_norwegian_clause_has_its_status(case: str) -> None:
    row, expected = CASES[case]
    assert shown(extraction_of(row_tree(row, lang="nn"))) == expected

"""Constructions of running Norwegian text, a row a sentence, and the propositions read off it."""

from __future__ import annotations

import pytest

from kg.extraction import Lexis
from tests.annotated import extraction_of, row_tree, shown

#: What a sentence shows, to its row and its propositions.
CASES = {
    "what somebody says has a finite copula, though it is tagged as an open complement": (
        "Kari/Kari/PROPN/2/nsubj meiner/meine/VERB/0/root det/det/PRON/5/expl er/vere/AUX/5/cop/VerbForm=Fin"
        " lurt/lur/ADJ/2/xcomp at/at/SCONJ/8/mark Acme/Acme/PROPN/8/nsubj sel/selje/VERB/5/csubj"
        " Beta/Beta/PROPN/8/obj",
        ["Acme sel Beta | er | lurt [says Kari]", "Acme | sel | Beta [says Kari]"],
    ),
    "who somebody is asks for a thing": (
        "Kari/Kari/PROPN/2/nsubj spør/spørje/VERB/0/root kven/kven/PRON/2/xcomp/PronType=Int"
        " Ola/Ola/PROPN/3/nsubj er/vere/AUX/3/cop/VerbForm=Fin",
        ["Kari | spør | kven Ola er"],
    ),
    "an adposition behind a copula is one, though it is tagged as a conjunction": (
        "Kari/Kari/PROPN/2/nsubj seier/seie/VERB/0/root at/at/SCONJ/7/mark Ola/Ola/PROPN/7/nsubj"
        " er/vere/AUX/7/cop/VerbForm=Fin på/på/SCONJ/7/mark ferie/ferie/NOUN/2/ccomp",
        ["Ola | er | på ferie [says Kari]"],
    ),
    "whom many an adposition introduces, are an argument": (
        "Acme/Acme/PROPN/3/nsubj:pass blir/bli/AUX/3/aux:pass kritisert/kritisere/VERB/0/root/VerbForm=Part"
        " av/av/ADP/5/case mange/mange/ADJ/3/advmod/Number=Plur",
        ["Acme | blir kritisert | av mange"],
    ),
    "a part of something is an argument": (
        "Acme/Acme/PROPN/2/nsubj står/stå/VERB/0/root bak/bak/ADP/4/case mykje/mykje/ADJ/2/advmod"
        " av/av/ADP/6/case handelen/handel/NOUN/4/nmod",
        ["Acme | står | bak mykje av handelen"],
    ),
    "what is compared is no argument": (
        "Kari/Kari/PROPN/2/nsubj veit/vite/VERB/0/root meir/mykje/ADJ/2/obj enn/enn/ADP/5/case"
        " mange/mange/ADJ/2/advmod/Number=Plur",
        ["Kari | veit | meir"],
    ),
    "an empty subject keeps the verb from sharing one": (
        "Acme/Acme/PROPN/2/nsubj veks/vekse/VERB/0/root men/men/CCONJ/5/cc det/det/PRON/5/expl"
        " tek/ta/VERB/2/conj tid/tid/NOUN/5/obj på/på/ADP/8/case kontoret/kontor/NOUN/5/obl",
        ["Acme | veks"],
    ),
    "an empty object does not": (
        "Kari/Kari/PROPN/2/nsubj kom/kome/VERB/0/root og/og/CCONJ/4/cc gjorde/gjere/VERB/2/conj det/det/PRON/4/expl"
        " lett/lett/ADJ/4/xcomp",
        ["Kari | kom", "Kari | gjorde | lett"],
    ),
    "that something is says nothing without a place": (
        "Det/det/PRON/2/expl er/vere/VERB/0/root ein/ein/DET/4/det grunn/grunn/NOUN/2/nsubj til/til/SCONJ/8/mark"
        " at/at/SCONJ/8/mark Kari/Kari/PROPN/8/nsubj eig/eige/VERB/4/acl Acme/Acme/PROPN/8/obj",
        ["Kari | eig | Acme"],
    ),
    "a verb that only points to a clause behind an adposition says nothing": (
        "Salet/sal/NOUN/2/nsubj førte/føre/VERB/0/root til/til/SCONJ/6/mark at/at/SCONJ/6/mark"
        " Acme/Acme/PROPN/6/nsubj kjøpte/kjøpe/VERB/2/advcl Beta/Beta/PROPN/6/obj",
        ["Acme | kjøpte | Beta"],
    ),
    "who points to what is so says so": (
        "Kari/Kari/PROPN/2/nsubj viser/vise/VERB/0/root til/til/SCONJ/6/mark at/at/SCONJ/6/mark"
        " Acme/Acme/PROPN/6/nsubj kjøpte/kjøpe/VERB/2/advcl Beta/Beta/PROPN/6/obj",
        ["Acme | kjøpte | Beta [says Kari]"],
    ),
    "who sees something is its source": (
        "Kari/Kari/PROPN/2/nsubj ser/sjå/VERB/0/root at/at/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj"
        " kjøper/kjøpe/VERB/2/ccomp Beta/Beta/PROPN/5/obj",
        ["Acme | kjøper | Beta [says Kari]"],
    ),
    "what looks so is possible": (
        "Acme/Acme/PROPN/2/nsubj ser/sjå/VERB/0/root ut/ut/ADP/2/compound:prt til/til/SCONJ/7/mark å/å/PART/7/mark"
        " ha/ha/AUX/7/aux kjøpt/kjøpe/VERB/2/advcl/VerbForm=Part Beta/Beta/PROPN/7/obj",
        ["Acme | ser ut til å ha kjøpt | Beta [Possible]"],
    ),
    "what somebody hinders is not so": (
        "Kari/Kari/PROPN/2/nsubj hindra/hindre/VERB/0/root at/at/SCONJ/5/mark Acme/Acme/PROPN/5/nsubj"
        " kjøpte/kjøpe/VERB/2/ccomp Beta/Beta/PROPN/5/obj",
        ["Acme | kjøpte | Beta [not]"],
    ),
    "a reflexive pronoun with its adposition belongs to the verb": (
        "Kari/Kari/PROPN/2/nsubj ser/sjå/VERB/0/root for/for/ADP/4/case seg/seg/PRON/2/obl eit/ein/DET/6/det"
        " sal/sal/NOUN/2/obj",
        ["Kari | ser for seg | sal"],
    ),
    "a relative pronoun that stands for nothing is no subject": (
        "Kari/Kari/PROPN/2/nsubj selde/selje/VERB/0/root Acme/Acme/PROPN/2/obj så/så/ADV/5/advmod"
        " fort/fort/ADV/2/advmod som/som/PRON/8/nsubj/PronType=Rel er/vere/AUX/8/cop lov/lov/ADJ/5/advcl",
        ["Kari | selde | Acme"],
    ),
    "whom somebody gets to do something, does it": (
        "Kari/Kari/PROPN/2/nsubj fekk/få/VERB/0/root Ola/Ola/PROPN/2/obj til/til/SCONJ/6/mark å/å/PART/6/mark"
        " kjøpe/kjøpe/VERB/3/acl/VerbForm=Inf Acme/Acme/PROPN/6/obj",
        ["Kari | fekk | Ola", "Ola | å kjøpe | Acme"],
    ),
    "who gets leave to do something, does it": (
        "Kari/Kari/PROPN/2/nsubj fekk/få/VERB/0/root løyve/løyve/NOUN/2/obj/Definite=Ind|Number=Sing"
        " til/til/SCONJ/6/mark å/å/PART/6/mark kjøpe/kjøpe/VERB/3/acl/VerbForm=Inf Acme/Acme/PROPN/6/obj",
        ["Kari | fekk | løyve", "Kari | å kjøpe | Acme [Planned]"],
    ),
    "whom somebody lets do something, does it": (
        "Kari/Kari/PROPN/2/nsubj lét/late/VERB/0/root Ola/Ola/PROPN/2/iobj kjøpe/kjøpe/VERB/2/xcomp/VerbForm=Inf"
        " Acme/Acme/PROPN/4/obj",
        ["Kari | lét | Ola", "Ola | kjøpe | Acme"],
    ),
    "an order to let is no fact": (
        "Lat/late/VERB/0/root/Mood=Imp Ola/Ola/PROPN/1/iobj kjøpe/kjøpe/VERB/1/xcomp/VerbForm=Inf"
        " Acme/Acme/PROPN/3/obj",
        ["Ola | kjøpe | Acme [Planned]"],
    ),
    "whose a plan is, carries it out": (
        "Planen/plan/NOUN/8/nsubj til/til/ADP/3/case Acme/Acme/PROPN/1/nmod om/om/SCONJ/6/mark å/å/PART/6/mark"
        " selje/selje/VERB/1/acl/VerbForm=Inf Beta/Beta/PROPN/6/obj uroar/uroe/VERB/0/root Kari/Kari/PROPN/8/obj",
        ["Planen til Acme | uroar | Kari", "Acme | å selje | Beta [Planned]"],
    ),
    "a genitive is its possessor": (
        "Acmes/Acme/PROPN/2/nmod/Case=Gen plan/plan/NOUN/7/nsubj om/om/SCONJ/5/mark å/å/PART/5/mark"
        " selje/selje/VERB/2/acl/VerbForm=Inf Beta/Beta/PROPN/5/obj uroar/uroe/VERB/0/root Kari/Kari/PROPN/7/obj",
        ["Acmes plan | uroar | Kari", "Acme | å selje | Beta [Planned]"],
    ),
    "in whose opinion something is so, says so": (
        "Etter/etter/ADP/3/case Karis/Kari/PROPN/3/nmod/Case=Gen syn/syn/NOUN/4/obl eig/eige/VERB/0/root"
        " Acme/Acme/PROPN/4/nsubj Beta/Beta/PROPN/4/obj",
        ["Acme | eig | Beta | etter Karis syn [says Kari]"],
    ),
    "what is compared with is no fact": (
        "Kari/Kari/PROPN/2/nsubj vil/ville/VERB/0/root noko/noko/PRON/2/obj anna/annan/ADJ/3/amod enn/enn/SCONJ/7/mark"
        " å/å/PART/7/mark selje/selje/VERB/4/advcl/VerbForm=Inf Acme/Acme/PROPN/7/obj",
        ["Kari | vil | noko anna"],
    ),
    "instead of doing something is not doing it": (
        "Kari/Kari/PROPN/2/nsubj kjøpte/kjøpe/VERB/0/root Acme/Acme/PROPN/2/obj i/i/ADP/5/case staden/stad/NOUN/2/obl"
        " for/for/SCONJ/8/mark å/å/PART/8/mark selje/selje/VERB/5/acl/VerbForm=Inf Beta/Beta/PROPN/8/obj",
        ["Kari | kjøpte | Acme", "Kari | i staden for å selje | Beta [not]"],
    ),
    "a reason that is a clause is no thing": (
        "Kari/Kari/PROPN/2/nsubj gjekk/gå/VERB/0/root frå/frå/ADP/4/case Acme/Acme/PROPN/2/obl på/på/ADP/6/case"
        " grunn/grunn/NOUN/2/obl av/av/SCONJ/10/mark at/at/SCONJ/10/mark Ola/Ola/PROPN/10/nsubj"
        " kjøpte/kjøpe/VERB/6/acl Beta/Beta/PROPN/10/obj",
        ["Kari | gjekk | frå Acme", "Ola | kjøpte | Beta"],
    ),
    "what is important is no fact yet": (
        "Det/det/PRON/3/expl er/vere/AUX/3/cop viktig/viktig/ADJ/0/root at/at/SCONJ/6/mark Acme/Acme/PROPN/6/nsubj"
        " kjøper/kjøpe/VERB/3/csubj Beta/Beta/PROPN/6/obj",
        ["Acme kjøper Beta | er | viktig", "Acme | kjøper | Beta [Required]"],
    ),
    "coordinated verbs with one auxiliary share its negation": (
        "Kari/Kari/PROPN/4/nsubj har/ha/AUX/4/aux ikkje/ikkje/ADV/4/advmod sett/sjå/VERB/0/root/VerbForm=Part"
        " Acme/Acme/PROPN/4/obj og/og/CCONJ/7/cc kjøpt/kjøpe/VERB/4/conj/VerbForm=Part Beta/Beta/PROPN/7/obj",
        ["Kari | har ikkje sett | Acme [not]", "Kari | har ikkje kjøpt | Beta [not]"],
    ),
    "how many do something is asked": (
        "Kari/Kari/PROPN/2/nsubj tel/telje/VERB/0/root kor/kor/ADV/4/advmod mange/mange/ADJ/5/amod"
        " skip/skip/NOUN/6/nsubj kjem/kome/VERB/2/ccomp til/til/ADP/8/case Oslo/Oslo/PROPN/6/obl",
        ["Kari | tel | kor mange skip kjem til Oslo"],
    ),
    "what an adposition asks for is an argument and no fact": (
        "Prisen/pris/NOUN/2/nsubj avheng/avhenge/VERB/0/root av/av/SCONJ/6/mark kva/kva/DET/5/det"
        " skip/skip/NOUN/6/nsubj kjem/kome/VERB/2/advcl til/til/ADP/8/case Oslo/Oslo/PROPN/6/obl",
        ["Prisen | avheng | av kva skip kjem til Oslo"],
    ),
    "the object of coordinated infinitives hangs on the last": (
        "Kari/Kari/PROPN/3/nsubj vil/vilje/AUX/3/aux styrkje/styrkje/VERB/0/root/VerbForm=Inf og/og/CCONJ/5/cc"
        " utvikle/utvikle/VERB/3/conj/VerbForm=Inf Acme/Acme/PROPN/5/obj",
        ["Kari | vil styrkje | Acme [Possible]", "Kari | vil utvikle | Acme [Possible]"],
    ),
    "who goes has no object": (
        "Kari/Kari/PROPN/3/nsubj vil/vilje/AUX/3/aux reise/reise/VERB/0/root/VerbForm=Inf og/og/CCONJ/5/cc"
        " kjøpe/kjøpe/VERB/3/conj/VerbForm=Inf Acme/Acme/PROPN/5/obj",
        ["Kari | vil reise [Possible]", "Kari | vil kjøpe | Acme [Possible]"],
    ),
    "some of a kind keep their article": (
        "Kari/Kari/PROPN/2/nsubj kjøpte/kjøpe/VERB/0/root ei/ein/DET/4/det rekkje/rekkje/NOUN/5/nmod"
        " firma/firma/NOUN/2/obj",
        ["Kari | kjøpte | ei rekkje firma"],
    ),
    "a time counted from another keeps the word that says so": (
        "Dagen/dag/NOUN/3/obl etter/etter/ADP/1/nmod kjøpte/kjøpe/VERB/0/root Kari/Kari/PROPN/3/nsubj"
        " Acme/Acme/PROPN/3/obj",
        ["Kari | kjøpte | Acme | Dagen etter"],
    ),
    "a time ago": (
        "Kari/Kari/PROPN/2/nsubj kjøpte/kjøpe/VERB/0/root Acme/Acme/PROPN/2/obj for/for/ADP/6/case"
        " tre/tre/NUM/6/nummod år/år/NOUN/2/obl sidan/sidan/ADV/6/advmod",
        ["Kari | kjøpte | Acme | for tre år sidan"],
    ),
    "a number keeps what it counts": (
        "Kari/Kari/PROPN/2/nsubj kom/kome/VERB/0/root til/til/ADP/4/case Acme/Acme/PROPN/2/obl før/før/ADP/7/case"
        " klokka/klokke/NOUN/7/obl 15/15/NUM/2/obl",
        ["Kari | kom | til Acme | før klokka 15"],
    ),
    "two together are not each of them": (
        "Dei/dei/DET/3/det to/to/NUM/3/nummod systrene/syster/NOUN/4/nmod Kari/Kari/PROPN/7/nsubj og/og/CCONJ/6/cc"
        " Ann/Ann/PROPN/4/conj eig/eige/VERB/0/root Acme/Acme/PROPN/7/obj",
        ["Kari | eig | Acme", "Ann | eig | Acme"],
    ),
    "what somebody doubts is no condition": (
        "Kari/Kari/PROPN/3/nsubj er/vere/AUX/3/cop usikker/usikker/ADJ/0/root om/om/SCONJ/6/mark"
        " Acme/Acme/PROPN/6/nsubj eig/eige/VERB/3/advcl Beta/Beta/PROPN/6/obj",
        ["Kari | er | usikker", "Acme | eig | Beta [Conditional]"],
    ),
    "adverbs and a subject between a verb and its infinitive": (
        "No/no/ADV/2/advmod kjem/kome/VERB/0/root den/den/DET/5/det nye/ny/ADJ/5/amod leiaren/leiar/NOUN/2/nsubj"
        " heilt/heilt/ADV/7/advmod sikkert/sikker/ADJ/2/advmod til/til/ADP/10/mark å/å/PART/10/mark"
        " selje/selje/VERB/2/advcl/VerbForm=Inf Acme/Acme/PROPN/10/obj",
        ["nye leiaren | kjem til å selje | Acme"],
    ),
    "what somebody finds is said": (
        "Kari/Kari/PROPN/2/nsubj synest/synast/VERB/0/root Acme/Acme/PROPN/5/nsubj er/vere/AUX/5/cop/VerbForm=Fin"
        " stort/stor/ADJ/2/xcomp",
        ["Acme | er | stort [says Kari]"],
    ),
    "what something seems to be is possible": (
        "Acme/Acme/PROPN/2/nsubj synest/synast/VERB/0/root å/å/PART/5/mark ha/ha/AUX/5/aux"
        " selt/selje/VERB/2/xcomp/VerbForm=Part Beta/Beta/PROPN/5/obj",
        ["Acme | synest å ha selt | Beta [Possible]"],
    ),
    "doubt about a plan does not carry it out": (
        "Uroa/uro/NOUN/8/nsubj over/over/ADP/3/case planen/plan/NOUN/1/nmod/Definite=Def om/om/SCONJ/6/mark"
        " å/å/PART/6/mark selje/selje/VERB/3/acl/VerbForm=Inf Acme/Acme/PROPN/6/obj skadar/skade/VERB/0/root"
        " Kari/Kari/PROPN/8/obj",
        ["Uroa over planen | skadar | Kari"],
    ),
    "rules do nothing": (
        "Avtalen/avtale/NOUN/2/nsubj/Definite=Def|Number=Sing"
        " inneheld/innehalde/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " reglar/regel/NOUN/2/obj/Definite=Ind|Number=Plur for/for/SCONJ/6/mark å/å/PART/6/mark"
        " beskytte/beskytte/VERB/3/acl/VerbForm=Inf Acme/Acme/PROPN/6/obj",
        [
            "Avtalen | inneheld | reglar",
        ],
    ),
    "people with a right may use it": (
        "Folk/folk/NOUN/10/nsubj/Definite=Ind|Number=Plur som/som/PRON/3/nsubj/PronType=Rel"
        " har/ha/VERB/1/acl:relcl/Mood=Ind|VerbForm=Fin rett/rett/NOUN/3/obj/Definite=Ind|Number=Sing"
        " til/til/SCONJ/7/mark å/å/PART/7/mark kjøpe/kjøpe/VERB/4/acl/VerbForm=Inf Acme/Acme/PROPN/7/obj"
        " ,/$,/PUNCT/1/punct ringjer/ringje/VERB/0/root/Mood=Ind|VerbForm=Fin Kari/Kari/PROPN/10/nsubj",
        [
            "Folk | ringjer",
            "Folk | har | rett",
            "Folk | å kjøpe | Acme [Planned]",
        ],
    ),
    "what is only named is done by nobody": (
        "Kari/Kari/PROPN/3/nsubj er/være/AUX/3/cop/Mood=Ind|VerbForm=Fin"
        " lei/lei/ADJ/0/root/Definite=Ind|Number=Sing av/av/ADP/5/case"
        " det/det/PRON/3/obl/Number=Sing|PronType=Prs å/å/PART/7/mark leie/leie/VERB/5/acl/VerbForm=Inf"
        " Acme/Acme/PROPN/7/obj",
        [
            "Kari | er lei | av det",
        ],
    ),
    "a clause does nothing": (
        "For/for/SCONJ/3/mark å/å/PART/3/mark selje/selje/VERB/7/advcl/VerbForm=Inf Acme/Acme/PROPN/3/obj"
        " er/være/AUX/7/cop/Mood=Ind|VerbForm=Fin det/det/PRON/7/expl/Number=Sing|PronType=Prs"
        " viktig/viktig/ADJ/0/root/Definite=Ind|Number=Sing at/at/SCONJ/10/mark Kari/Kari/PROPN/10/nsubj"
        " ringjer/ringje/VERB/7/csubj/Mood=Ind|VerbForm=Fin Ola/Ola/NOUN/10/obj",
        [
            "Kari ringjer Ola | er | viktig",
            "Kari | ringjer | Ola [Required]",
        ],
    ),
    "what is the same is no example": (
        "Kari/Kari/PROPN/2/nsubj eig/eige/VERB/0/root/Mood=Ind|VerbForm=Fin same/same/DET/4/det"
        " skip/skip/NOUN/2/obj/Definite=Ind|Number=Sing som/som/ADP/6/case Acme/Acme/PROPN/3/obl",
        [
            "Kari | eig | same skip som Acme",
        ],
    ),
    "an amount keeps what it is compared with": (
        "Meir/mykje/ADJ/9/nsubj enn/enn/ADP/3/case 30/30/NUM/1/obl"
        " prosent/prosent/NOUN/9/nsubj/Definite=Ind|Number=Plur av/av/ADP/7/case dei/dei/DET/7/det"
        " tilsette/tilsett/ADJ/4/amod/Number=Plur har/ha/AUX/9/aux/Mood=Ind|VerbForm=Fin"
        " slutta/slutte/VERB/0/root/VerbForm=Part i/i/ADP/11/case Acme/Acme/PROPN/9/obl",
        [
            "Meir enn 30 prosent av dei tilsette | har slutta | i Acme",
        ],
    ),
    "an amount that stands as object": (
        "Dei/dei/PRON/2/nsubj/Case=Nom|Number=Plur|PronType=Prs tener/tene/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " meir/mykje/ADJ/2/obj enn/enn/ADP/5/case 100.000/100.000/NUM/3/obl"
        " euro/euro/NOUN/3/obl/Definite=Ind|Number=Sing i/i/ADP/8/case"
        " året/år/NOUN/6/nmod/Definite=Def|Number=Sing",
        [
            "Dei | tener | meir enn 100.000 euro | i året",
        ],
    ),
    "what the question is, is asked": (
        "Spørsmålet/spørsmål/NOUN/4/nsubj/Definite=Def|Number=Sing er/være/AUX/4/cop/Mood=Ind|VerbForm=Fin"
        " hvor/hvor/ADV/4/advmod stort/stor/ADJ/0/root/Definite=Ind|Number=Sing dette/dette/DET/6/det"
        " firmaet/firma/NOUN/4/nsubj/Definite=Def|Number=Sing er/være/AUX/4/cop/Mood=Ind|VerbForm=Fin"
        " når/når/SCONJ/10/mark Kari/Kari/PROPN/10/nsubj eier/eie/VERB/4/advcl/Mood=Ind|VerbForm=Fin"
        " Acme/Acme/PROPN/10/obj",
        [
            "Kari | eier | Acme",
        ],
    ),
    "what a question asks for is no fact": (
        "Kva/kva/PRON/2/obj/PronType=Int eig/eige/VERB/0/root Acme/Acme/PROPN/2/nsubj ?/?/PUNCT/2/punct",
        [],
    ),
    "how many is asked for": (
        "Kor/kor/ADV/2/advmod mange/mange/ADJ/3/amod/Number=Plur"
        " skip/skip/NOUN/4/nsubj/Definite=Ind|Number=Plur har/ha/VERB/0/root/Mood=Ind|VerbForm=Fin"
        " Acme/Acme/PROPN/4/obj ?/$?/PUNCT/4/punct",
        [],
    ),
    "a second subject behind the first is an object": (
        "I/i/ADP/2/case fjor/fjor/NOUN/3/obl kjøpte/kjøpe/VERB/0/root Acme/Acme/PROPN/3/nsubj"
        " den/den/DET/7/det store/stor/ADJ/7/amod hamna/hamn/NOUN/3/nsubj",
        ["Acme | kjøpte | store hamna | i fjor"],
    ),
    "a relative pronoun before a subject is an object": (
        "Kari/Kari/PROPN/2/nsubj ser/sjå/VERB/0/root skipet/skip/NOUN/2/obj som/som/PRON/6/nsubj/PronType=Rel"
        " Ola/Ola/PROPN/6/nsubj selde/selje/VERB/3/acl:relcl",
        ["Kari | ser | skipet", "Ola | selde | skipet"],
    ),
    "a name beside a subject is its name": (
        "Regjeringa/regjering/NOUN/3/nsubj Berg/Berg/PROPN/3/nsubj eig/eige/VERB/0/root Acme/Acme/PROPN/3/obj",
        ["Berg | eig | Acme", "Berg | er | Regjeringa"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_norwegian_text_gives_its_propositions(case: str) -> None:
    row, expected = CASES[case]
    assert shown(extraction_of(row_tree(row, lang="nn"))) == expected


def test_whose_something_is_does_nothing_by_that() -> None:
    row = (
        "Kari/Kari/PROPN/2/nsubj roste/rose/VERB/0/root rolla/rolle/NOUN/2/obj til/til/ADP/5/case"
        " Acme/Acme/PROPN/3/nmod"
    )
    lexis = Lexis(events=frozenset({"rolle"}))
    assert shown(extraction_of(row_tree(row, lang="nn"), lexis=lexis)) == ["Kari | roste | rolla til Acme"]

"""The shell's commands: one table from name to function, arguments, completion and help; one module per command.

`.help`, completion and the documentation come from the table. A new command is a module and a row.
"""

from __future__ import annotations

from collections.abc import Mapping

from shell.commands import (
    begin,
    between,
    build,
    check,
    commit,
    communities,
    components,
    describe,
    different,
    documents,
    examples,
    explain,
    export,
    extract,
    find,
    history,
    infer,
    load,
    mode,
    neighbours,
    output,
    path,
    prefixes,
    rank,
    read,
    remove,
    rollback,
    run,
    same,
    save,
    schema,
    set,  # noqa: A004 - named as the command is
    stats,
    timer,
    undo,
    validate,
    viz,
    watch,
    why,
)
from shell.commands import help as help_
from shell.commands import open as open_
from shell.commands import quit as quit_
from shell.matching import Source
from shell.session import Command

__all__ = ["COMMANDS"]

_PATH = """  `.path A` alone ranks what is closest to A.
  A path goes over facts in either direction; each hop has a sentence under it.
  --via NAME,…   only over these properties     --k N          that many paths
  --max N        at most N hops                 --directed     only along the facts' direction
  --no-evidence  without the sentences          --tree         as a tree, common beginnings together"""
_WHY = """  Subject, property and object by label or name; arrows between them help where labels hold spaces.
  A literal object stands in quotes, as in `.why Ann Lee -> job title -> "chief executive"`."""
_SAME = """  A line of the file beside the store (STORE.curation), which every build applies; .undo takes it out.
  Names are as documents write them: .same General Motors = GM"""
_VIZ = """  Without an argument the best connected part; `last` draws the last query's answer, `path` the last path.
  --file NAME  the file (.html, .svg or .png)    --depth N  how far around the entity    --open  show it now
  --tree       around an entity or along a path, here in the terminal; also where there is no browser"""
_EXPORT = """  The file's ending says the format: ttl, trig, nt, nq, jsonld, rdf.
  --format NAME  another format    --evidence  the documents' graphs too"""
_KEEP = """  --last     in the last query's answer, not in the facts    --limit N  show that many
  --keep     write the result into the graph `BASE graph/analytics`"""
_SAVE = """  Without a statement the last query is kept; without a name, what is kept is listed. $1 to $9 are arguments:
  .save leavers SELECT ?who { ?who kg:left $1 }      .run leavers Meta      .save --delete leavers"""
_SET = """  confirm on|off   ask before updates         keys emacs|vi    pager on|off    timer on|off
  timeout 30|off   seconds for a question     memory 2GB|off   memory for a question, beyond the store's
  rows 10000|all   rows of a table at most    mode MODE        as .mode"""
_OUTPUT = """  For one answer: `QUERY > file.csv` (the ending says the format), `QUERY >> file`, `QUERY | less -S`."""
_EXPLAIN = """  The parts of the pattern as written: solutions of each alone, of all up to it, and the time.
  Without a query, the last one's. Up to 100,000 solutions are counted."""
_FILE, _ENTITY, _DOCUMENT, _QUERY = (Source.FILE,), (Source.ENTITY,), (Source.DOCUMENT,), (Source.QUERY,)

COMMANDS: Mapping[str, Command] = {
    "help": Command(help_.run, "[COMMAND]", "this list, or one command at length", takes=(Source.COMMAND,)),
    "find": Command(find.run, "TEXT", "entities by label, in any language", takes=_ENTITY),
    "describe": Command(describe.run, "ENTITY", "what the graph says of an entity", takes=_ENTITY),
    "neighbours": Command(neighbours.run, "ENTITY", "the entities connected with it", takes=_ENTITY),
    "path": Command(
        path.run, "A [-> B] [OPTION…]", "the shortest path, with its sentences", _PATH, _ENTITY,
        tuple(f"--{name}" for name in (*path.VALUES, *path.FLAGS)),
    ),
    "between": Command(
        between.run, "A -> B -> C… [OPTION]", "the small tree of facts that joins them all", "", _ENTITY,
        tuple(f"--{name}" for name in between.FLAGS),
    ),
    "why": Command(why.run, "SUBJECT -> PROPERTY -> OBJECT", "the sentences behind a fact", _WHY, (Source.FACT,)),
    "same": Command(same.run, "ONE = OTHER", "let two names be one thing", _SAME, _ENTITY),
    "different": Command(different.run, "ONE = OTHER", "let two names be two things", _SAME, _ENTITY),
    "documents": Command(documents.run, "", "what the graph was read from"),
    "build": Command(
        build.run, "SOURCE… [--lang CODE]", "read files, folders, globs or URLs into the graph", "", _FILE,
        ("--lang", "--name"),
    ),
    "extract": Command(extract.run, "TEXT", "what a text says, without keeping it"),
    "remove": Command(remove.run, "DOC…", "take documents out of the graph", takes=_DOCUMENT),
    "load": Command(load.run, "FILE…", "import RDF files, each into a graph of its own", takes=_FILE),
    "open": Command(
        open_.run, "STORE [UPDATE-URL] [--create]", "go on with another store", takes=_FILE, options=("--create",)
    ),
    "read": Command(read.run, "FILE", "run the statements of a script", takes=_FILE),
    "begin": Command(begin.run, "", "let updates wait for .commit"),
    "commit": Command(commit.run, "", "make the updates that wait, in one write"),
    "rollback": Command(rollback.run, "", "drop the updates that wait"),
    "undo": Command(undo.run, "", "take the last update back"),
    "save": Command(
        save.run, "NAME [STATEMENT]", "keep a statement under a name", _SAVE, (Source.FAVOURITE, Source.QUERY),
        ("--delete",),
    ),
    "run": Command(run.run, "NAME [ARG…]", "run a statement that was kept", _SAVE, (Source.FAVOURITE, Source.ENTITY)),
    "watch": Command(watch.run, "SECONDS [QUERY]", "ask again and again, until Ctrl-C; 5x3 is three times", "", _QUERY),
    "explain": Command(explain.run, "[QUERY]", "what each part of a query finds and costs", _EXPLAIN, _QUERY),
    "examples": Command(examples.run, "[N]", "queries to try on this graph"),
    "schema": Command(schema.run, "", "classes and properties with their counts"),
    "prefixes": Command(prefixes.run, "", "prefixes that need no PREFIX line"),
    "stats": Command(stats.run, "", "how large the graph is"),
    "rank": Command(
        rank.run, "[METHOD] [OPTION…]", "the most central entities: pagerank, betweenness, degree, harmonic", _KEEP,
        options=("--last", "--limit", "--keep"),
    ),
    "communities": Command(
        communities.run, "[OPTION…]", "the groups of entities that hold together", _KEEP,
        options=("--seed", "--last", "--limit", "--keep"),
    ),
    "components": Command(
        components.run, "[OPTION…]", "the parts between which no fact leads", _KEEP,
        options=("--last", "--limit", "--keep"),
    ),
    "infer": Command(
        infer.run, "[--clear]", "add what follows from the facts, with the reasons", "", (), ("--clear",)
    ),
    "check": Command(check.run, "", "facts that contradict each other, with their sentences"),
    "validate": Command(validate.run, "[SHAPES…]", "check the graph against its shapes", takes=_FILE),
    "export": Command(
        export.run, "FILE [OPTION…]", "write the graph to a file", _EXPORT, _FILE, ("--format", "--evidence")
    ),
    "viz": Command(
        viz.run, "[ENTITY|A -> B|last|path] [OPTION…]", "draw the graph, or a part of it", _VIZ, _ENTITY,
        ("--file", "--depth", "--open", "--tree"),
    ),
    "mode": Command(mode.run, "[MODE]", "how results are shown", takes=(Source.MODE,)),
    "output": Command(output.run, "[FILE]", "send results to a file, or back here", _OUTPUT, _FILE),
    "timer": Command(timer.run, "[on|off]", "whether answers say how long they took"),
    "set": Command(set.run, "[NAME VALUE]", "settings", _SET, (Source.SETTING,)),
    "history": Command(history.run, "[N]", "what was run in this session"),
    "quit": Command(quit_.run, "", "end the session"),
    "exit": Command(quit_.run, "", "end the session"),
}  # fmt: skip

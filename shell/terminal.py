"""The prompt: prompt_toolkit, and nothing else. Turns keys into statements and suggestions into menus.

What is typed is judged by `statement`, completed by `suggest` and coloured by `tokens`; all of them pure.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from platformdirs import user_state_path
from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.completion import CompleteEvent, Completer, Completion, ThreadedCompleter
from prompt_toolkit.document import Document
from prompt_toolkit.enums import EditingMode
from prompt_toolkit.filters import is_searching
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout.processors import HighlightMatchingBracketProcessor
from prompt_toolkit.lexers import Lexer
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.shortcuts import confirm
from prompt_toolkit.styles import Style

from kg import without_password
from shell.remote import Worker
from shell.render import cell, count, short, wrap
from shell.session import Quit, Session
from shell.statement import is_complete, split
from shell.streams import colours
from shell.suggest import suggest
from shell.tokens import FUNCTIONS, KEYWORDS, Kind, tokens
from shell.vocabulary import Background

_STYLES = {
    Kind.COMMENT: "class:comment",
    Kind.IRI: "class:iri",
    Kind.STRING: "class:string",
    Kind.OPEN: "class:string",
    Kind.LANGUAGE: "class:string",
    Kind.VARIABLE: "class:variable",
    Kind.NAME: "class:name",
    Kind.NUMBER: "class:number",
    Kind.OTHER: "class:wrong",
}
_STYLE = Style.from_dict(
    {
        "comment": "italic ansibrightblack",
        "iri": "ansiblue",
        "string": "ansigreen",
        "variable": "ansicyan",
        "name": "ansiblue",
        "number": "ansimagenta",
        "keyword": "bold",
        "command": "bold ansiyellow",
        "wrong": "ansired",
        "bottom-toolbar": "noreverse ansibrightblack",
    }
)

_WELCOME = "SPARQL, PATHS or a command; .help lists commands, .examples queries, Ctrl-D quits."
#: Columns of a menu that a suggestion takes at most, of what stands beside it as many again.
_MENU = 48
#: Characters of the history that are looked through for the names that a person uses.
_REMEMBERED = 200_000


def run(worker: Worker, session: Session) -> None:
    """The shell from prompt to end, once the worker has opened the store."""
    background = Background(worker, session.commands, used=_typed_before())
    worker.opened()
    background.refresh()
    session.changed = background.refresh
    interact(session, background)


def _typed_before() -> Counter[str]:
    """How often each name stands in what was typed before."""
    try:
        text = history_file().read_text(encoding="utf-8", errors="replace")[-_REMEMBERED:]
    except OSError:
        return Counter()
    return Counter(token.text for token in tokens(text) if token.kind is Kind.NAME)


def interact(session: Session, background: Background) -> None:
    """Reads and runs statements until the person quits."""
    prompt = _prompt(session, background)
    session.note("\n".join(wrap(_WELCOME, session.output.width or _MENU)))
    session.ask = confirm
    while True:
        prompt.editing_mode = EditingMode.VI if session.settings.keys == "vi" else EditingMode.EMACS
        try:
            text = prompt.prompt("kg> " if session.updates.waiting is None else "kg*> ")
            for statement in split(text.splitlines(keepends=True), commands=session.commands, typed=True):
                session.attempt(statement)
        except KeyboardInterrupt:
            continue
        except (EOFError, Quit):
            return


def history_file() -> Path:
    """Where the history lies: `$XDG_STATE_HOME/kgshell/history`, or the platform's place for such."""
    return user_state_path("kgshell", appauthor=False) / "history"


def _history() -> History:
    file = history_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
    except OSError:
        return InMemoryHistory()
    return _Kept(file)


class _Kept(FileHistory):
    """The history in a file, without passwords."""

    def store_string(self, string: str) -> None:
        """Adds what was typed."""
        super().store_string(without_password(string))


def _prompt(session: Session, background: Background) -> PromptSession[str]:
    prompt: PromptSession[str] = PromptSession(
        multiline=True,
        prompt_continuation=lambda width, _line, wrapped: " " * width if wrapped else "... ",
        history=_history(),
        auto_suggest=AutoSuggestFromHistory(),
        completer=ThreadedCompleter(_Suggestions(background)),
        complete_while_typing=True,
        lexer=_Highlighting(),
        style=_STYLE,
        color_depth=None if colours(sys.stdout) else ColorDepth.DEPTH_1_BIT,
        key_bindings=_keys(lambda text: is_complete(text, commands=session.commands)),
        input_processors=[HighlightMatchingBracketProcessor(chars="[](){}")],
        bottom_toolbar=lambda: _status(session, background),
        search_ignore_case=True,
        enable_open_in_editor=True,
    )
    return prompt


def _status(session: Session, background: Background) -> str:
    facts = "" if background.facts is None else f"{background.facts:,} facts"
    waiting = session.updates.waiting
    open_ = "" if waiting is None else f"transaction: {count(len(waiting), 'update')} waiting"
    trouble = short(cell(background.vocabulary.trouble), 2 * _MENU)
    parts = (cell(session.place), facts, open_, f"mode {session.settings.mode}", trouble, ".help")
    return "  ".join(part for part in parts if part)


def _keys(complete: Callable[[str], bool]) -> KeyBindings:
    """Enter runs what is complete and continues the rest; Alt-Enter always continues."""
    keys = KeyBindings()

    @keys.add("enter", filter=~is_searching)  # there it takes what was found
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        chosen = buffer.complete_state and buffer.complete_state.current_completion
        if chosen:
            buffer.complete_state = None
        elif complete(buffer.text):
            buffer.validate_and_handle()
        else:
            _new_line(buffer)

    @keys.add("escape", "enter")
    def _continue(event: KeyPressEvent) -> None:
        _new_line(event.current_buffer)

    return keys


def _new_line(buffer: Buffer) -> None:
    """A new line, indented as the one before, and further after an opening bracket."""
    line = buffer.document.current_line_before_cursor
    indent = len(line) - len(line.lstrip()) + (2 if line.rstrip().endswith(("{", "(", "[")) else 0)
    buffer.insert_text("\n" + " " * indent)


class _Suggestions(Completer):
    """Suggestions as prompt_toolkit wants them."""

    def __init__(self, background: Background) -> None:
        self._background = background

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        found = suggest(document.text, document.cursor_position, self._background.vocabulary)
        for item in found:
            start = item.start - document.cursor_position
            # A menu that nobody asked for opens once a word has begun.
            if start or complete_event.completion_requested:
                note = short(cell(item.note), _MENU)
                yield Completion(item.text, start, display=short(cell(item.shown), _MENU), display_meta=note)


class _Highlighting(Lexer):
    """Tokens as styles."""

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        lines = list(_coloured(document.text))
        return lambda number: lines[number] if number < len(lines) else []


def _coloured(text: str) -> Iterable[StyleAndTextTuples]:
    """Each line of the text in styled pieces."""
    line: StyleAndTextTuples = []
    for style, piece in _pieces(text):
        first, *rest = piece.split("\n")
        line.append((style, first))
        for part in rest:
            yield line
            line = [(style, part)]
    yield line


def _pieces(text: str) -> Iterable[tuple[str, str]]:
    if text.lstrip().startswith("."):
        name, space, rest = text.partition(" ")
        yield from (("class:command", name), ("", space + rest))
        return
    at = 0
    for token in tokens(text):
        keyword = token.kind is Kind.WORD and (token.text.upper() in KEYWORDS or token.text.upper() in FUNCTIONS)
        yield "", text[at : token.start]
        yield "class:keyword" if keyword else _STYLES.get(token.kind, ""), token.text
        at = token.end
    yield "", text[at:]

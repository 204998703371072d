"""The commands of the review: what the web room does with keys, one judgement a command."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, Any

import typer

from verbale.cli.commands import AsJson, Folder, IssueId, PartyId, opened
from verbale.cli.upkeep import app
from verbale.errors import RecordError, UsageError

if TYPE_CHECKING:
    from verbale.api import Talks
    from verbale.api.review import Review, Turn
    from verbale.record.judgements import Judgement

__all__ = ["app"]

review_commands = typer.Typer(no_args_is_help=True, help="Judge what the machine proposed; each judgement stands until it is revoked.")
app.add_typer(review_commands, name="review")

Ids = Annotated[list[str], typer.Argument(metavar="STATEMENT…", help="Ids of statements, as the queue gives them.", show_default=False)]
Id = Annotated[str, typer.Argument(metavar="STATEMENT", help="The id of a statement, as the queue gives it.", show_default=False)]
By = Annotated[str, typer.Option("--by", help="Who judges.", envvar="USER")]
Second = Annotated[bool, typer.Option("--second", help="A second reading: the machine's proposal, without what others decided.")]


@review_commands.command()
def queue(folder: Folder, issue: IssueId = None, party: PartyId = None, as_json: AsJson = False) -> None:
    """What matters most first: doubtful, often reported, shown in the table."""
    from verbale.views.text_review import queue_text

    with opened(folder) as talks:
        _print(talks.review.queue(issue=issue, party=party), queue_text, as_json=as_json)


@review_commands.command()
def article(
    folder: Folder,
    document: Annotated[str, typer.Argument(help="The document's id.", show_default=False)],
    by: By = "somebody",
    second: Second = False,
    as_json: AsJson = False,
) -> None:
    """The statements of one article, rejected ones too, as proposed and as judged."""
    from verbale.views.text_review import review_text

    with opened(folder) as talks:
        _print(talks.review.article(document, judge=by, second=second), review_text, as_json=as_json)


@review_commands.command()
def second(folder: Folder, by: By = "somebody", as_json: AsJson = False) -> None:
    """What others judged and you did not."""
    from verbale.views.text_review import second_text

    with opened(folder) as talks:
        _print(talks.review.second(by), second_text, as_json=as_json)


@review_commands.command()
def accept(folder: Folder, statements: Ids, by: By = "somebody", second: Second = False, as_json: AsJson = False) -> None:
    """Statements are right as they are shown."""
    _judge(folder, statements, lambda review, turn: review.accept(turn), (by, second), as_json=as_json)


@review_commands.command()
def reject(folder: Folder, statements: Ids, by: By = "somebody", second: Second = False, as_json: AsJson = False) -> None:
    """Statements are none: they leave every page and the export."""
    _judge(folder, statements, lambda review, turn: review.reject(turn), (by, second), as_json=as_json)


@review_commands.command()
def edit(
    folder: Folder,
    statement: Id,
    speaker: Annotated[str | None, typer.Option("--speaker", help="A name, or an id of the dossier; '' for unknown.")] = None,
    party: Annotated[str | None, typer.Option("--party", help="A party's id; '' for none.")] = None,
    said_on: Annotated[str | None, typer.Option("--said-on", help="The day (YYYY-MM-DD); '' for unknown.")] = None,
    move: Annotated[str | None, typer.Option("--move", help="The speech act.")] = None,
    issues: Annotated[list[str] | None, typer.Option("--issue", help="ID=for, against, unclear or none; may be repeated.")] = None,
    content: Annotated[str | None, typer.Option("--content", help="Places of the words: 120-164,201-230, code points, half-open.")] = None,
    source: Annotated[str | None, typer.Option("--source", help="Places of the source; '' for none.")] = None,
    cue: Annotated[str | None, typer.Option("--cue", help="Places of the cue; '' for none.")] = None,
    by: By = "somebody",
    second: Second = False,
    as_json: AsJson = False,
) -> None:
    """A statement is as you say; what you do not name stays as it is shown."""
    given = {"speaker": speaker, "party": party, "said_on": said_on, "move": move, "content": content, "source": source, "cue": cue}
    fields = {name: value for name, value in given.items() if value is not None} | _stances(issues or [])
    if not fields:
        raise UsageError("Say what it is instead: --speaker, --party, --said-on, --move, --issue, --content, --source or --cue.")
    _judge(folder, [statement], lambda review, turn: review.edit(turn, fields), (by, second), as_json=as_json)


@review_commands.command()
def merge(
    folder: Folder,
    statement: Id,
    other: Annotated[str, typer.Argument(help="The id of another statement.", show_default=False)],
    by: By = "somebody",
    as_json: AsJson = False,
) -> None:
    """Two statements report one utterance. For two names of one person: `verbale judge`."""
    _judge(folder, [statement], lambda review, turn: review.merge(turn, other), (by, False), as_json=as_json)


@review_commands.command()
def apart(folder: Folder, statement: Id, by: By = "somebody", as_json: AsJson = False) -> None:
    """A statement reports an utterance of its own."""
    _judge(folder, [statement], lambda review, turn: review.set_apart(turn), (by, False), as_json=as_json)


@review_commands.command()
def undo(folder: Folder, by: By = "somebody", as_json: AsJson = False) -> None:
    """Take back your own last judgement."""
    with opened(folder) as talks:
        _tell(talks, [talks.review.undo(by)], as_json=as_json)


@review_commands.command()
def revoke(
    folder: Folder,
    judgement: Annotated[str, typer.Argument(help="The id of a judgement, as the history gives it.", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Take back any judgement, by its id."""
    with opened(folder) as talks:
        _tell(talks, [talks.review.revoke(judgement)], as_json=as_json)


@review_commands.command()
def history(folder: Folder, as_json: AsJson = False) -> None:
    """Who decided what, the latest first."""
    from verbale.views.text_review import history_text

    with opened(folder) as talks:
        _print(talks.review.history(), history_text, as_json=as_json)


@review_commands.command()
def agreement(folder: Folder, as_json: AsJson = False) -> None:
    """How far two or more judges agree: Krippendorff's alpha, field by field."""
    from verbale.views.text_review import agreement_text

    with opened(folder) as talks:
        _print(talks.review.agreement(), agreement_text, as_json=as_json)


def _stances(issues: list[str]) -> dict[str, str]:
    """The fields of `--issue ID=STANCE`; "none" is a statement that does not touch the issue."""
    fields = {}
    for given in issues:
        issue, equals, stance = given.partition("=")
        if not equals or not stance:
            raise UsageError(f"'{given}' names no stance. Write ID=for, ID=against, ID=unclear or ID=none.")
        fields[f"issue:{issue}"] = "" if stance == "none" else stance
    return fields


def _judge(
    folder: Folder, statements: list[str], decide: Callable[[Review, Turn], Judgement], who: tuple[str, bool], *, as_json: bool
) -> None:
    judge, second = who
    with opened(folder) as talks:
        review = talks.review
        turns = [review.turn(statement, judge=judge, second=second) for statement in statements]
        _tell(talks, [decide(review, turn) for turn in turns], as_json=as_json)


def _tell(talks: Talks, made: list[Judgement], *, as_json: bool) -> None:
    """Print the judgements, after what follows from them is in step; where a run is adding, it does that itself."""
    with suppress(RecordError):
        talks.refresh()
    if as_json:
        print(json.dumps([_row(one) for one in made], ensure_ascii=False, indent=1))
    else:
        for one in made:
            print(f"{'Revoked' if one.revoked_at else 'Recorded as'} {one.id}.")


def _row(made: Judgement) -> dict[str, Any]:
    moments = {"made_at": made.made_at.isoformat(), "revoked_at": made.revoked_at.isoformat() if made.revoked_at else None}
    return {"id": made.id, "kind": made.kind, "subject": made.subject, "verdict": dict(made.verdict), "judge": made.judge, **moments}


def _print(page: Any, text: Callable[[Any], str], *, as_json: bool) -> None:
    from verbale.views.jsonable import to_json

    print(json.dumps(to_json(page), ensure_ascii=False, indent=1) if as_json else text(page).rstrip())

"""The commands that look after a dossier and a record: check, judge, watch, log, backup."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verbale.cli.commands import Folder, Quiet, app, opened
from verbale.cli.counts import counted, tell_counts
from verbale.cli.progress import progress
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.api import Talks
    from verbale.record.judgements import Judgement

__all__ = ["app"]

dossier_commands = typer.Typer(no_args_is_help=True, help="Look after the dossier.")
app.add_typer(dossier_commands, name="dossier")


@dossier_commands.command("check")
def dossier_check(folder: Folder) -> None:
    """Say who speaks and is not in the dossier, which names are ambiguous, which rows are unused."""
    with opened(folder) as talks:
        remarks = talks.check_dossier()
    for remark in remarks:
        print(f"{remark.lack.value:<10} {remark.text}")
    if not remarks:
        print("Everyone who speaks is in the dossier, and everyone in it speaks.")


@app.command()
def judge(
    folder: Folder,
    name: Annotated[str | None, typer.Argument(help="A name as it stands in the texts; without one, list the judgements.")] = None,
    actor: Annotated[str | None, typer.Option("--is", help="The name is this actor or party (its id).")] = None,
    other: Annotated[str | None, typer.Option("--is-not", help="The name is not this actor or party (its id).")] = None,
    same_as: Annotated[str | None, typer.Option("--same-as", help="The name is the same person's as this name, listed or not.")] = None,
    not_same_as: Annotated[str | None, typer.Option("--not-same-as", help="The name is another person's than this name.")] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="The name is nobody in the dossier.")] = False,
    document: Annotated[str | None, typer.Option("--document", help="Only in this document (its id).")] = None,
    revoke: Annotated[str | None, typer.Option("--revoke", help="Revoke the judgement of this id.")] = None,
    by: Annotated[str, typer.Option("--by", help="Who judges.", envvar="USER")] = "somebody",
) -> None:
    """Say who a name is; it stands until revoked, and the record is coded anew."""
    with opened(folder) as talks:
        if revoke is not None:
            talks.revoke(revoke)
        elif name is None:
            for made in talks.judgements():
                state = f"revoked {made.revoked_at:%Y-%m-%d}" if made.revoked_at else "standing"
                print(f"{made.id}  {made.made_at:%Y-%m-%d}  {made.judge}  {state}  {_sentence(made)}")
            return
        elif [actor is not None, other is not None, same_as is not None, not_same_as is not None, nobody].count(True) != 1:
            raise UsageError("Say one of --is ID, --is-not ID, --same-as NAME, --not-same-as NAME or --nobody.")
        else:
            second = same_as or not_same_as
            if second is not None:
                made = talks.judge_names(name, second, same=same_as is not None, document=document, judge=by)
            else:
                made = talks.judge_name(name, actor=actor or other, same=other is None, document=document, judge=by)
            print(f"Recorded as {made.id}.")
        with progress(quiet=False) as tell:
            talks.add([], progress=tell)


def _sentence(made: Judgement) -> str:
    """A judgement for people; one of another kind than a name's as the record holds it."""
    verdict = made.verdict
    if made.kind != "identity":
        return f"{made.kind} {made.subject}: {json.dumps(dict(verdict), ensure_ascii=False)}"
    whom = verdict["actor"] or (f"'{verdict['other']}'" if verdict.get("other") else "anybody of the dossier")
    verb = "is" if verdict["same"] and whom != "anybody of the dossier" else "is not"
    where = f" in the document {verdict['document']}" if verdict["document"] else ""
    return f"'{made.subject}' {verb} {whom}{where}"


@app.command()
def watch(
    folder: Folder,
    feeds: Annotated[list[str] | None, typer.Argument(help="Addresses of feeds or sitemaps, to be watched from now on.")] = None,
    once: Annotated[bool, typer.Option("--once", help="Ask each feed once, then end.")] = False,
    every: Annotated[float, typer.Option("--every", help="Minutes between two rounds.", min=5)] = 30,
    forget: Annotated[str | None, typer.Option("--forget", help="Watch this feed no longer.")] = None,
    private: Annotated[bool, typer.Option("--allow-private", help="Allow addresses of this machine and its network.")] = False,
    quiet: Quiet = False,
) -> None:
    """Ask feeds for new articles, politely, and show what is new; until Ctrl-C, or --once."""
    from verbale.api.intake import forget as forget_feed
    from verbale.api.intake import watch as ask
    from verbale.documents import Limits

    with opened(folder) as talks:
        if forget is not None:
            forget_feed(talks, forget)
            print(f"{forget} is watched no longer.")
            return
        while True:
            with progress(quiet=quiet) as tell:
                found = ask(talks, feeds or (), limits=Limits(allow_private=private), progress=tell)
            for document in found.new:
                day = document.published.on or "undated"
                print(f"{day}  {document.publisher or '?'}  {document.title or document.path}  {document.path}", flush=True)
            tell_counts(found.report, quiet=quiet)
            if once:
                return
            time.sleep(every * 60)


@app.command()
def log(
    folder: Folder,
    versions: Annotated[bool, typer.Option("--versions", help="Show the pages whose text changed, and what changed.")] = False,
) -> None:
    """What each run took in: how many were new, updated, unchanged, skipped (and why), read through, failed."""
    with opened(folder) as talks:
        if versions:
            _print_versions(talks)
            return
        unended = "at work, or interrupted"  # the latest; one that is not the latest is at work no longer
        for run in talks.log():
            print(f"{run.number:>4}  {run.began}  {'done' if run.ended else unended}: {counted(run.results, run.reasons)}")
            unended = "interrupted"


def _print_versions(talks: Talks) -> None:
    for url, texts in talks.versions():
        print(f"{url}: {len(texts)} versions")
        for version in texts:
            print(f"{version.document}  {version.as_of or 'undated'}{'  counts' if version.latest else ''}")
            for paragraph in version.changed:
                print(f"{'+' if paragraph.added else '-'}{paragraph.text}")


@app.command()
def check(
    folder: Folder,
    repair: Annotated[bool, typer.Option("--repair", help="Make anew what follows from the articles; `verbale backup` first.")] = False,
    quiet: Quiet = False,
) -> None:
    """Verify the record: the file, the hashes of what was read, every span and quotation, the lists and their counts."""
    with opened(folder) as talks:
        if repair:
            with progress(quiet=quiet) as tell:
                done = talks.repair(progress=tell)
            print(*done or ["There was nothing to repair."], sep="\n")
        problems = talks.check()
    for problem in problems:
        print(problem)
    if problems:
        advice = "Make a new record from the same articles: verbale new, verbale add." if repair else "Run: verbale check --repair."
        raise UsageError(f"{len(problems)} found. {advice}")
    print("The record is sound.")


@app.command()
def backup(folder: Folder, copy: Annotated[Path, typer.Argument(help="The file to write.", show_default=False)]) -> None:
    """Copy the record to one file, also while it is in use."""
    with opened(folder) as talks:
        talks.backup(copy)
    print(copy)

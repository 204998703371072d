"""The commands that take articles in, show what is on record and hand it on; upkeep.py has those that look after it."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from verbale.cli.counts import counts_of, in_a_line, tell_counts
from verbale.cli.progress import progress
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.api import Talks

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="The cited record of a negotiation: who said what, in which words, on which issue, when.",
)

Folder = Annotated[Path, typer.Argument(help="The negotiation's folder, made by `verbale new`.", show_default=False)]
Sources = Annotated[list[str], typer.Argument(help="Files, folders or addresses of articles.", show_default=False)]
DossierFile = Annotated[Path | None, typer.Option("--dossier", help="A dossier: parties, actors, issues, publishers (YAML).")]
Columns = Annotated[
    list[str] | None, typer.Option("--column", help="FIELD=COLUMN: where a table or JSON has the text, title, …; may be repeated.")
]
AsOf = Annotated[str | None, typer.Option("--as-of", help="Show the record as of this day (YYYY-MM-DD).")]
IssueId = Annotated[str | None, typer.Option("--issue", help="Only this issue, by its id in the dossier.")]
PartyId = Annotated[str | None, typer.Option("--party", help="Only this party, by its id in the dossier.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print data (JSON) instead of text.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="No progress and no counts on stderr.")]


def _version(wanted: bool) -> None:
    if wanted:
        from verbale import __version__

        print(f"verbale {__version__}")
        raise typer.Exit


@app.callback()
def _verbale(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)] = False,
) -> None:
    pass


@app.command()
def demo(
    folder: Annotated[Path, typer.Argument(help="Where to put the demo's folder.")] = Path("demo-talks"), quiet: Quiet = False
) -> None:
    """Run everything on a bundled, invented negotiation; print its table and its brief."""
    from verbale.api import open_demo
    from verbale.cli.pages import print_page

    with open_demo(folder) as talks:
        with progress(quiet=quiet) as tell:
            report = talks.add([folder / "articles"], progress=tell)
        tell_counts(report, quiet=quiet)
        print_page(talks.table(), as_json=False)
        print()
        print_page(talks.brief(), as_json=False)
    if not quiet:
        print(f"\nOpen the web rooms with: verbale serve {folder}", file=sys.stderr)


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="The folder to make.", show_default=False)],
    dossier: DossierFile = None,
    sources: Annotated[list[str] | None, typer.Option("--from", help="Articles to propose a dossier from; may be repeated.")] = None,
    wikidata: Annotated[Path | None, typer.Option("--wikidata", help="With --from: an offline extract of Wikidata (JSON lines).")] = None,
    quiet: Quiet = False,
) -> None:
    """Make a negotiation's folder: a dossier and an empty record."""
    from verbale.api import DOSSIER, Talks

    if sources:
        if dossier is not None:
            raise UsageError("Give either --dossier or --from: a dossier that is there needs no proposal.")
        _propose(folder, sources, wikidata=wikidata, quiet=quiet)
    elif wikidata is not None:
        raise UsageError("--wikidata completes what --from proposes: give --from too.")
    Talks.new(folder, dossier=dossier).close()
    print(f"Made {folder}. Describe the negotiation in {folder / DOSSIER}, then: verbale add {folder} ARTICLES…")


def _propose(folder: Path, sources: Sequence[str], *, wikidata: Path | None, quiet: bool) -> None:
    from verbale.api import DOSSIER, propose_dossier
    from verbale.dossier import Negotiation

    if (folder / DOSSIER).exists():
        raise UsageError(f"{folder / DOSSIER}: there is a dossier here already. Name another folder.")
    skipped: list[Any] = []
    name = folder.resolve().name
    with progress(quiet=quiet) as tell:
        draft = propose_dossier(sources, negotiation=Negotiation(name, name), wikidata=wikidata, progress=tell, skipped=skipped)
    for item in skipped:
        print(in_a_line(f"skipped {item.path}: {item.reason.value}: {item.detail}"), file=sys.stderr)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DOSSIER).write_text(draft, encoding="utf-8")


@app.command()
def add(
    folder: Folder,
    sources: Annotated[list[str] | None, typer.Argument(help="Files, folders or addresses of articles.", show_default=False)] = None,
    failed: Annotated[bool, typer.Option("--failed", help="Read again what became no article when it was last read.")] = False,
    column: Columns = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Read articles into the record, through every stage; idempotent, and safe to stop."""
    from verbale.api.intake import failed_before

    with opened(folder) as talks, progress(quiet=quiet) as tell:
        chosen = [*(sources or ()), *(failed_before(talks) if failed else ())]
        if not chosen and not failed:
            raise UsageError("Name files, folders or addresses of articles, or say --failed.")
        report = talks.add(chosen, columns=_columns(column), progress=tell)
    tell_counts(report, quiet=quiet)
    if as_json:
        print(json.dumps(counts_of(report), ensure_ascii=False))
    if chosen and report.inputs == len(report.skipped):
        raise UsageError("No article came in: see the reasons above.")


def _columns(given: list[str] | None) -> dict[str, str]:
    from verbale.documents.columns import COLUMNS

    pairs = [item.partition("=") for item in given or ()]
    for field, equals, name in pairs:
        if field not in COLUMNS or not equals or not name:
            raise UsageError(f"'{field}{equals}{name}' names no column. Write FIELD=COLUMN; the fields are {', '.join(COLUMNS)}.")
    return {field: name for field, _, name in pairs}


@app.command()
def extract(
    sources: Sources,
    dossier: DossierFile = None,
    form: Annotated[str, typer.Option("--format", help="The form of the output: jsonl.")] = "jsonl",
    quiet: Quiet = False,
) -> None:
    """Print the attributions of articles with their spans, one JSON line a document; no record is made."""
    from verbale.api import extract as extracted

    if form != "jsonl":
        raise UsageError(f"There is no format '{form}'. `extract` prints jsonl.")
    skipped: list[Any] = []
    lines = 0
    with progress(quiet=quiet) as tell:
        for line in extracted(sources, dossier=dossier, progress=tell, skipped=skipped):
            print(json.dumps(line, ensure_ascii=False))
            lines += 1
    for item in skipped:
        print(in_a_line(f"skipped {item.path}: {item.reason.value}: {item.detail}"), file=sys.stderr)
    if not lines:
        raise UsageError("No article came in: see the reasons above." if skipped else "No article came in.")


@app.command()
def table(folder: Folder, as_of: AsOf = None, issue: IssueId = None, party: PartyId = None, as_json: AsJson = False) -> None:
    """Where each party stands on each issue, in its own words, since when, by how many witnesses."""
    _show("table", folder, as_json, as_of=_day(as_of), issue=issue, party=party)


@app.command()
def brief(folder: Folder, as_of: AsOf = None, issue: IssueId = None, party: PartyId = None, as_json: AsJson = False) -> None:
    """The briefing: one page in which every sentence carries its citations."""
    _show("brief", folder, as_json, as_of=_day(as_of), issue=issue, party=party)


@app.command()
def changes(
    folder: Folder,
    since: Annotated[str | None, typer.Option("--since", help="From this day (YYYY-MM-DD); else a week before the last.")] = None,
    as_of: AsOf = None,
    issue: IssueId = None,
    party: PartyId = None,
    as_json: AsJson = False,
) -> None:
    """What moved between two days: positions that shifted, new proposals, meetings."""
    _show("changes", folder, as_json, since=_day(since), as_of=_day(as_of), issue=issue, party=party)


@app.command()
def proposals(folder: Folder, as_of: AsOf = None, issue: IssueId = None, party: PartyId = None, as_json: AsJson = False) -> None:
    """What is proposed: terms, conditions, guarantors, period, and the answers."""
    _show("proposals", folder, as_json, as_of=_day(as_of), issue=issue, party=party)


@app.command()
def rounds(folder: Folder, as_of: AsOf = None, issue: IssueId = None, party: PartyId = None, as_json: AsJson = False) -> None:
    """When and where the sides met, in what format, who mediated."""
    _show("rounds", folder, as_json, as_of=_day(as_of), issue=issue, party=party)


@app.command()
def conflicts(folder: Folder, as_of: AsOf = None, issue: IssueId = None, party: PartyId = None, as_json: AsJson = False) -> None:
    """Which accounts cannot both hold: side against side, outlet against outlet, a speaker against himself."""
    _show("conflicts", folder, as_json, as_of=_day(as_of), issue=issue, party=party)


@app.command()
def statement(
    folder: Folder,
    key: Annotated[
        str, typer.Argument(metavar="ID", help="A statement's or an utterance's id, as exports and pages give it.", show_default=False)
    ],
    page: Annotated[int, typer.Option("--page", help="Of the wordings, where they fill several pages.", min=1)] = 1,
    as_json: AsJson = False,
) -> None:
    """All wordings of one utterance: what differs, how it spread, when it was said again, who else is credited with it."""
    from verbale.cli.pages import print_page

    with opened(folder) as talks:
        print_page(talks.utterance(key, page=page), as_json=as_json)


@app.command()
def export(
    folder: Folder,
    to: Annotated[str, typer.Option("--to", help="csv, parquet or jsonl.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", help="The file (jsonl) or the folder (csv, parquet) to write.", show_default=False)],
    rejected: Annotated[bool, typer.Option("--rejected", help="Keep what people rejected, marked.")] = False,
) -> None:
    """Write the record's content for other tools; equal records give equal bytes."""
    with opened(folder) as talks:
        for path in talks.export(to=to, out=out, rejected=rejected):
            print(path)


@app.command()
def serve(
    folder: Folder,
    port: Annotated[int, typer.Option("--port", help="The port to listen on.", min=0, max=65535)] = 8080,
    host: Annotated[str, typer.Option("--host", help="The address; any but loopback gets a token.")] = "127.0.0.1",
    judge: Annotated[str | None, typer.Option("--judge", help="Who reviews; else the page asks.")] = None,
) -> None:
    """Open the web rooms: read the record in a browser. Stop with Ctrl-C."""
    from verbale.web.server import serve as run

    with opened(folder) as talks:
        run(talks, host=host, port=port, judge=judge, tell=lambda line: print(line, file=sys.stderr))


def opened(folder: Path) -> Talks:
    """The negotiation in a folder, to be used in a `with` statement."""
    from verbale.api import Talks

    return Talks(folder)


def _show(page: str, folder: Path, as_json: bool, **options: Any) -> None:
    from verbale.cli.pages import print_page

    with opened(folder) as talks:
        print_page(getattr(talks, page)(**options), as_json=as_json)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(f"'{text}' is no day. Write it as YYYY-MM-DD, for instance 2025-04-30.") from error

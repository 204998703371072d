"""The command line: the only room that prints and that gives exit codes."""

from __future__ import annotations

import sys

from verbale.errors import VerbaleError

DONE, FAILED, WRONG_CALL, INTERRUPTED = 0, 1, 2, 130


def main() -> int:
    """Run `verbale`; 0 done, 1 could not be done, 2 a wrong call, 130 interrupted."""
    from verbale.cli.commands import app

    try:
        app(standalone_mode=False)
    except VerbaleError as error:
        print(error, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\nStopped. What was done is kept; run the same command again to go on.", file=sys.stderr)
        return INTERRUPTED
    return DONE

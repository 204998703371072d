"""The command line: the only room that prints and that gives exit codes."""

from __future__ import annotations

import os
import sys

from verbale.errors import VerbaleError

DONE, FAILED, WRONG_CALL, INTERRUPTED = 0, 1, 2, 130


def main() -> int:
    """Run `verbale`; 0 done, 1 could not be done, 2 a wrong call, 130 interrupted."""
    import typer
    from typer.exceptions import TyperException

    from verbale.cli.review import app  # every command, those of commands.py and upkeep.py with them

    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except TyperException as error:
        error.show()  # type: ignore[attr-defined]
        return WRONG_CALL
    except VerbaleError as error:
        print(error, file=sys.stderr)
        return FAILED
    except (KeyboardInterrupt, typer.Abort):
        print("\nStopped. What was done is kept; run the same command again to go on.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`verbale … | head`): nothing is wrong, and nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return code if isinstance(code, int) else DONE

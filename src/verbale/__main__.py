"""`python -m verbale` is `verbale`."""

import sys

from verbale.cli import main

sys.exit(main())

"""Run the command line: `python -m openline`."""

import sys

from openline.cli import main

if __name__ == "__main__":
    sys.exit(main())

"""Run the command line: `python -m openline`."""

import sys

if __name__ == "__main__":
    try:
        from openline.cli import main

        sys.exit(main())
    except KeyboardInterrupt:  # interrupted while the libraries load
        sys.stderr.write("openline: interrupted\n")
        sys.exit(130)

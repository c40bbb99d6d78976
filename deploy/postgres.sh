#!/bin/sh
# Makes sure that there is a PostgreSQL for the tests of the store: a server that is named,
# programs that are installed already, else Debian's package. The tests start a server of
# their own from the programs, in a temporary folder, and stop it at the end.
set -eu
if [ -n "${OPENLINE_TEST_DATABASE_URL:-}" ] || command -v initdb >/dev/null 2>&1; then
    exit 0
fi
for program in /usr/lib/postgresql/*/bin/initdb; do
    if [ -x "$program" ]; then
        exit 0
    fi
done
. "$(dirname "$0")/apt.sh"
if install_package postgresql "the tests of the store"; then
    exit 0
fi
echo "The tests of the store need PostgreSQL. Install it, or name a server that may be used:"
echo "  OPENLINE_TEST_DATABASE_URL=postgresql://USER:PASSWORD@HOST/DATABASE make test"
exit 1

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
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
    if $as_root true 2>/dev/null; then
        echo "Installing Debian's postgresql for the tests of the store ..."
        $as_root apt-get update -qq
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql >/dev/null && exit 0
    fi
fi
echo "The tests of the store need PostgreSQL. Install it, or name a server that may be used:"
echo "  OPENLINE_TEST_DATABASE_URL=postgresql://USER:PASSWORD@HOST/DATABASE make test"
exit 1

#!/bin/sh
# Makes sure that a headless Chromium is there for the browser tests: one that is
# installed already, else Debian's package, else the browser that Playwright brings.
set -eu
python=$1
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
. "$(dirname "$0")/apt.sh"
if install_package chromium "the browser tests"; then
    exit 0
fi
echo "Installing Playwright's own browser for the browser tests ..."
exec "$python" -m playwright install chromium

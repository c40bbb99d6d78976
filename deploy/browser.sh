#!/bin/sh
# Makes sure that a headless Chromium is there for the browser tests: Debian's shell without
# windows, in which they run a third faster, else any Chromium that is installed already, else
# the browser that Playwright brings.
set -eu
python=$1
if command -v chromium-headless-shell >/dev/null 2>&1; then
    exit 0
fi
. "$(dirname "$0")/apt.sh"
if install_package chromium-headless-shell "the browser tests"; then
    exit 0
fi
for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null 2>&1; then
        exit 0
    fi
done
echo "Installing Playwright's own browser for the browser tests ..."
exec "$python" -m playwright install chromium

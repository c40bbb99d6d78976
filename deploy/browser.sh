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
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
    if $as_root true 2>/dev/null; then
        echo "Installing Debian's chromium for the browser tests ..."
        $as_root apt-get update -qq
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null && exit 0
    fi
fi
echo "Installing Playwright's own browser for the browser tests ..."
exec "$python" -m playwright install chromium

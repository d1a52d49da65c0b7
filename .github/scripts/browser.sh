#!/usr/bin/env bash
# Tests look at the pages in Chromium where there is one; without it they are skipped.
set -euo pipefail
if ! command -v chromedriver >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null ||
    echo "Chromium cannot be installed here; the tests that need it are skipped." >&2
fi

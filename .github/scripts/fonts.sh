#!/usr/bin/env bash
# Java draws charts headless only with fontconfig and a font.
set -euo pipefail
if ! fc-list 2>/dev/null | grep -q . && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends fontconfig fonts-dejavu-core >/dev/null
fi

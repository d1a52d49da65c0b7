#!/usr/bin/env bash
# What GitHub Pages shows: the released versions and, under preview/, the report of this commit with its changes.
# pages.sh REPORT CHANGES OUT [VERSIONS]: CHANGES need not be there; VERSIONS default to site
set -euo pipefail
report=$1
changes=$2
out=$3
versions=${4:-site}
mkdir -p "$out"
if [ -d "$versions" ]; then
  cp -R "$versions"/. "$out"
fi
rm -rf "$out/preview"
mkdir "$out/preview"
cp -R "$report"/. "$out/preview"
if [ -d "$changes" ]; then
  cp -R "$changes" "$out/preview/changes"
fi
# Before the first release there is nothing else to land on.
if [ ! -f "$out/index.html" ]; then
  printf '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Preview</title><meta http-equiv="refresh" content="0; url=preview/index.html"></head><body><p><a href="preview/index.html">Preview of the report</a></p></body></html>\n' > "$out/index.html"
fi

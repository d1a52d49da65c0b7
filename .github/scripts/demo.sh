#!/usr/bin/env bash
# The README's main job, and a look whether the report is there.
set -euo pipefail
mvn -B -Dspotless.check.skip=true -Preport verify
report=target/report/site
for file in index.html data/metrics.json data.html methods.html; do
  [ -s "$report/$file" ] || { echo "demo: $report/$file is missing or empty" >&2; exit 1; }
done
ls "$report"/experiment-*.html >/dev/null
echo "demo: the report is at $report/index.html"

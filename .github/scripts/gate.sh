#!/usr/bin/env bash
# Holds a record against the newest release of its study; ends with 1 where it is worse by more than margin and noise.
# gate.sh RECORD OUT [VERSIONS]: OUT gets gate.md, gate.json and the page; VERSIONS holds vX.Y.Z/record (default: site)
set -euo pipefail
here=$(dirname "$0")
. "$here/tool.sh"
record=$1
out=$2
versions=${3:-site}
study=$(study_of "$record")
mkdir -p "$out"

baseline=
while read -r version; do
  if [ -f "$version/record/run.json" ] && [ "$(study_of "$version/record")" = "$study" ]; then
    baseline=$version
    break
  fi
done < <(find "$versions" -maxdepth 1 -type d -name 'v*' 2>/dev/null | sort -rV)

if [ -z "$baseline" ]; then
  printf '## Gate: nothing to compare with\n\nThe study %s has no release yet.\n' "$study" > "$out/gate.md"
  echo "gate: no release of $study under $versions"
  summary < "$out/gate.md"
  exit 0
fi

echo "gate: $record against $baseline"
status=0
tumorbench gate "$record" --baseline "$baseline/record" \
  --markdown "$out/gate.md" --json "$out/gate.json" --site "$out/changes" || status=$?
if [ -f "$out/gate.md" ]; then
  printf '\nCompared with release %s.\n' "$(basename "$baseline")" >> "$out/gate.md"
  summary < "$out/gate.md"
fi
exit "$status"

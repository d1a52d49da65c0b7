#!/usr/bin/env bash
# All steps of the report workflow on one machine, one after the other.
# report.sh STUDY OUT BACKBONE…
set -euo pipefail
here=$(dirname "$0")
study=$1
out=$2
shift 2
for backbone in "$@"; do
  "$here/part.sh" "$study" "$backbone" "$out/parts/$backbone"
done
"$here/whole.sh" "$out/parts" "$out/record" "$out/site"
"$here/gate.sh" "$out/record" "$out/gate"
"$here/pages.sh" "$out/site" "$out/gate/changes" "$out/pages"

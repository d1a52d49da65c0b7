#!/usr/bin/env bash
# Presses every record in data/records anew.
# records.sh OUT
set -euo pipefail
here=$(dirname "$0")
. "$here/tool.sh"
out=$1
for record in data/records/*/; do
  record=${record%/}
  tumorbench press "$record" --site "$out/$(basename "$record")"
done

#!/usr/bin/env bash
# Presses every record in data/records anew, as a version, and proves it: digests whole, every number computed again. The
# versions under site/ are proved as well.
# records.sh OUT [VERSIONS]
set -euo pipefail
here=$(dirname "$0")
. "$here/tool.sh"
out=$1
versions=${2:-site}
rm -rf "$out"
for record in data/records/*/; do
  record=${record%/}
  site=$out/$(basename "$record")
  tumorbench release "$record" --version 0.0.0 --site "$site"
  tumorbench verify "$site/v0.0.0"
done
for version in "$versions"/v*/; do
  if [ -d "$version" ]; then
    tumorbench verify "${version%/}"
  fi
done

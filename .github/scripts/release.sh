#!/usr/bin/env bash
# Freezes a record as a version and proves it: digests whole, every published number computed again.
# release.sh VERSION RECORD VERSIONS OUT: OUT gets the report in one file and the version as a zip
# ADDRESS: where the site is read, for citations
set -euo pipefail
here=$(dirname "$0")
. "$here/tool.sh"
version=$1
record=$2
versions=$3
out=$4
mkdir -p "$out"
tumorbench release "$record" --version "$version" --site "$versions" ${ADDRESS:+--address "$ADDRESS"} \
  --bundle "$out/tumorbench-report-$version.zip"
tumorbench verify "$versions/v$version"
tumorbench press "$record" --site "$out/report" --single-file "$out/tumorbench-report-$version.html"

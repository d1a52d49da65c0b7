#!/usr/bin/env bash
# Makes the tag's release, if need be, and attaches the program, the report in one file and the version as a zip.
# attach.sh VERSION JAR FOLDER; needs GH_TOKEN and GITHUB_REPOSITORY
set -euo pipefail
version=$1
jar=$2
folder=$3
gh release view "v$version" --repo "$GITHUB_REPOSITORY" >/dev/null 2>&1 \
  || gh release create "v$version" --repo "$GITHUB_REPOSITORY" --verify-tag --title "Tumorbench $version" --generate-notes
gh release upload "v$version" --repo "$GITHUB_REPOSITORY" --clobber \
  "$jar" "$folder/tumorbench-report-$version.html" "$folder/tumorbench-report-$version.zip"

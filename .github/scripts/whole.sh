#!/usr/bin/env bash
# Puts the parts of a study together and presses the report.
# whole.sh PARTS RECORD SITE: PARTS holds one folder for each part
set -euo pipefail
here=$(dirname "$0")
. "$here/tool.sh"
parts=$1
record=$2
site=$3
tumorbench merge "$parts"/*/ --record "$record"
tumorbench press "$record" --site "$site"

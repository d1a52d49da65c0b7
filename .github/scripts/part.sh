#!/usr/bin/env bash
# One part of a study, for one machine of several: what the cache holds is not computed again.
# part.sh STUDY ONLY RECORD [OPTION…]
set -euo pipefail
here=$(dirname "$0")
. "$here/tool.sh"
study=$1
only=$2
record=$3
shift 3
tumorbench lab "$study" --only "$only" --record "$record" "$@"
echo "part: $only of $study is at $record"

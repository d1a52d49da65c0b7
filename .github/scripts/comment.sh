#!/usr/bin/env bash
# One comment on a pull request, written anew each time instead of another one.
# comment.sh FILE PULL_REQUEST; needs GH_TOKEN and GITHUB_REPOSITORY
set -euo pipefail
file=$1
pull=$2
marker='<!-- tumorbench: gate -->'
body=$(mktemp)
trap 'rm -f "$body"' EXIT
{ echo "$marker"; head -c 60000 "$file"; } > "$body"
comment=$(gh api "repos/$GITHUB_REPOSITORY/issues/$pull/comments" --paginate \
  --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id" | head -n 1)
if [ -n "$comment" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$comment" -F "body=@$body" --silent
else
  gh api --method POST "repos/$GITHUB_REPOSITORY/issues/$pull/comments" -F "body=@$body" --silent
fi

#!/usr/bin/env bash
# Commits a new version to a checkout of the default branch and pushes it.
# commit-version.sh CHECKOUT VERSION BRANCH; needs GH_TOKEN and GITHUB_REPOSITORY
set -euo pipefail
checkout=$1
version=$2
branch=$3
git -C "$checkout" config user.name 'github-actions[bot]'
git -C "$checkout" config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git -C "$checkout" add site
git -C "$checkout" commit -m "Release $version of the report"
# The token is given to this one command and not kept in the checkout.
git -C "$checkout" -c credential.helper= \
  -c credential.helper='!f() { echo username=x-access-token; echo "password=$GH_TOKEN"; }; f' \
  push "https://github.com/$GITHUB_REPOSITORY.git" "HEAD:refs/heads/$branch"

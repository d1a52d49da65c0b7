#!/usr/bin/env bash
# Builds the program and passes every test. Formatting is checked on one JDK: the formatter does not run on all.
# BUILD_ARGUMENTS: more arguments for Maven, e.g. -DskipTests.
set -euo pipefail
version=$(java -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
arguments=()
if [ "$version" != 17 ]; then
  arguments+=(-Dspotless.check.skip=true)
fi
# shellcheck disable=SC2086 # several arguments in one variable
mvn -B "${arguments[@]}" ${BUILD_ARGUMENTS:-} verify

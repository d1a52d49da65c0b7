# Sourced by the other scripts: the program, as CI and .ci/run call it.

tumorbench() {
  java -jar "${TUMORBENCH_JAR:-target/tumorbench.jar}" "$@"
}

# The identifier of the study a record is of.
study_of() {
  sed -n 's/^    "study": "\(.*\)",$/\1/p' "$1/run.json" | head -n 1
}

# What is said in the summary of a job, or on the terminal where there is none.
summary() {
  cat >> "${GITHUB_STEP_SUMMARY:-/dev/stdout}"
}

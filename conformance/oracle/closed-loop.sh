#!/bin/sh
# closed-loop.sh [MINOR...]
#   Lets the real controller replay runs of our own: every example, and 50 random scenarios of each minor
#   (1.37, 1.33 and 1.27 unless some are named). Prints a line a minor, after the first mismatches.
# Exit code: 0 no mismatch, 1 some, 3 no Go.
# Environment: SEEDS=1-50 takes other seeds.
set -eu
. "$(dirname "$0")/lib.sh"
need_go
[ $# -gt 0 ] || set -- 1.37 1.33 1.27
SEEDS=${SEEDS:-1-50}
RUNS=$(mktemp -d)
trap 'rm -rf "$RUNS"' EXIT
FAILED=0
cd "$ORACLE/../.."
for minor; do
  known "$minor"
  mkdir "$RUNS/$minor"
  npx --no-install tsx src/cli/closedLoop.ts "$RUNS/$minor" "$minor" "${SEEDS%-*}" "${SEEDS#*-}"
  "$ORACLE/replay.sh" "$minor" -max 20 "$RUNS/$minor"/*.json || FAILED=1
done
exit $FAILED

#!/bin/sh
# ci.sh [FILE_OR_DIR...]
#   The step for continuous integration: tests the packing, regenerates the vectors of one minor
#   and compares, replays the recorded traces of that minor, and the given ones if any.
#   Prints "N passed, N failed" for each part. Where there is no Go, or one that is too old, it
#   says that the part was left out, and that is no failure.
# Exit code: 0 nothing failed, 1 something did.
# Environment: ORACLE_MINOR=1.33 takes another minor than the newest; ORACLE_MINOR=rotate takes
#   one after the other, by the day.
set -eu
. "$(dirname "$0")/lib.sh"
if ! WHY=$( (need_go) 2>&1); then
  echo "oracle: left out. $WHY"
  exit 0
fi
MINOR=${ORACLE_MINOR:-$(minors | head -n 1)}
if [ "$MINOR" = rotate ]; then
  DAY=$(($(date +%s) / 86400))
  MINOR=$(minors | awk -v day="$DAY" '{ m[NR] = $1 } END { print m[day % NR + 1] }')
fi
known "$MINOR"
OUT=$(mktemp)
trap 'rm -f "$OUT"' EXIT
FAILED=0

# part NAME CODE COUNTS   prints a part's line. Without counts it did not run to its end; a
# failure that concerns no single scenario (say, a stray file) counts as one.
part() {
  counts=${3:-0 passed, 1 failed (it did not run to its end)}
  if [ "$2" -ne 0 ]; then
    FAILED=1
    counts=$(echo "$counts" | sed 's/ 0 failed$/ 1 failed/')
  fi
  echo "oracle $MINOR $1: $counts"
}

CODE=0
(cd "$ORACLE" && go test -count=1 -v ./pack) >"$OUT" 2>&1 || CODE=$?
[ "$CODE" -eq 0 ] || cat "$OUT"
part "packing tests" "$CODE" "$(awk '/^--- PASS/ { p++ } /^--- FAIL/ { f++ } END { if (p + f) print p + 0 " passed, " f + 0 " failed" }' "$OUT")"

CODE=0
"$ORACLE/verify.sh" "$MINOR" >"$OUT" || CODE=$?
grep -v '^regenerated ' "$OUT" || true
part regenerated "$CODE" "$(sed -n 's/^regenerated .*: //p' "$OUT")"

# replay NAME FILE_OR_DIR...   a trace fails when there is a mismatch in its file.
replay() {
  name=$1
  shift
  CODE=0
  "$ORACLE/replay.sh" "$MINOR" -max 0 "$@" >"$OUT" || CODE=$?
  head -n 20 "$OUT" | grep '^{' || true
  part "$name" "$CODE" "$(awk '
    /^\{"file":/ { file = $0; sub(/","t":.*/, "", file); bad[file] }
    /^1\.[0-9]+: / { traces = $2 }
    END { for (f in bad) n++; if (traces) print traces - n " passed, " n + 0 " failed" }' "$OUT")"
}
replay replayed "$VECTORS/$MINOR"
[ $# -eq 0 ] || replay "replayed (given)" "$@"
exit $FAILED

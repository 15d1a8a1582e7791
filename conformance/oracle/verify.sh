#!/bin/sh
# verify.sh [MINOR...]
#   Regenerates the given minors, or all, into a temporary folder and compares: regenerating
#   must change nothing in conformance/vectors. Prints the first differences.
# Exit code: 0 no difference, 1 differences or a failure, 2 wrong arguments, 3 no Go or one that is too old.
# Environment: VECTORS=DIR compares with another folder.
set -eu
KEEP=${VECTORS:-}
. "$(dirname "$0")/lib.sh"
VECTORS=${KEEP:-$VECTORS}
need_go
[ $# -gt 0 ] || set -- $(minors)
[ -d "$VECTORS" ] || stop 2 "There is no folder $VECTORS."
VECTORS=$(cd "$VECTORS" && pwd)
TMP=$(mktemp -d)
trap 'rm -rf "$TMP"' EXIT
for m in "$@"; do known "$m"; done
for m in "$@"; do generate "$m" "$TMP/raw/$m"; done
mkdir "$TMP/out"
pack merge "$TMP/raw" "$VECTORS" "$TMP/out" >&2
pack compare "$VECTORS" "$TMP/out" "$@"

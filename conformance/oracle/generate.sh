#!/bin/sh
# generate.sh [MINOR...]
#   Regenerates conformance/vectors from the real controller: the given minors, or all.
# generate.sh -out DIR [-seeds LIST] [-fuzz LIST] [-only TEXT] [MINOR...]
#   Writes to another folder, in the same shape, which npm run conformance and replay.sh take.
#   With one of these options, only what they name:
#     -seeds 200-260   simulated runs of these seeds
#     -fuzz 1-100      fuzz runs of these seeds, in which hardly anything makes sense
#     -only tolerance  hand-written scenarios whose name contains the text
# Exit code: 0, 1 something failed, 2 wrong arguments, 3 no Go or one that is too old.
# Environment: COVER=PREFIX also writes coverage profiles of the controller (see coverage.awk).
set -eu
. "$(dirname "$0")/lib.sh"
OUT=$VECTORS SEEDS='' FUZZ='' ONLY=''
while [ $# -gt 0 ]; do
  case $1 in
    -out) OUT=$2; shift 2 ;;
    -seeds) SEEDS=$2; shift 2 ;;
    -fuzz) FUZZ=$2; shift 2 ;;
    -only) ONLY=$2; shift 2 ;;
    -*) stop 2 "generate.sh: no option $1" ;;
    *) break ;;
  esac
done
[ -z "$SEEDS$FUZZ$ONLY" ] || [ "$OUT" != "$VECTORS" ] || stop 2 "generate.sh: -seeds, -fuzz and -only need -out"
need_go
[ $# -gt 0 ] || set -- $(minors)
RAW=$(mktemp -d)
trap 'rm -rf "$RAW"' EXIT
for m in "$@"; do known "$m"; done
for m in "$@"; do generate "$m" "$RAW/$m"; done
mkdir -p "$OUT"
pack merge "$RAW" "$(cd "$OUT" && pwd)" "$(cd "$OUT" && pwd)"

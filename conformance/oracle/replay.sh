#!/bin/sh
# replay.sh MINOR [-max N] FILE_OR_DIR...
#   Feeds the inputs of traces to the real controller of that version and compares what it does
#   with what the traces say. A folder with an index.json means the traces that the index lists.
#   Prints one JSON line for each mismatch (the first N, 100 unless told, 0 for all) and a summary.
# Exit code: 0 no mismatch, 1 mismatches, 2 wrong arguments or nothing to replay, 3 no Go or one that is too old.
set -eu
. "$(dirname "$0")/lib.sh"
[ $# -gt 1 ] || stop 2 "usage: replay.sh MINOR [-max N] FILE_OR_DIR..."
MINOR=$1
shift
known "$MINOR"
need_go
oracle "$MINOR" TestReplay "$@"

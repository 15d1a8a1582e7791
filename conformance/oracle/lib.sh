# Shared by the scripts beside it; sourced, not run.
ORACLE=$(cd "$(dirname "$0")" && pwd)
VECTORS=$(dirname "$ORACLE")/vectors

say() { echo "$*" >&2; }

# stop CODE TEXT   2: wrong arguments, 3: no suitable Go
stop() {
  code=$1
  shift
  say "$*"
  exit "$code"
}

# need_go   ends with 3 unless a Go is there that is new enough for go.mod.
need_go() {
  wanted=$(sed -n 's/^go //p' "$ORACLE/go.mod")
  command -v go >/dev/null 2>&1 || stop 3 "The oracle needs Go $wanted or newer, and there is no go on the PATH. Nothing was run. (The recorded vectors need no Go: npm run conformance.)"
  found=$(cd "$ORACLE" && go env GOVERSION 2>&1) || stop 3 "The oracle needs Go $wanted or newer: $found. Nothing was run."
  awk -v wanted="$wanted" -v found="${found#go}" 'BEGIN {
    if (found !~ /^[0-9]/) exit 0 # a development version
    split(wanted, w, "."); split(found, f, ".")
    for (i = 1; i <= 3; i++) if (f[i] + 0 != w[i] + 0) exit f[i] + 0 < w[i] + 0
  }' || stop 3 "The oracle needs Go $wanted or newer, and this is $found. Nothing was run."
}

# minors   the covered minors, newest first
minors() { awk '!/^#/ && NF { print $1 }' "$ORACLE/minors.txt"; }

# known MINOR   ends with 2 unless the minor is covered.
known() { minors | grep -qx -e "$1" || stop 2 "$1 is none of the covered minors: $(minors | xargs)"; }

# seeds_of MINOR   the seeds of its recorded simulated runs
seeds_of() { awk -v m="$1" '$1 == m { print $2 }' "$ORACLE/minors.txt"; }

# tags_of MINOR   sets TAGS, the build tags that choose between shim_*.go.
tags_of() {
  TAGS=""
  for shim in "$ORACLE"/shim_1_*_and_older.go; do
    name=$(basename "$shim" .go)
    last=${name#shim_1_}
    [ "${1#1.}" -gt "${last%_and_older}" ] || TAGS="$TAGS,k8s_${name#shim_}"
  done
  TAGS=${TAGS#,}
}

# build MINOR   builds the oracle for a minor where that has not been done, and
# sets BIN. With COVER set it also measures the coverage of the controller.
build() {
  known "$1"
  BIN=$ORACLE/.bin/oracle-$1${COVER:+-cover}
  if [ -x "$BIN" ] && [ -z "$(find "$ORACLE" -maxdepth 1 -name '*.go' -newer "$BIN")$(find "$ORACLE/mods/$1" -newer "$BIN")" ]; then
    return
  fi
  tags_of "$1"
  say "Kubernetes $1: building the oracle (minutes, where the Go build cache is empty)"
  mkdir -p "$ORACLE/.bin"
  (cd "$ORACLE" && go test -c -modfile="mods/$1/go.mod" -tags "$TAGS" -ldflags=-s \
    ${COVER:+-cover -coverpkg=k8s.io/kubernetes/pkg/controller/podautoscaler/...} -o "$BIN" .)
}

# oracle MINOR TEST ARGUMENT...   runs an entry point of oracle_test.go.
oracle() {
  minor=$1 entry=$2
  shift 2
  build "$minor" || return 1
  "$BIN" -test.run "^$entry\$" -test.timeout 2h ${COVER:+-test.coverprofile="$COVER.$minor.$((RUNS = ${RUNS:-0} + 1))"} -minor "$minor" "$@"
}

# generate MINOR RAW   writes the traces and the gates of a minor, unpacked: what
# minors.txt says, or, where one of these is set, only that:
# SEEDS: simulated runs; FUZZ: seeds of fuzz runs; ONLY: hand-written scenarios
# whose name contains this.
generate() {
  mkdir -p "$2"
  some=${SEEDS:-}${FUZZ:-}${ONLY:-}
  [ -n "$some" ] && [ -z "${ONLY:-}" ] || set_of "$1" "$2" scenarios -only "${ONLY:-}"
  [ -n "$some" ] && [ -z "${SEEDS:-}" ] || set_of "$1" "$2" simulated -seeds "${SEEDS:-$(seeds_of "$1")}"
  [ -z "${FUZZ:-}" ] || set_of "$1" "$2" fuzz -seeds "$FUZZ"
  oracle "$1" TestGenerate -set gates | sed -n 's/^gate //p' >"$2/gates.txt"
}

# set_of MINOR RAW SET ARGUMENT...   writes one set.
set_of() {
  dir=$2 set=$3 of=$1
  shift 3
  oracle "$of" TestGenerate -set "$set" -out "$dir" "$@" >"$dir/log.txt" || {
    cat "$dir/log.txt" >&2
    return 1
  }
  grep -v '^PASS$\|^coverage:' "$dir/log.txt" >&2
}

# pack SUBCOMMAND ARGUMENT...   see pack/main.go
pack() { (cd "$ORACLE" && go run ./pack "$@"); }

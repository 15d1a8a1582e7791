#!/bin/sh
# generate.sh [FOLDER]
#   Regenerates conformance/vectors/keda from KEDA's own code, or writes to another folder.
# The first build compiles KEDA with all its scalers: an hour of one core where the Go build cache is empty.
# Exit code: 0, 1 something failed, 3 no Go.
set -eu
HERE=$(cd "$(dirname "$0")" && pwd)
OUT=${1:-$HERE/../../vectors/keda}
command -v go >/dev/null 2>&1 || { echo "generate.sh: there is no go on the PATH; nothing was run." >&2; exit 3; }
mkdir -p "$OUT"
OUT=$(cd "$OUT" && pwd)
cd "$HERE"
KEDA=$(go list -m -f '{{.Dir}}' github.com/kedacore/keda/v2)
# Go lays nothing over its module cache: a copy of KEDA gets the doors of _overlay, and the build takes that copy.
COPY=$HERE/../.bin/keda
rm -rf "$COPY"
mkdir -p "$COPY"
cp -R "$KEDA/." "$COPY"
chmod -R u+w "$COPY"
cp _overlay/webhook.go "$COPY/apis/keda/v1alpha1/oracle.go"
cp _overlay/controllers.go "$COPY/controllers/keda/oracle.go"
cp _overlay/scalers.go "$COPY/pkg/scalers/oracle.go"
cp _overlay/scaling.go "$COPY/pkg/scaling/oracle.go"
cp go.mod "$COPY.mod"
cp go.sum "$COPY.sum"
go mod edit -replace "github.com/kedacore/keda/v2=$COPY" "$COPY.mod"
go build -ldflags='-s -w' -modfile="$COPY.mod" -o ../.bin/oracle-keda .
# Nothing is looked for outside: scalers of AWS would ask the machine who it is.
AWS_EC2_METADATA_DISABLED=true ../.bin/oracle-keda "$KEDA/config/crd/bases/keda.sh_scaledobjects.yaml" "$OUT"

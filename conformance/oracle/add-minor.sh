#!/bin/sh
# add-minor.sh VERSION      for example: add-minor.sh 1.38.0
#   Writes mods/<minor>/go.mod and go.sum for that version of k8s.io/kubernetes: the staging
#   modules (k8s.io/api, client-go, ...) are pinned to the matching v0.<minor>.<patch>, all others
#   to what Kubernetes itself pins. Also for another patch version of a minor that is there.
#   Then see conformance/README.md, "Adding the next Kubernetes minor".
# Exit code: 0, 1 something failed, 2 wrong arguments, 3 no Go or one that is too old.
set -eu
. "$(dirname "$0")/lib.sh"
VERSION=${1:-}
case $VERSION in
  1.*.*) ;;
  *) stop 2 "usage: add-minor.sh VERSION, for example add-minor.sh 1.38.0" ;;
esac
need_go
MINOR=${VERSION%.*}
STAGING=v0.${VERSION#1.}
DIR=$ORACLE/mods/$MINOR
mkdir -p "$DIR"
UPSTREAM=$(cd "$ORACLE" && go mod download -json "k8s.io/kubernetes@v$VERSION" | sed -n 's/.*"GoMod": "\(.*\)".*/\1/p')
[ -n "$UPSTREAM" ] || stop 1 "There is no k8s.io/kubernetes@v$VERSION."

# staging   the modules that Kubernetes replaces by folders of its own
staging() { sed -n 's#^[[:space:]]*\(replace \)\{0,1\}\(k8s.io/[a-z0-9-]*\) => ./staging/.*#\2#p' "$UPSTREAM" | sort -u; }

{
  echo "module $(sed -n 's/^module //p' "$ORACLE/go.mod")"
  echo
  echo "go $(sed -n 's/^go //p' "$ORACLE/go.mod")"
  echo
  echo "require k8s.io/kubernetes v$VERSION"
  echo
  echo "replace ("
  staging | sed "s#.*#	& => & $STAGING#"
  echo ")"
  echo
  echo "require ("
  sed -n '/^require (/,/^)/p' "$UPSTREAM" | grep -v 'v0\.0\.0$\|^require (\|^)' | sed 's# // indirect##'
  staging | grep -v '^k8s.io/sample-\|^k8s.io/code-generator$' | sed "s#.*#	& $STAGING#"
  echo ")"
} >"$DIR/go.mod"
: >"$DIR/go.sum"
# Loading the packages completes both files.
tags_of "$MINOR"
(cd "$ORACLE" && go list -mod=mod -modfile="mods/$MINOR/go.mod" -tags "$TAGS" -deps -test . >/dev/null)
say "Wrote mods/$MINOR. Building it tells whether the shims fit:"
say "  a minor that is new needs a line in minors.txt first; then conformance/oracle/generate.sh $MINOR"

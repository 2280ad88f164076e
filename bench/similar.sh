#!/bin/sh
# Measures similar incidents on a knowledge base of imported VERIS records.
#   bench/similar.sh KNOWLEDGE-BASE      see bench/README.md
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kb=${1:?usage: bench/similar.sh KNOWLEDGE-BASE}
"$here/../cresset" --version >/dev/null
jar=$here/../generator/target/cresset-all.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${JAVA_HOME:+$JAVA_HOME/bin/}javac" -nowarn -cp "$jar" -d "$work" "$here/similar/org/cresset/SimilarShare.java"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1500m -cp "$work:$jar" org.cresset.SimilarShare "$kb"

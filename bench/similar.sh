#!/bin/sh
# Measures similar incidents on a knowledge base of imported VERIS records.
#   bench/similar.sh KNOWLEDGE-BASE      see bench/README.md
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kb=${1:?usage: bench/similar.sh KNOWLEDGE-BASE}
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
version=$("${bin}javac" -version 2>&1 | sed 's/^javac \([0-9]*\).*/\1/')
if [ "$version" -lt 21 ]; then
  echo "needs a JDK of version 21 or newer, and found $version: set JAVA_HOME" >&2
  exit 5
fi
"$here/../cresset" --version >/dev/null
jar=$here/../generator/target/cresset-all.jar
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# MoreLikeThis is in a library that the program itself does not need.
queries=${LUCENE_QUERIES:-}
if [ -z "$queries" ]; then
  version=$(sed -n 's:.*<lucene.version>\(.*\)</lucene.version>.*:\1:p' "$here/../pom.xml")
  mvn -q dependency:copy -Dartifact="org.apache.lucene:lucene-queries:$version" -DoutputDirectory="$work" \
    -f "$here/../pom.xml" -N
  queries=$work/lucene-queries-$version.jar
fi
"${bin}javac" -nowarn -proc:none -cp "$jar:$queries" -d "$work" "$here/similar/org/cresset/SimilarShare.java"
"${bin}java" -Xmx1500m -cp "$work:$jar:$queries" org.cresset.SimilarShare "$kb"

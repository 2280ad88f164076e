#!/bin/sh
# Times 30,000 signatures: bench/signatures.sh [COUNT]
# Needs the program (./cresset builds it) and a JDK of 21 or newer, by JAVA_HOME or on the PATH.
set -eu
cd "$(dirname "$0")/.."
program=generator/target/cresset-all.jar
[ -f "$program" ] || { echo "build first: ./cresset --version" >&2; exit 1; }
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
mkdir -p generator/target/bench
"${bin}javac" -d generator/target/bench -cp "$program" bench/Signatures.java
# With what the launcher sets.
set_there=$(sed -n "s/^inline='\(.*\)'$/\1/p; s/^later='\(.*\)'$/\1/p" cresset)
# shellcheck disable=SC2086
exec "${bin}java" $set_there -cp "generator/target/bench:$program" Signatures "$@"

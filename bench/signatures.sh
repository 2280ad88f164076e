#!/bin/sh
# Times 30,000 signatures: bench/signatures.sh [COUNT]; needs ./cresset built once (generator/target).
set -eu
cd "$(dirname "$0")/.."
classes=generator/target/classes
[ -d "$classes/org/cresset" ] || { echo "build first: ./cresset --version" >&2; exit 1; }
path=$classes:$(find generator/target -maxdepth 2 -name '*.jar' | tr '\n' ':')
mkdir -p generator/target/bench
javac -d generator/target/bench -cp "$path" bench/Signatures.java
exec java -cp "generator/target/bench:$path" Signatures "$@"

#!/bin/sh
# Makes a knowledge base of VERIS incidents (JSON Lines, or a folder of JSON files) and publishes nothing.
#   bench/veris.sh INCIDENTS KNOWLEDGE-BASE [cresset import options]
# The records are real reports of others: keep the result to yourself.
set -eu
incidents=$1
base=$2
shift 2
cresset=${CRESSET:-$(dirname "$0")/../cresset}
mkdir -p "$base/content"
if [ ! -e "$base/content/cresset.yaml" ]; then
  cat > "$base/content/cresset.yaml" <<'YAML'
team: {name: Example CSIRT, email: csirt@example.org}
site: {url: https://csirt.example.org/}
YAML
fi
"$cresset" import veris "$incidents" --root "$base" --into "$base/content/reports/veris" "$@"
if [ ! -e "$base/.git" ]; then
  git -C "$base" init -q
fi
git -C "$base" add content
if ! git -C "$base" diff --cached --quiet; then
  git -C "$base" -c user.name=Benchmark -c user.email=benchmark@example.org commit -q -m "VERIS incidents"
fi

#!/bin/sh
# Times a full build, and one after a commit, against Hugo and Pagefind on the same public documents.
#   bench/compare.sh KNOWLEDGE-BASE [options]      see bench/README.md
exec python3 -B "$(dirname "$0")/compare.py" "$@"

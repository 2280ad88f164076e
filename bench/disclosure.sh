#!/bin/sh
# What the disclosure checks find, and what they cost.
#   bench/disclosure.sh found TEXTS... [--count N] [--seed N]     plants names, hosts, addresses; how many are found
#   bench/disclosure.sh cost KNOWLEDGE-BASE [--runs N]            check with 300 more organisations, against without
exec python3 -B "$(dirname "$0")/disclosure.py" "$@"

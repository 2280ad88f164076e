#!/bin/sh
# evidence-list: lists every regular file below a folder with its SHA-256, its size and
# its time of last change, so that it can be shown later that nothing has changed.
#
# usage: evidence-list.sh FOLDER > LIST        make a list
#        evidence-list.sh -c LIST FOLDER       compare a folder with a list
#
# It reads and never writes below FOLDER. Mount the evidence read-only all the same.
# Columns, separated by tabs: SHA-256, bytes, time in UTC, name relative to FOLDER.
# Exit status: 0 done, or no difference; 1 differences; 2 wrong use, or a file that could not be read.

set -eu
LC_ALL=C
export LC_ALL

fail() { echo "evidence-list: $1" >&2; exit 2; }

sum() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum < "$1" | cut -c1-64
    else shasum -a 256 < "$1" | cut -c1-64
    fi
}

changed() {
    if date -u -r "$1" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null; then :
    else TZ=UTC stat -f '%Sm' -t '%Y-%m-%dT%H:%M:%SZ' "$1"
    fi
}

list() {
    [ -d "$1" ] || fail "not a folder: $1"
    cd "$1"
    # A name with a line break would forge a line of the list.
    odd=$(find . -name '*
*' | wc -l)
    [ "$odd" -eq 0 ] || fail "a file name contains a line break"
    find . -type f | sort | while IFS= read -r name; do
        [ -r "$name" ] || fail "cannot read: $name"
        hash=$(sum "$name")
        size=$(wc -c < "$name" | tr -d ' ')
        printf '%s\t%s\t%s\t%s\n' "$hash" "$size" "$(changed "$name")" "${name#./}"
    done
}

case "${1:-}" in
    -c)
        [ $# -eq 3 ] || fail "usage: evidence-list.sh -c LIST FOLDER"
        [ -r "$2" ] || fail "cannot read: $2"
        new=$(mktemp)
        trap 'rm -f "$new"' EXIT
        ( list "$3" ) > "$new" || exit 2
        if diff "$2" "$new"; then echo "no difference"; else exit 1; fi
        ;;
    ''|-*) fail "usage: evidence-list.sh FOLDER, or evidence-list.sh -c LIST FOLDER" ;;
    *)
        [ $# -eq 1 ] || fail "usage: evidence-list.sh FOLDER"
        list "$1"
        ;;
esac

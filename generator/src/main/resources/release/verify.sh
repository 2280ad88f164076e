#!/bin/sh
# Verifies one release of a Cresset site with gpg, sha256sum (or shasum), find and awk.
#
#   sh verify.sh TREE KEY.asc SITE EDITION [LAST-RELEASE]
#
# TREE is the folder that holds SHA256SUMS. SITE and EDITION are what you expect to have, such as
# https://csirt.example.org/ and public. LAST-RELEASE is the number you saw last time.
# Prints "OK release N" (status 0), "FAIL: reason" (status 1), or "STALE: ..." (status 2).
#
# Get this script and KEY.asc once, over another channel than the site, and compare the key's
# fingerprint there. Taken from the tree that they are to check, they prove nothing.
set -u
LC_ALL=C
export LC_ALL
unset CDPATH
umask 077

fail() {
  printf 'FAIL: %s\n' "$1" | tr -cd '[:print:]\n'
  exit 1
}

[ $# -eq 4 ] || [ $# -eq 5 ] || fail 'usage: sh verify.sh TREE KEY.asc SITE EDITION [LAST-RELEASE]'
site=$3 edition=$4 last=${5:-0}
case $last in '' | *[!0-9]*) fail "LAST-RELEASE is not a number: $last" ;; esac

home=$(mktemp -d "${TMPDIR:-/tmp}/verify.XXXXXX") || fail 'no temporary folder'
trap 'rm -rf "$home"' EXIT
trap 'exit 1' HUP INT TERM
cat <"$2" >"$home/key.asc" || fail "cannot read the key $2"
cd "$1" 2>/dev/null || fail "cannot enter $1"
for f in SHA256SUMS SHA256SUMS.asc; do
  [ -f "$f" ] && [ ! -h "$f" ] || fail "there is no file $f"
  cat "$f" >"$home/$f" || fail "cannot read $f"
done

# 1. A home that holds only the pinned key.
gpg() {
  command gpg --homedir "$home" --no-options --batch --no-tty --no-auto-key-retrieve "$@" 2>"$home/log"
}
gpg --import "$home/key.asc" >/dev/null || fail 'gpg cannot read the key'
pinned=$(gpg --with-colons --list-keys | awk -F: '$1 == "pub" { n++ } $1 == "fpr" && !f { f = $10 } END { if (n == 1) print f }')
[ -n "$pinned" ] || fail 'the key file must hold exactly one key'

# 2. and 3. One good signature of that key. gpg's own exit status is also 0 for expired and
# revoked keys, so only its status lines count.
gpg --status-fd 3 --verify "$home/SHA256SUMS.asc" "$home/SHA256SUMS" 3>"$home/status" >/dev/null
reason=$(awk -v pinned="$pinned" -v now="$(date +%s)" '
  $1 != "[GNUPG:]" { next }
  $2 == "NEWSIG" { new++ }
  $2 == "GOODSIG" { good++ }
  $2 ~ /^(EXPSIG|EXPKEYSIG|REVKEYSIG|BADSIG|ERRSIG)$/ { bad = $2 }
  $2 == "VALIDSIG" { primary = $12; hash = $10; made = $5 }
  END {
    if (bad == "ERRSIG") print "the signature of SHA256SUMS is not good: ERRSIG (another key; or fetch this one again, if it got a new subkey)"
    else if (bad != "") print "the signature of SHA256SUMS is not good: " bad
    else if (new != 1 || good != 1) print "SHA256SUMS.asc is not exactly one good signature"
    else if (primary != pinned) print "signed by another key: " primary
    else if (hash != 8 && hash != 10) print "signed with weak hash algorithm " hash
    else if (made !~ /^[0-9]+$/ || made + 0 > now + 300) print "signed in the future"
  }' "$home/status")
[ -z "$reason" ] || fail "$reason"

# 4. The expected site and edition, and not an older release than seen before.
field() {
  awk -v k="# $1: " 'index($0, k) == 1 { n++; v = substr($0, length(k) + 1) } END { if (n == 1) print v }' "$home/SHA256SUMS"
}
[ "$(field cresset-manifest)" = 1 ] || fail 'this is no manifest of version 1'
[ "$(field site)" = "$site" ] || fail "this is the site $(field site), not $site"
[ "$(field edition)" = "$edition" ] || fail "this is the edition $(field edition), not $edition"
release=$(field release)
case $release in '' | 0* | *[!0-9]*) fail 'the manifest has no release number' ;; esac
[ "$release" -ge "$last" ] || fail "release $release is older than release $last, which you saw before"
until=$(field valid-until)
[ -n "$until" ] || fail 'the manifest does not say until when it is valid'

# 5. Every file has the hash it should have.
awk '/^#/ { next }
  {
    path = substr($0, 67)
    if (path == "" || substr($0, 1, 64) ~ /[^0-9a-f]/ || substr($0, 65, 2) != "  " ||
        path ~ /[^A-Za-z0-9._\/+-]/ || ("/" path "/") ~ /\/(\.|\.\.)?\// || path <= before) bad = 1
    before = path
    print
  }
  END { exit bad }' "$home/SHA256SUMS" >"$home/sums" || fail 'a line of the manifest has not the right form'
if command -v sha256sum >/dev/null 2>&1; then
  sha256sum --strict -c "$home/sums" >"$home/checked" 2>&1
else
  shasum -a 256 --strict -c "$home/sums" >"$home/checked" 2>&1
fi || fail "altered or missing: $(grep -v ': OK$' "$home/checked" | head -n 3 | tr '\n' ' ')"

# 6. Nothing was added: sha256sum does not see that.
find . ! -type d ! -type f >"$home/special" || fail 'cannot read the whole tree'
[ ! -s "$home/special" ] || fail "neither file nor folder: $(head -n 1 "$home/special")"
find . -type f >"$home/files" || fail 'cannot read the whole tree'
sed 's|^\./||' "$home/files" | sort >"$home/found"
{
  cut -c 67- "$home/sums"
  printf '%s\n' SHA256SUMS SHA256SUMS.asc
} | sort >"$home/expected"
cmp -s "$home/found" "$home/expected" ||
  fail "not in the manifest: $(comm -23 "$home/found" "$home/expected" | head -n 3 | tr '\n' ' ')"

if awk -v now="$(date -u +%Y-%m-%dT%H:%M:%SZ)" -v until="$until" 'BEGIN { exit !(now "" > until "") }'; then
  echo "STALE: genuine, but look for a newer release: release $release was valid until $until"
  exit 2
fi
echo "OK release $release"

#!/usr/bin/env python3
"""Takes CSAF documents in, publishes them again, and says what is no longer the same.

    bench/csaf-roundtrip.py CSAF-FOLDER WORK-FOLDER

Imported drafts are private and lack what only a person can add; here a program stands in for the person: each becomes
public and final, with an action, an exploitation and an impact where there is none. What is compared: the products with
their statuses, remediations, scores and references of each vulnerability. Needs PyYAML.
"""
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.parse

import yaml

CRESSET = os.environ.get("CRESSET", str(pathlib.Path(__file__).resolve().parent.parent / "cresset"))
STATUS = {
    "first_affected": "known_affected", "last_affected": "known_affected", "first_fixed": "fixed",
}


def run(*command, cwd=None):
    return subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, text=True)


def promote(path):
    text = path.read_text()
    _, front, body = text.split("---\n", 2)
    data = yaml.load(front, Loader=yaml.BaseLoader)
    data.update(classification="public", status="final")
    for key in ("only", "tlp", "attachments"):
        data.pop(key, None)
    data.setdefault("action", "See the solutions.")
    if data.get("products") or data.get("vulnerabilities"):
        data.setdefault("exploitation", "none_known")
        scored = any(v.get("cvss") for v in data.get("vulnerabilities", []) if isinstance(v, dict))
        if not scored:
            data.setdefault("severity", "medium")
        if scored and "severity" in data:
            data.setdefault("severity_reason", "The publisher's own rating.")
        solutions = data.setdefault("solutions", [])
        categories = {s["category"] for s in solutions}
        none = not categories or categories & {"none_available", "no_fix_planned"}
        if none and not categories & {"workaround", "mitigation"}:
            solutions.append({"category": "workaround", "details": "Stop it."})
        for solution in solutions:
            solution.setdefault("impact", "Not known.")
    path.write_text("---\n" + yaml.safe_dump(data, sort_keys=False, allow_unicode=True) + "---\n" + body)


def version(text):
    text = urllib.parse.unquote(re.sub(r"^vers:[a-z]+/", "", text.strip()))
    text = re.sub(r"(?i)^all versions (?=[<>])", "", text)
    return "*" if re.fullmatch(r"(?i)\*|all( versions)?|", text) else re.sub(r"[\s|=]+", "", text)


def products(document):
    found = {}
    # Cresset says on what a product runs in its full name; others say it by a relationship.
    ours = document["document"]["tracking"].get("generator", {}).get("engine", {}).get("name") == "Cresset"

    def branch(b, vendor, name, ver):
        kind, text = b["category"], b["name"]
        if kind == "vendor":
            vendor = text
        elif kind in ("product_name", "product_family"):
            name = text if kind == "product_name" or not name else name
        elif kind.startswith("product_version"):
            ver = version(text)
        if "product" in b:
            platform = re.search(r" on (.+)$", b["product"]["name"]) if ours else None
            found[b["product"]["product_id"]] = (
                vendor, name or b["product"]["name"], ver, re.sub(r"[\s=]+", "", platform[1]) if platform else "")
        for child in b.get("branches", []):
            branch(child, vendor, name, ver)

    tree = document.get("product_tree", {})
    for b in tree.get("branches", []):
        branch(b, "", "", "*")
    for p in tree.get("full_product_names", []):
        found[p["product_id"]] = ("", p["name"], "*", "")
    for r in tree.get("relationships", []):
        part, whole = found.get(r["product_reference"]), found.get(r["relates_to_product_reference"])
        if part and whole:
            platform = whole[1] + ("" if whole[2] == "*" else " " + whole[2])
            found[r["full_product_name"]["product_id"]] = part[:3] + (re.sub(r"[\s=]+", "", platform),)
    return found


def words(text):
    """Letters and digits; a version that is no range became a part of the name."""
    return re.sub(r"[\W_]+|(?i:all versions(?= *[<>])|vers:all/)", "", text)


def facts(document):
    names = products(document)

    def of(product):
        vendor, name, ver, platform = names.get(product, ("", product, "*", ""))
        return words(vendor) + " " + words(name + ("" if ver == "*" else ver)) + " " + words(platform)

    out = collections.defaultdict(set)
    for v in document.get("vulnerabilities", []):
        cve = v.get("cve", "")
        for status, ids in v.get("product_status", {}).items():
            if status != "recommended":
                out["product statuses"].update((cve, STATUS.get(status, status), of(i)) for i in ids)
        for r in v.get("remediations", []):
            out["remediations"].add((cve, r["category"], words(r["details"])))
        for s in v.get("scores", []):
            out["scores"].update((cve, s[k]["vectorString"]) for k in ("cvss_v2", "cvss_v3") if k in s)
        out["references"].update(r["url"] for r in v.get("references", []))
    out["references"].update(r["url"] for r in document["document"].get("references", []))
    return out


def kept(before, after, kind):
    """Of a remediation's details the beginning counts: the impact stands behind."""
    if kind == "remediations":
        return {b for b in before if any(a[:2] == b[:2] and a[2].startswith(b[2]) for a in after)}
    return before & after


def main(source, work):
    work = pathlib.Path(work)
    content = work / "content"
    content.mkdir(parents=True)
    (content / "cresset.yaml").write_text(
        "team: {name: Example CSIRT, email: csirt@example.org}\nsite: {url: https://csirt.example.org/}\n"
        "editions: {public: {readers: anyone}}\n")
    print(run(CRESSET, "import", "csaf", source, "--root", str(work), "--into", str(content / "advisories"),
              "--quiet").stdout.strip().splitlines()[-1])
    for path in sorted(content.glob("advisories/**/*.md")):
        promote(path)
    run("git", "init", "-q", cwd=work)
    run("git", "add", "-A", cwd=work)
    run("git", "-c", "user.name=B", "-c", "user.email=b@example.org", "commit", "-qm", "Imported", cwd=work)
    print(run(CRESSET, "build", "--root", str(work), "--edition", "public").stdout.strip().splitlines()[-1])
    published = {}
    for path in (work / "site").resolve().rglob("*.json"):
        if ".well-known/csaf" in str(path) and path.parent.name.isdigit():
            document = json.loads(path.read_text())
            for alias in document["document"]["tracking"].get("aliases", []):
                published[alias] = document
    totals = collections.defaultdict(lambda: [0, 0, 0])
    missing = 0
    examples = {}
    for path in sorted(pathlib.Path(source).rglob("*.json")):
        original = json.loads(path.read_text())
        if "document" not in original:
            continue
        identity = original["document"]["tracking"]["id"]
        if identity not in published:
            missing += 1
            continue
        before, after = facts(original), facts(published[identity])
        for kind in ("product statuses", "remediations", "scores", "references"):
            same = kept(before[kind], after[kind], kind)
            totals[kind][0] += len(before[kind])
            totals[kind][1] += len(same)
            totals[kind][2] += max(0, len(after[kind]) - len(same))
            for lost in sorted(before[kind] - same)[:1]:
                examples.setdefault(kind, []).append((identity, lost))
    print(f"{len(published)} published, {missing} not\n\n| | received | kept | new |\n|---|---|---|---|")
    for kind, (received, same, new) in totals.items():
        print(f"| {kind} | {received} | {same} | {new} |")
    for kind, lost in examples.items():
        for identity, example in lost[:5]:
            print(f"{kind}: {identity}: {str(example)[:200]}")


if __name__ == "__main__":
    main(*sys.argv[1:])

#!/usr/bin/env python3
"""Times Cresset against Hugo and Pagefind; see README.md."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import convert
import measure

HERE = pathlib.Path(__file__).resolve().parent
EDIT = "\n\nThis sentence was added by the benchmark, in run %d.\n"
GIT = ["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org"]
GIT += ["-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"]


def arguments():
    parser = argparse.ArgumentParser(prog="bench/compare.sh", description=__doc__)
    parser.add_argument("kb", type=pathlib.Path, help="top of a Git work tree with content/")
    parser.add_argument("--runs", type=int, default=1, help="runs of each; the median is given")
    parser.add_argument("--out", type=pathlib.Path, help="write the table here too")
    parser.add_argument("--editions", default="public,staff")
    parser.add_argument("--keep", type=pathlib.Path, help="work in this new folder and keep it")
    return parser.parse_args()


def git(kb, *words):
    done = subprocess.run([*GIT, *words], cwd=kb, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit("git %s: %s" % (" ".join(words), done.stderr))
    return done.stdout.strip()


def change(document, number, kb):
    """Changes one document and commits it where there is a repository."""
    with open(document, "a", encoding="utf-8") as out:
        out.write(EDIT % number)
    if kb:
        git(kb, "commit", "-q", "-a", "-m", "A change for the benchmark")


def editable(made, kb):
    """A public document whose body may change without a new version: a page, term or policy."""
    for folder in ("pages", "glossary", "policies", "reports", "advisories"):
        for source in made:
            if (kb / "content" / folder) in source.parents and source.name != "_index.md":
                return source
    sys.exit("the knowledge base has no public document")


def cresset(program, kb, document, args, log):
    """Costs of cold builds, and of builds after a commit."""
    build = [program, "build", "--root", kb, "--edition", args.editions]
    cold, warm = [], []
    for number in range(args.runs):
        shutil.rmtree(kb / "site", ignore_errors=True)
        shutil.rmtree(kb / ".cresset" / "cache", ignore_errors=True)
        cold.append(measure.run(build, kb, log, allowed=(0, 1)))
    for number in range(args.runs):
        change(document, number, kb)
        warm.append(measure.run(build, kb, log, allowed=(0, 1)))
    return measure.median(cold), measure.median(warm)


def hugo(site, document, pagefind, args, log):
    """Costs of Hugo and Pagefind, each cold and after a change: (hugo, pagefind) twice."""
    results = []
    for changed in (False, True):
        pages, index = [], []
        for number in range(args.runs):
            if changed:
                change(document, number, None)
            else:
                shutil.rmtree(site / "public", ignore_errors=True)
                shutil.rmtree(site / "resources", ignore_errors=True)
            cache = ["--cacheDir", site / "cache"]
            pages.append(measure.run(["hugo", "--quiet", "-s", site, *cache], site, log))
            if pagefind:
                index.append(measure.run([pagefind, "--site", "public"], site, log))
        results.append((measure.median(pages), measure.median(index) if index else None))
    return results


def find_pagefind(work):
    """The program given, the one on the path, or one that npm installs without its scripts."""
    given = os.environ.get("PAGEFIND") or shutil.which("pagefind")
    if given:
        return str(pathlib.Path(given).absolute())
    if not shutil.which("npm"):
        return None
    folder = work / "npm"
    folder.mkdir()
    install = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "pagefind"]
    done = subprocess.run(install, cwd=folder, capture_output=True)
    program = folder / "node_modules" / ".bin" / "pagefind"
    return str(program) if done.returncode == 0 and program.exists() else None


def row(name, cost):
    values = (name, cost.wall, cost.cpu, cost.memory / 2**20)
    return "| %s | %.2f | %.2f | %.0f |" % values


def table(facts, rows):
    head = ["| | wall, s | CPU, s | peak memory, MiB |", "|---|---:|---:|---:|"]
    return "\n".join(["# Cresset, Hugo and Pagefind", "", *head, *rows, "", *("- " + f for f in facts)])


def compare(args, work):
    top = git(args.kb, "rev-parse", "--show-toplevel")
    prefix = git(args.kb, "rev-parse", "--show-prefix")
    git(work, "clone", "-q", top, "kb")
    kb = work / "kb" / prefix
    facts, rows, log = measure.machine(), [], work / "log"
    made = convert.convert(kb / "content", work / "hugo")
    documents = sum(1 for _ in (kb / "content").rglob("*.md"))
    commits = git(kb, "rev-list", "--count", "HEAD")
    facts.append("%d documents in %s commits; %d public ones" % (documents, commits, len(made)))
    facts.append("runs of each: %d (medians)" % args.runs)
    document = editable(made, kb)
    rows += peers(args, work, made[document], facts, log)
    rows += own(args, kb, document, facts, log)
    return table(facts, rows)


def peers(args, work, document, facts, log):
    if not shutil.which("hugo"):
        facts.append("hugo was not found: left out")
        return []
    facts.append(measure.first_line(["hugo", "version"]))
    pagefind = find_pagefind(work)
    found = measure.first_line([pagefind, "--version"]) if pagefind else "not found: left out"
    facts.append("Pagefind: " + found)
    rows = []
    results = hugo(work / "hugo", document, pagefind, args, log)
    for when, (pages, index) in zip(("cold", "after one change"), results):
        rows.append(row("Hugo, public pages alone, %s" % when, pages))
        if index:
            rows.append(row("Pagefind, their index, %s" % when, index))
            rows.append(row("**Hugo and Pagefind, %s**" % when, pages + index))
    facts.append("Hugo and Pagefind wrote %d files, %d bytes" % measure.size(work / "hugo/public"))
    return rows


def own(args, kb, document, facts, log):
    program = pathlib.Path(os.environ.get("CRESSET", HERE.parent / "cresset")).absolute()
    if not program.exists():
        facts.append("%s was not found: left out" % program.name)
        return []
    # The first call of a checkout builds the program; that is not what is measured.
    facts.append("Cresset: " + measure.first_line([str(program), "--version"]))
    cold, warm = cresset(program, kb, document, args, log)
    facts.append("Cresset wrote %d files, %d bytes under site/" % measure.size(kb / "site"))
    if cold.status or warm.status:
        facts.append("Cresset ended with status 1: some documents have errors and were left out")
    name = "**Cresset, %s: pages, feeds, search, history, signatures, %s**"
    editions = "editions " + args.editions.replace(",", " and ")
    return [row(name % (editions, "cold"), cold), row(name % (editions, "after one commit"), warm)]


def main():
    args = arguments()
    if args.keep:
        args.keep.mkdir(parents=True)
        text = compare(args, args.keep.absolute())
    else:
        with tempfile.TemporaryDirectory(prefix="cresset-bench-") as work:
            text = compare(args, pathlib.Path(work))
    print(text)
    if args.out:
        args.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""What the disclosure checks find in texts with planted names, and what they cost."""

import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

import measure
import planting

CRESSET = pathlib.Path(__file__).resolve().parent.parent / "cresset"


def texts(paths):
    """Texts of Markdown files and of incident records, one a line; and the victims' names."""
    all_texts, names = [], []
    for path in map(pathlib.Path, paths):
        files = [path] if path.is_file() else sorted(path.rglob("*.md")) + sorted(path.rglob("*.jsonl"))
        for file in files:
            content = file.read_text(encoding="utf-8", errors="replace")
            if file.suffix == ".jsonl":
                for line in content.splitlines():
                    record = json.loads(line)["record"]
                    summary = record.get("summary", "").strip()
                    if len(summary) > 80:
                        all_texts.append(summary)
                        names.append(record.get("victim", {}).get("victim_id", ""))
            elif len(content) > 80 and not content.startswith("---\n---"):
                all_texts.append(content)
                names.append("")
    return all_texts, names


def plant(arguments):
    planting.plant(texts(arguments.texts)[0], arguments.into, arguments.seed, arguments.count)


def score(arguments):
    plants = json.loads(pathlib.Path(arguments.into, "plants.json").read_text(encoding="utf-8"))
    problems = json.loads(pathlib.Path(arguments.problems).read_text(encoding="utf-8"))
    report(plants, problems, 0, True)


def found(arguments):
    bodies, names = texts(arguments.texts)
    with tempfile.TemporaryDirectory() as folder:
        kept = {n for n in names[arguments.count :] if len(n) > 3 and n.lower() != "unknown"}
        real = sorted(kept - set(names[: arguments.count]))[: arguments.real]
        plants = planting.plant(bodies, folder, arguments.seed, arguments.count, real)
        check = subprocess.run(
            [arguments.cresset, "check", "--root", folder, "--json", "--quiet"], capture_output=True, text=True
        )
        if check.returncode not in (0, 1):
            sys.exit(check.stderr)
        report(plants, json.loads(check.stdout), len(real), arguments.verbose)


def report(plants, problems, real_names, verbose):
    hits, missed, alarms, real = planting.score(plants, problems)
    print("planted in %d documents: found %d, %.1f %%" % (len(plants), len(hits), 100 * len(hits) / len(plants)))
    for kind in sorted(planting.KINDS):
        of = [p for p in plants if p["kind"] == kind]
        print("  %-8s %d of %d" % (kind, sum(p["path"] in hits for p in of), len(of)))
    documents = len({a["path"] for a in alarms})
    print("false alarms: %d, in %d documents" % (len(alarms), documents))
    if real_names:
        print("mentions of %d real organisations that nobody planted: %d" % (real_names, len(real)))
    if verbose:
        for p in missed:
            print("missed", p["path"], p["kind"], repr(p["text"]))
        for a in alarms + real:
            print("alarm", a["path"], a["line"], a["found"])


def cost(arguments):
    with tempfile.TemporaryDirectory() as folder:
        without = pathlib.Path(folder, "without")
        subprocess.run(["git", "clone", "-q", arguments.base, str(without)], check=True)
        more = pathlib.Path(folder, "with")
        shutil.copytree(without, more, symlinks=True)
        planting.plant(["x"], pathlib.Path(folder, "register"), 1, 0)
        for file in pathlib.Path(folder, "register/content/constituents").iterdir():
            shutil.copy(file, more / "content/constituents" / file.name)
        seconds = {without: [], more: []}
        for run in range(arguments.runs + 1):
            for base in seconds:
                command = [arguments.cresset, "check", "--root", base, "--quiet"]
                spent = measure.run(command, folder, folder + "/log", allowed=(0, 1)).cpu
                if run:  # the first run fills the caches
                    seconds[base].append(spent)
        a, b = (statistics.median(seconds[k]) for k in (without, more))
        print("check: %.1f CPU s; with 300 more organisations %.1f CPU s; ratio %.2f" % (a, b, b / a))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cresset", default=str(CRESSET))
    commands = parser.add_subparsers(required=True)
    f = commands.add_parser("found")
    f.add_argument("texts", nargs="+")
    f.add_argument("--count", type=int, default=1000)
    f.add_argument("--seed", type=int, default=1)
    f.add_argument("--real", type=int, default=0, help="so many real names of victims are registered too")
    f.add_argument("--verbose", action="store_true")
    f.set_defaults(run=found)
    p = commands.add_parser("plant", help="the knowledge base alone")
    p.add_argument("texts", nargs="+")
    p.add_argument("--into", required=True)
    p.add_argument("--count", type=int, default=1000)
    p.add_argument("--seed", type=int, default=1)
    p.set_defaults(run=plant)
    s = commands.add_parser("score", help="what cresset check --json found of the plants")
    s.add_argument("into")
    s.add_argument("problems")
    s.set_defaults(run=score)
    c = commands.add_parser("cost")
    c.add_argument("base")
    c.add_argument("--runs", type=int, default=3)
    c.set_defaults(run=cost)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()

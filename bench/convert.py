"""Converts the public documents of a knowledge base to a Hugo site."""

import pathlib
import re
import shutil

FENCE = re.compile(r"^[ \t]*:::[ \t]+\S.*?^[ \t]*:::[ \t]*\n", re.M | re.S)
FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n(.*)\Z", re.M | re.S)
CONFIG = """\
baseURL = "https://csirt.example.org/"
title = "Benchmark"
languageCode = "en"
disableKinds = ["taxonomy", "term"]
enableInlineShortcodes = false
timeout = "120s"
"""


def scalar(front, *keys):
    """The text of a top-level key, without quotes; empty if there is none."""
    for key in keys:
        found = re.search(r"^%s:[ \t]*(.+?)[ \t]*$" % key, front, re.M)
        if found:
            return found[1].strip("\"'")
    return ""


def hugo_text(front, body):
    """The document for Hugo: its own front matter moved below one key, which the layouts show."""
    title = scalar(front, "title", "term") or "Untitled"
    date = scalar(front, "initial_release_date", "date", "approved_on", "logged")[:10]
    lines = ["---", 'title: "%s"' % title.replace("\\", "\\\\").replace('"', '\\"')]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        lines.append("date: " + date)
    lines.append("document:")
    lines += ["  " + line if line.strip() else "" for line in front.splitlines()]
    # Shortcodes are Hugo's own; a document that speaks of templates must not call them.
    safe = body.replace("{{", "{&#123;")
    return "\n".join(lines) + "\n---\n" + safe


def convert(content, site):
    """Writes the site's sources; returns a map from source file to Hugo's file."""
    shutil.copytree(pathlib.Path(__file__).parent / "hugo", site)
    (site / "config.toml").write_text(CONFIG, encoding="utf-8")
    made = {}
    for source in sorted(content.rglob("*.md")):
        found = FRONT.match(source.read_text(encoding="utf-8"))
        if not found or scalar(found[1], "classification") != "public":
            continue
        target = site / "content" / source.relative_to(content)
        target.parent.mkdir(parents=True, exist_ok=True)
        front, body = (FENCE.sub("", part) for part in found.groups())
        target.write_text(hugo_text(front, body), encoding="utf-8")
        made[source] = target
        if source.name == "index.md":
            copy_attachments(source.parent, target.parent)
    return made


def copy_attachments(source, target):
    for file in source.iterdir():
        if file.is_file() and file.suffix != ".md":
            shutil.copyfile(file, target / file.name)

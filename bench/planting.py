"""Plants names, hosts, addresses and contacts of invented organisations in real texts."""

import json
import pathlib
import random

SYLLABLES = "bar bel cor dan del fen gar hal kel lor mar nor pel quin ros sel tam ul ver wen yar zel".split()
TYPES = (
    "University;Hospital;Institute of Technology;City Council;Savings Bank;Water Company;Public Library;"
    "Health Service;Shipping Company;School of Music;Regional Archive;Power Station;Medical Centre;"
    "Universität;Städtisches Klinikum;Insurance Group;Research Network;Housing Association"
).split(";")
UMLAUTS = ["", "", "ü", "ö", "ä", "é", "ß"]


class Organisation:
    """One that is registered and has never been heard of."""

    def __init__(self, number, draw):
        stem = "".join(draw.choice(SYLLABLES) for _ in range(3)).capitalize()
        place = stem[:4] + draw.choice(UMLAUTS) + stem[4:]
        kind = draw.choice(TYPES)
        self.id = "org-%03d" % number
        self.name = kind + " " + place if kind.startswith("Univ") and "ä" in kind else place + " " + kind
        self.domain = "%s-%03d.example.%s" % (stem.lower(), number, draw.choice(["org", "net", "com"]))
        self.v4 = (203 if number % 2 else 198, number % 200 + 1, draw.randrange(256))
        self.v6 = "2001:db8:%x::/48" % (number + 1)
        first, last = (draw.choice(SYLLABLES).capitalize() + draw.choice(SYLLABLES) for _ in range(2))
        self.person = first + " " + last + draw.choice(SYLLABLES)
        self.mail = "%s.%s@%s" % (first.lower(), last.lower(), self.domain)
        self.phone = "+61 7 55%02d %04d" % (number % 100, draw.randrange(10000))

    def register(self):
        return (
            'name: "%s"\ncontacts:\n  - {name: "%s", phone: "%s", email: %s}\n'
            "domains: [%s]\naddress_ranges: [%d.%d.%d.0/24, \"%s\"]\n"
            % ((self.name, self.person, self.phone, self.mail, self.domain) + self.v4 + (self.v6,))
        )


def folded(text):
    for a, b in [("ü", "ue"), ("ö", "oe"), ("ä", "ae"), ("é", "e"), ("ß", "ss")]:
        text = text.replace(a, b)
    return text


def name(o, draw):
    return draw.choice(
        [
            o.name,
            o.name.upper() if "ß" not in o.name else o.name,
            o.name.lower(),
            o.name + "'s",
            o.name + "’s",
            folded(o.name),
            o.name.replace(" ", "-"),
            o.name.replace(" ", "_"),
            o.name.replace(" ", "\n", 1),
            "**" + o.name.replace(" ", "** *", 1) + "*",
        ]
    )


def host(o, draw):
    plain = draw.choice(["", "www.", "mail.", "vpn2."]) + o.domain
    return draw.choice(
        [
            plain,
            plain.upper(),
            "https://" + plain + "/login",
            "hxxps://" + plain.replace(".", "[.]"),
            plain.replace(".", "[.]"),
            plain.replace(".", "(.)"),
            plain.replace(".", "[dot]"),
            plain.replace(".", " dot "),
            "admin@" + plain,
            "admin[at]" + plain.replace(".", "[.]"),
        ]
    )


def address(o, draw):
    v4 = "%d.%d.%d.%d" % (o.v4 + (draw.randrange(1, 255),))
    v6 = o.v6.replace("/48", "%x" % draw.randrange(1, 65535))
    return draw.choice(
        [v4, v4, v4 + ":443", v4.replace(".", "[.]"), v4[::-1].replace(".", "].[", 1)[::-1], v4 + "/32", v6, v6.upper()]
    )


def contact(o, draw):
    return draw.choice(
        [
            o.person,
            ", ".join(reversed(o.person.split(" "))),
            o.mail,
            o.mail.replace("@", "[at]"),
            o.phone,
            o.phone.replace("+61 ", "(0").replace(" ", ")", 1),
            o.phone.replace(" ", "-"),
        ]
    )


KINDS = {"name": name, "host": host, "address": address, "contact": contact}


def plant(texts, folder, seed, count, real=()):
    """A knowledge base of `count` public pages with one plant each; returns the plants."""
    draw = random.Random(seed)
    organisations = [Organisation(i, draw) for i in range(300)]
    content = pathlib.Path(folder, "content")
    (content / "constituents").mkdir(parents=True)
    (content / "pages").mkdir()
    (content / "cresset.yaml").write_text(
        "team: {name: Example CSIRT, email: csirt@team.example}\nsite: {url: https://csirt.team.example/}\n"
    )
    for o in organisations:
        (content / "constituents" / (o.id + ".yaml")).write_text(o.register(), encoding="utf-8")
    for i, known in enumerate(real):
        entry = "name: %s\n" % json.dumps(known, ensure_ascii=False)
        (content / "constituents" / ("real-%03d.yaml" % i)).write_text(entry, encoding="utf-8")
    chosen = list(texts)
    draw.shuffle(chosen)
    plants = []
    for i in range(count):
        text = chosen[i % len(chosen)].replace("\r", "").replace(":::", "::")
        o = draw.choice(organisations)
        kind = draw.choice(sorted(KINDS))
        planted = KINDS[kind](o, draw)
        gaps = [k for k, c in enumerate(text) if c == " "] or [len(text)]
        at = draw.choice(gaps)
        body = text[:at] + " " + planted + " " + text[at:].lstrip(" ")
        head = "---\ntitle: Text %d\nclassification: public\n---\n" % i
        path = "content/pages/p-%05d.md" % i
        pathlib.Path(folder, path).write_text(head + body + "\n", encoding="utf-8")
        line = head.count("\n") + 1 + body[: at + 1].count("\n")
        plants.append(
            {"path": path, "first": line, "last": line + planted.count("\n"), "kind": kind,
             "text": planted, "organisation": o.id}
        )
    pathlib.Path(folder, "plants.json").write_text(json.dumps(plants, indent=1), encoding="utf-8")
    return plants


def score(plants, problems):
    """Plants found by kind, and what was found where nothing was planted."""
    by_path = {p["path"]: p for p in plants}
    found, alarms, real = set(), [], []
    for problem in problems:
        if not problem["code"].startswith("disclosure-"):
            continue
        p = by_path.get(problem["path"])
        there = p and p["first"] <= problem["line"] <= p["last"] and " of " + p["organisation"] in problem["found"]
        if there:
            found.add(problem["path"])
        elif " of real-" in problem["found"]:
            real.append(problem)
        else:
            alarms.append(problem)
    missed = [p for p in plants if p["path"] not in found]
    return found, missed, alarms, real

#!/usr/bin/env python3
"""Real CSAF documents taken in, published again, and compared.

    bench/roundtrip.py CRESSET WORK FILE...

CRESSET is the launcher, WORK a folder that does not exist yet, FILE CSAF 2.0 documents or folders of them. What an advisory of ours must say and theirs
does not (what to do, the impact of a solution, a way out) is filled in with words that say so. Prints a table: how many statements of each kind the
originals have, how many came back, and the first of those that did not. Standard library only.
"""
import collections, json, pathlib, re, subprocess, sys

UNSAID = 'The publisher does not say.'
SETTINGS = 'team: {name: Round Trip, email: csirt@example.org}\nsite: {url: https://csirt.example.org/}\neditions: {public: {readers: anyone}}\n'


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def released(text):
    """A draft as a public advisory, with what it lacks."""
    front, body = text[4:].split('\n---\n', 1)
    front = re.sub(r'(?m)^classification: private$\n(only: \[\]\n)?', 'classification: public\n', front)
    front = front.replace('\nstatus: draft', '\nstatus: final', 1)
    for key, value in (('action', UNSAID), ('exploitation', 'none_known')):
        if not re.search(r'(?m)^%s:' % key, front):
            front += '\n%s: %s' % (key, value)
    front = re.sub(r'(?m)^solutions: \[(\{.*\})\]$', r'solutions:\n  - \1', front)
    lines, out, inside, item = front.split('\n'), [], False, []

    def close():
        if item and item[0].startswith('  - {') and 'impact:' not in item[0]:
            item[0] = item[0].rstrip()[:-1] + ', impact: ' + UNSAID + '}'
        elif item and not any(re.match(r'    impact:', line) for line in item):
            item.append('    impact: ' + UNSAID)
        out.extend(item)
        item.clear()

    way_out = False
    needs = bool(re.search('category: (none_available|no_fix_planned)', front))
    for line in lines + ['end']:
        if re.match(r'\S', line):
            close()
            if inside and needs and not way_out:
                out.extend(['  - category: mitigation', '    details: ' + UNSAID, '    impact: ' + UNSAID])
            inside = line.startswith('solutions:')
            out.extend([line] if line != 'end' else [])
        elif inside:
            if line.startswith('  - '):
                close()
                way_out |= bool(re.search('category: (workaround|mitigation)', line))
            item.append(line)
        else:
            out.append(line)
    close()
    if 'solutions:' not in front and re.search(r'(?m)^(products|vulnerabilities):', front):
        out.extend(['solutions:', '  - category: mitigation', '    details: ' + UNSAID, '    impact: ' + UNSAID])
    return '---\n' + '\n'.join(out) + '\n---\n' + body


def leaves(node, found):
    for branch in node.get('branches', []):
        if 'product' in branch:
            found[branch['product']['product_id']] = branch['product']
        leaves(branch, found)
    for relation in node.get('relationships', []):
        found[relation['full_product_name']['product_id']] = relation['full_product_name']
    for product in node.get('full_product_names', []):
        found[product['product_id']] = product
    return found


GROUPS = {'first_affected': 'known_affected', 'last_affected': 'known_affected', 'first_fixed': 'fixed', 'recommended': 'fixed'}
plain = lambda text: re.sub(r'\W+', ' ', text).strip().lower()


def statements(doc):
    """What a document says, by kind."""
    said = collections.defaultdict(collections.Counter)
    for reference in doc['document'].get('references', []):
        said['references'][reference['url']] = 1
    for flaw in doc.get('vulnerabilities', []):
        name = flaw.get('cve') or plain(flaw.get('title', ''))
        said['flaws'][name] += 1
        if 'cwe' in flaw:
            said['weaknesses'][name, flaw['cwe']['id']] += 1
        vectors = {s[v]['vectorString'] for s in flaw.get('scores', []) for v in ('cvss_v2', 'cvss_v3') if v in s}
        for vector in vectors:
            said['scores'][name, vector.strip('()')] += 1
        status = collections.Counter()
        for group, ids in flaw.get('product_status', {}).items():
            status[GROUPS.get(group, group)] += len(set(ids))
        for group, count in status.items():
            said[group][name] += count
        for words in {(r['category'], plain(r['details'])[:60]) for r in flaw.get('remediations', [])}:
            said['remediations'][(name, *words)] += 1
    return said


def main(cresset, work, files):
    content = pathlib.Path(work, 'content')
    content.mkdir(parents=True)
    (content / 'cresset.yaml').write_text(SETTINGS)
    run(['git', 'init', '-q', work])
    run([*cresset.split(), 'import', 'csaf', *files, '--root', work, '--into', str(content / 'advisories/imported')])
    for draft in content.rglob('*.md'):
        draft.write_text(released(draft.read_text()))
    run(['git', '-C', work, 'add', '-A'])
    run(['git', '-C', work, '-c', 'user.name=bench', '-c', 'user.email=bench@example.org', 'commit', '-qm', 'Taken in'])
    status, said = run([*cresset.split(), 'build', '--root', work])
    print('build ended with status %d; errors in documents that were left out: %d' % (status, said.count(': error[')))
    published = {}
    for path in pathlib.Path(work, 'site/public/.well-known/csaf').glob('[0-9]*/*.json'):
        doc = json.loads(path.read_text())
        for alias in doc['document']['tracking'].get('aliases', []):
            published[alias] = doc
    kinds, lost, documents = collections.defaultdict(lambda: [0, 0]), collections.defaultdict(list), 0
    paths = [p for f in files for p in (sorted(pathlib.Path(f).rglob('*.json')) if pathlib.Path(f).is_dir() else [pathlib.Path(f)])]
    for path in paths:
        original = json.loads(path.read_text())
        ours = published.get(original.get('document', {}).get('tracking', {}).get('id'))
        if ours is None:
            print('not published again: ' + path.name)
            continue
        documents += 1
        back = statements(ours)
        for kind, counted in statements(original).items():
            for what, count in counted.items():
                here = min(count, back[kind][what])
                if kind == 'remediations':
                    here = min(count, sum(n for k, n in back[kind].items() if k[0] == what[0] and k[1] == what[1] and k[2].startswith(what[2][:40])))
                kinds[kind][0] += count
                kinds[kind][1] += here
                if here < count:
                    lost[kind].append('%s: %s, %d of %d' % (path.name, what, here, count))
    print('%d of %d documents compared' % (documents, len(paths)))
    for kind, (all_, back) in sorted(kinds.items()):
        print('%-13s %6d  came back %6d  %6.2f %%' % (kind, all_, back, 100 * back / all_))
    for kind, examples in sorted(lost.items()):
        print('\n%s that did not come back, %d entries:' % (kind, len(examples)))
        for example in examples[:8]:
            print('  ' + example)


if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2], sys.argv[3:])

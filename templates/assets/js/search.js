// Searches the exported index as org.cresset.search.SearchIndex does: same documents, same order, same scores.
"use strict";
(() => {
  const {stem, load, lower, parse, wanted, RANGE_FIELDS} = cresset;
  const {Dictionary, postingsOf, placesOf, readColumns, readCounted, readShown} = cresset;
  const MOST_BEGINNING = 256;
  const MOST_NAMED = 64;
  const TITLE_BOOST = 2;

  // ---- Ranking: BM25 in the steps of Lucene's single precision

  const f = Math.fround;
  const K1 = f(1.2), B = f(0.75);

  class Ranking {
    constructor([documents, terms], norms) {
      this.documents = documents;
      this.norms = norms;
      const average = f(terms / documents);
      this.inverse = Array.from({length: 256}, (_, i) =>
        f(1 / f(K1 * f(f(1 - B) + f(f(B * lengthOf(i)) / average)))));
    }
    rarity(count) {
      return f(Math.log(1 + (this.documents - count + 0.5) / (count + 0.5)));
    }
    score(weight, often, doc) {
      return f(weight - f(weight / f(1 + f(often * this.inverse[this.norms[doc]]))));
    }
  }

  // The length of a text from the byte that stands for it.
  function lengthOf(byte) {
    if (byte < 24) return byte;
    const i = byte - 24;
    const shift = (i >>> 3) - 1;
    return 24 + (shift < 0 ? i & 7 : ((i & 7) | 8) * 2 ** shift);
  }

  // ---- The index

  class Index {
    static async open() {
      const index = new Index();
      index.root = await load("index");
      index.dictionary = new Dictionary(index.root);
      return index;
    }

    async columns() {
      this.held ??= readColumns(this.root);
      const columns = await this.held;
      this.ranking ??= {
        title: new Ranking(this.root.title ?? [0, 0], columns.title),
        text: new Ranking(this.root.text ?? [0, 0], columns.text),
      };
      return columns;
    }

    async counted() {
      return this.counting ??= readCounted(this.root);
    }

    // The hits of a query, best first, equally good ones newest first; before all others one whose id the query is.
    // Where none has all of several words, those that have some: then `some` is true.
    async search(query) {
      const parsed = parse(query);
      const [, ...clauses] = await Promise.all([this.columns(), ...parsed.map(c => this.clause(c))]);
      const good = clauses.filter(c => c);
      const words = good.filter(c => !c.field && !c.excluded);
      const limits = good.filter(c => c.field || c.excluded);
      let hits = good.length ? this.all(words, limits) : [];
      const some = !hits.length && words.length > 1;
      if (some) hits = this.any(words, limits);
      hits.sort((a, b) => b.score - a.score || b.doc - a.doc);
      return {hits: await this.namedFirst(parsed, hits), some, empty: !good.length};
    }

    async namedFirst([only, ...more], hits) {
      const want = only && !more.length && !only.field && !only.excluded && !only.prefix && hits.length && wanted(only);
      if (!want) return hits;
      const may = await this.filter("id", want);
      const id = lower(only.text);
      const first = new Set();
      for (const hit of hits.filter(h => may.has(h.doc)).slice(0, MOST_NAMED)) {
        if (lower((await this.shown(hit.doc))[1]) === id) first.add(hit);
      }
      return [...first, ...hits.filter(h => !first.has(h))];
    }

    all(words, limits) {
      const scores = words[0]?.scores ?? new Map(this.root.documents ? Array.from({length: this.root.documents}, (_, i) => [i, 0]) : []);
      const hits = [];
      for (const doc of scores.keys()) {
        if (!words.every(w => w.scores.has(doc))) continue;
        const score = f(words.reduce((sum, w) => sum + f(w.scores.get(doc)), 0));
        if (passes(doc, limits)) hits.push({doc, score});
      }
      return hits;
    }

    any(words, limits) {
      const sums = new Map();
      for (const word of words) for (const [doc, score] of word.scores) sums.set(doc, (sums.get(doc) ?? 0) + score);
      return [...sums].filter(([doc]) => passes(doc, limits)).map(([doc, score]) => ({doc, score: f(score)}));
    }

    // {field, excluded, scores} of a clause; null if it has no word.
    async clause(clause) {
      const {field} = clause;
      const range = RANGE_FIELDS[field];
      const want = range ? clause : wanted(clause);
      if (!want) return null;
      const scores = range ? await this.range(field, clause, range) : field ? await this.filter(field, want) : await this.words(want);
      return {...clause, scores};
    }

    async words(want) {
      await this.columns();
      if (want.row) return this.row(want);
      const entry = want.one === undefined ? null : await this.dictionary.find(want.one);
      if (entry && !entry.isForm) return this.one(await postingsOf(entry));
      return this.beginning(want.beginning ?? want.form);
    }

    one(postings) {
      const weights = this.weights([postings]);
      return new Map(postings.map(p => [p.doc, this.score(p, p, weights)]));
    }

    weights(terms) {
      const weight = (field, boost) => {
        const counts = terms.map(postings => postings.reduce((n, p) => n + (p[field] > 0), 0));
        return f(f(counts.reduce((sum, n) => sum + this.ranking[field].rarity(n), 0)) * boost);
      };
      return {title: weight("title", TITLE_BOOST), text: weight("text", 1)};
    }

    score({doc}, often, weights) {
      let sum = 0;
      if (often.title) sum += this.ranking.title.score(weights.title, often.title, doc);
      if (often.text) sum += this.ranking.text.score(weights.text, often.text, doc);
      return sum;
    }

    // Every word that begins so weighs the same.
    async beginning(start) {
      const entries = await this.dictionary.beginningWith(start, MOST_BEGINNING);
      const terms = new Set(entries.map(e => stem(e.key)));
      const scores = new Map();
      for (const lists of await Promise.all([...terms].map(t => this.postings(t)))) {
        for (const p of lists) {
          const had = scores.get(p.doc) ?? 0;
          scores.set(p.doc, had | (p.text ? 1 : 0) | (p.title ? TITLE_BOOST : 0));
        }
      }
      return scores;
    }

    async postings(key) {
      const entry = await this.dictionary.find(key);
      return entry ? postingsOf(entry) : [];
    }

    // The documents that have these terms at these places from the first, and how often.
    async rowOf(keys, at) {
      const entries = await Promise.all(keys.map(k => this.dictionary.find(k)));
      if (!entries.every(e => e && !e.isForm)) return {terms: [], found: []};
      const terms = await Promise.all(entries.map(postingsOf));
      const others = terms.slice(1).map(list => new Set(list.map(p => p.doc)));
      const wanted = new Set(terms[0].map(p => p.doc).filter(doc => others.every(o => o.has(doc))));
      const places = await Promise.all(entries.map((e, i) => placesOf(e, terms[i], wanted)));
      const found = [];
      for (const doc of wanted) {
        const [first, ...rest] = places.map(p => p.get(doc));
        const often = field => first[field].filter(start => rest.every((o, i) => o[field].includes(start + at[i + 1]))).length;
        const hit = {doc, text: often("text"), title: often("title")};
        if (hit.text || hit.title) found.push(hit);
      }
      return {terms, found};
    }

    async row({row, at}) {
      const {terms, found} = await this.rowOf(row, at);
      const weights = this.weights(terms);
      return new Map(found.map(p => [p.doc, this.score(p, p, weights)]));
    }

    async filter(field, want) {
      const key = `${field} `;
      if (want.row) return asScores((await this.rowOf(want.row.map(t => key + t), want.at)).found);
      if (want.one !== undefined) return asScores(await this.postings(key + want.one));
      return this.union(await this.dictionary.beginningWith(key + want.beginning));
    }

    async range(field, clause, range) {
      const key = `${field} `;
      const {start, test} = clause.prefix ? {start: clause.text, test: () => true} : range(clause.text);
      const entries = await this.dictionary.beginningWith(key + start);
      return this.union(entries.filter(e => test(e.key.slice(key.length))));
    }

    async union(entries) {
      return asScores((await Promise.all(entries.map(postingsOf))).flat());
    }

    // [kind, id, title, path, date, severity, excerpt]
    async shown(doc) {
      return readShown(await this.columns(), doc);
    }
  }

  const asScores = postings => new Map(postings.map(p => [p.doc, 0]));
  const passes = (doc, limits) => limits.every(l => l.excluded !== l.scores.has(doc));

  Object.assign(cresset, {open: Index.open});
})();

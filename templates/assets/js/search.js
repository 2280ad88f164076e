// Searches the exported index as org.cresset.search.SearchIndex does: same query language, same documents, same scores.
"use strict";
(() => {
  const {Unpack, groups, tokens, stem, unify, lower} = cresset;
  const NAME = 12; // digits of a shard's name
  const INLINE = 12, POSTINGS_SHARD = 8192; // as in Dictionary.java
  const POSITIONS_SHARD = 32768;
  const SHOWN = 8, COLUMNS = 4096; // as in Columns.java
  const MOST_BEGINNING = 256, MOST_CLAUSES = 32, LONGEST_QUERY = 1000;
  const TITLE_BOOST = 2;
  const WORD_FIELDS = ["cve", "id", "keyword", "kind", "location", "method", "product", "severity", "site", "software", "status"];
  const RANGE_FIELDS = {date: dates, duration: numbers, ip: addresses};

  // ---- Shards: scripts that call cresset.shard. cresset.fetch(name), which brings one, belongs to the page.

  const shards = new Map();

  function shardOf(name) {
    if (!shards.has(name)) {
      const shard = {};
      shard.promise = new Promise((resolve, reject) => Object.assign(shard, {resolve, reject}));
      shards.set(name, shard);
    }
    return shards.get(name);
  }

  function shard(name, value) {
    shardOf(name).resolve(value);
  }

  function load(name) {
    const known = shards.has(name);
    const wanted = shardOf(name);
    if (!known) {
      Promise.resolve(cresset.fetch(name)).catch(failure => {
        shards.delete(name);
        wanted.reject(failure);
      });
    }
    return wanted.promise;
  }

  const names = text => text.match(new RegExp(`.{${NAME}}`, "g")) ?? [];

  // ---- The dictionary

  class Dictionary {
    constructor(root) {
      this.firsts = root.firsts;
      this.blocks = names(root.blocks);
      this.known = new Map();
    }

    // The last block that may hold a key as great as this one.
    indexOf(key) {
      let low = 0, high = this.firsts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.firsts[middle] <= key) low = middle + 1;
        else high = middle;
      }
      return Math.max(0, low - 1);
    }

    async block(index) {
      if (!this.blocks[index]) return new Map();
      if (!this.known.has(index)) this.known.set(index, load(this.blocks[index]).then(readBlock));
      return this.known.get(index);
    }

    async find(key) {
      return (await this.block(this.indexOf(key))).get(key);
    }

    // The entries whose keys begin so, in order.
    async beginningWith(start, most = Infinity) {
      const found = [];
      for (let i = this.indexOf(start); i < this.blocks.length && found.length < most; i++) {
        if (this.firsts[i] > start && !this.firsts[i].startsWith(start)) break;
        for (const entry of (await this.block(i)).values()) {
          const isField = entry.key.includes(" ") && !start.includes(" ");
          if (entry.key.startsWith(start) && !isField && found.length < most) found.push(entry);
        }
      }
      return found;
    }
  }

  function readBlock(data) {
    const input = new Unpack(data);
    const postings = {shards: names(input.text()), full: POSTINGS_SHARD, shard: 0, at: 0};
    const positions = {shards: names(input.text()), full: POSITIONS_SHARD, shard: 0, at: 0};
    const entries = new Map();
    let key = "";
    for (let n = input.number(); n > 0; n--) {
      key = key.slice(0, input.number()) + input.text();
      const length = input.number();
      const entry = {key, isForm: length === 0};
      if (length <= INLINE) entry.inline = input.raw(length);
      else entry.postings = piece(postings, length);
      entry.positions = piece(positions, input.number());
      entries.set(key, entry);
    }
    return entries;
  }

  // The place of the next so many characters in a chain of shards.
  function piece(chain, length) {
    if (chain.at >= chain.full) {
      chain.shard++;
      chain.at = 0;
    }
    chain.at += length;
    return {shard: chain.shards[chain.shard], from: chain.at - length, length};
  }

  async function read({shard: name, from, length}) {
    return length ? (await load(name)).slice(from, from + length) : "";
  }

  // A term's documents, and how often each has it in text and title.
  async function postingsOf(entry) {
    const input = new Unpack(entry.inline ?? await read(entry.postings));
    const found = [];
    for (let doc = 0; input.at < input.data.length;) {
      doc += input.number();
      const code = input.number();
      found.push({doc, text: code >> 1, title: code & 1 ? input.number() : 0});
    }
    return found;
  }

  // The same with the places in text and title.
  async function placesOf(entry) {
    const found = await postingsOf(entry);
    const input = new Unpack(await read(entry.positions));
    const places = count => {
      const list = [];
      for (let last = 0; count > 0; count--) list.push(last += input.number());
      return list;
    };
    for (const posting of found) posting.places = {text: places(posting.text), title: places(posting.title)};
    return found;
  }

  // ---- What is held of each document

  // Calls back with each part's input and how many documents it holds.
  async function inParts(root, parts, read) {
    for (const [i, data] of (await Promise.all(parts.map(load))).entries()) {
      read(new Unpack(data), Math.min(COLUMNS, root.documents - i * COLUMNS));
    }
  }

  async function readColumns(root) {
    const columns = {text: [], title: [], shown: []};
    await inParts(root, root.columns, (input, count) => {
      columns.shown.push(...names(input.text()));
      for (const norms of [columns.text, columns.title]) for (let n = 0; n < count; n++) norms.push(input.number());
    });
    return columns;
  }

  // What the hits are counted by: {day, values: of each facet, of: each document's as numbers in the values}.
  async function readCounted(root) {
    const counted = {day: [], values: await load(root.facets), of: {}};
    const facets = Object.keys(counted.values);
    for (const facet of facets) counted.of[facet] = [];
    await inParts(root, root.counted, (input, count) => {
      for (let n = 0, day = 0; n < count; n++) counted.day.push(day += input.number());
      for (const facet of facets) {
        for (let n = 0; n < count; n++) counted.of[facet].push(Array.from({length: input.number()}, () => input.number()));
      }
    });
    return counted;
  }

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

  // ---- The query language

  const CLAUSE = new RegExp(`(-?)(?:(${[...WORD_FIELDS, ...Object.keys(RANGE_FIELDS)].join("|")}):(?=[^ ]))?(?:"([^"]*)(?:"|$)|([^ "]+))`, "gi");

  function parse(query) {
    const text = query.slice(0, LONGEST_QUERY).replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"').replace(/[\x00-\x1F\x7F\u00A0]/g, " ");
    const clauses = [];
    for (const [, minus, field, quoted, plain] of text.matchAll(CLAUSE)) {
      const prefix = quoted === undefined && plain.endsWith("*");
      clauses.push({
        excluded: minus === "-",
        field: field?.toLowerCase(),
        text: prefix ? plain.slice(0, -1) : quoted ?? plain,
        prefix,
      });
    }
    return clauses.slice(0, MOST_CLAUSES);
  }

  // What a clause of words looks for: {one, form}, {beginning} or {row: terms, at: positions}.
  function wanted(clause) {
    const found = groups(clause.text);
    if (!found.length) return null;
    const [first] = found;
    if (found.length === 1 && (first.parts.length === 1 || first.code)) {
      const {term, form} = wholeOf(first)[0];
      return clause.prefix ? {beginning: form} : {one: term, form};
    }
    const row = found.flatMap(wholeOf);
    return {row: row.map(t => t.term), at: row.map(t => t.position - row[0].position)};
  }

  const wholeOf = group => group.code ? [cresset.range(group, 0, group.parts.length - 1)] : group.parts;

  const between = text => /^([^]*?)\.\.([^]*)$/.exec(text);
  const bound = text => /^(<=|>=|<|>)([^]*)$/.exec(text);

  function compare(operator, value, limit, head = value) {
    switch (operator) {
      case "<": return value < limit;
      case ">": return head > limit;
      case "<=": return head <= limit;
      default: return value >= limit;
    }
  }

  function dates(text) {
    text = unify(text);
    const two = between(text), one = bound(text);
    if (two) return {start: "", test: v => v >= two[1] && (!two[2] || v.slice(0, two[2].length) <= two[2])};
    if (one) return {start: "", test: v => compare(one[1], v, one[2], v.slice(0, one[2].length))};
    return {start: text, test: () => true};
  }

  function numbers(text) {
    const number = (digits, otherwise) => /^\d{1,9}$/.test(digits) ? Number(digits) : digits === "" ? otherwise : NaN;
    const two = between(text), one = bound(text);
    if (two) {
      const from = number(two[1], 0), to = number(two[2], Infinity);
      return {start: "", test: v => number(v, 0) >= from && number(v, 0) <= to};
    }
    if (one) return {start: "", test: v => compare(one[1], number(v, 0), number(one[2], NaN))};
    return {start: text, test: v => v === text};
  }

  function addresses(text) {
    const address = lower(unify(text)).replace(/[[\](){}]/g, "");
    const network = /^([\d.]+)\/(\d{1,2})$/.exec(address);
    const base = network && fourNumbers(network[1]);
    if (base === null) return {start: address, test: v => v === address};
    const size = 2 ** Math.max(0, 32 - Number(network[2]));
    const isInside = a => a !== null && Math.floor(a / size) === Math.floor(base / size);
    return {start: "", test: v => isInside(fourNumbers(v.replace(/\/\d{1,2}$/, "")))};
  }

  function fourNumbers(text) {
    const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
    return parts?.every(p => p < 256) ? parts.reduce((all, p) => all * 256 + p, 0) : null;
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

    // The hits of a query, best first, equally good ones newest first.
    // Where none has all of several words, those that have some: then `some` is true.
    async search(query) {
      const [, ...clauses] = await Promise.all([this.columns(), ...parse(query).map(c => this.clause(c))]);
      const good = clauses.filter(c => c);
      const words = good.filter(c => !c.field && !c.excluded);
      const limits = good.filter(c => c.field || c.excluded);
      let hits = good.length ? this.all(words, limits) : [];
      const some = !hits.length && words.length > 1;
      if (some) hits = this.any(words, limits);
      hits.sort((a, b) => b.score - a.score || b.doc - a.doc);
      return {hits, some, empty: !good.length};
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
          scores.set(p.doc, (had & 1) | (had & 2) | (p.text ? 1 : 0) | (p.title ? TITLE_BOOST : 0));
        }
      }
      return scores;
    }

    async postings(key) {
      const entry = await this.dictionary.find(key);
      return entry ? postingsOf(entry) : [];
    }

    async rowOf(keys, at) {
      const entries = await Promise.all(keys.map(k => this.dictionary.find(k)));
      if (!entries.every(e => e && !e.isForm)) return {terms: [], found: []};
      const terms = await Promise.all(entries.map(placesOf));
      const others = terms.slice(1).map(list => new Map(list.map(p => [p.doc, p.places])));
      const found = [];
      for (const p of terms[0]) {
        const places = others.map(o => o.get(p.doc));
        if (!places.every(o => o)) continue;
        const often = field => p.places[field].filter(start => places.every((o, i) => o[field].includes(start + at[i + 1]))).length;
        const hit = {doc: p.doc, text: often("text"), title: often("title")};
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
      const {shown} = await this.columns();
      return (await load(shown[Math.floor(doc / SHOWN)]))[doc % SHOWN];
    }
  }

  const asScores = postings => new Map(postings.map(p => [p.doc, 0]));
  const passes = (doc, limits) => limits.every(l => l.excluded !== l.scores.has(doc));

  // The terms of a query by which its hits are marked, and the beginnings.
  function markers(query) {
    const own = parse(query).filter(c => !c.excluded && !c.field);
    return {
      terms: new Set(own.flatMap(c => tokens(c.text)).map(t => t.term)),
      beginnings: own.map(wanted).flatMap(w => w?.beginning ?? w?.form ?? []),
    };
  }

  Object.assign(cresset, {shard, open: Index.open, parse, markers});
})();

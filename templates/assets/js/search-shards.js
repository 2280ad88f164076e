// Reads the exported index: small scripts made by org.cresset.search.Export, loaded when they are needed.
"use strict";
(() => {
  const {Unpack} = cresset;
  const NAME = 12; // digits of a shard's name
  const INLINE = 12, POSTINGS_SHARD = 8192, POSITIONS_SHARD = 49152; // as in Dictionary.java
  const COLUMNS = 4096, SHOWN = 16; // as in Columns.java

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
      const places = input.number();
      if (places < POSITIONS_SHARD) entry.positions = piece(positions, places);
      else Object.assign(entry, {range: input.number(), ranges: names(input.text())});
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
      const step = input.number();
      const code = step & 1 ? 2 : input.number();
      found.push({doc: doc += step >> 1, text: code >> 1, title: code & 1 ? input.number() : 0});
    }
    return found;
  }

  // The places in text and title of the documents wanted, by document, in order of the postings given.
  // The places of a very common term lie in ranges of documents, of which only some are wanted.
  async function placesOf(entry, postings, wanted) {
    const places = new Map();
    if (!entry.ranges) {
      takePlaces(await read(entry.positions), postings, wanted, places);
      return places;
    }
    await Promise.all(entry.ranges.map(async (name, i) => {
      const own = postings.filter(p => Math.floor(p.doc / entry.range) === i);
      if (own.some(p => wanted.has(p.doc))) takePlaces(await load(name), own, wanted, places);
    }));
    return places;
  }

  function takePlaces(data, postings, wanted, into) {
    const input = new Unpack(data);
    const row = count => {
      const list = [];
      for (let last = 0; count > 0; count--) list.push(last += input.number());
      return list;
    };
    for (const p of postings) {
      if (wanted.has(p.doc)) into.set(p.doc, {text: row(p.text), title: row(p.title)});
      else input.skip(p.text + p.title);
    }
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

  // A number that may be below zero is doubled, less one if it is.
  const step = n => (n & 1 ? -(n + 1) : n) / 2;

  // What the hits are counted by: {day, values: of each facet, of: each document's as numbers in the values}.
  async function readCounted(root) {
    const counted = {day: [], values: await load(root.facets), of: {}};
    const facets = Object.keys(counted.values);
    for (const facet of facets) counted.of[facet] = [];
    await inParts(root, root.counted, (input, count) => {
      for (let n = 0, day = 0; n < count; n++) counted.day.push(day += step(input.number()));
      for (const facet of facets) {
        for (let n = 0; n < count; n++) counted.of[facet].push(Array.from({length: input.number()}, () => input.number()));
      }
    });
    return counted;
  }

  // [kind, id, title, path, date, severity, excerpt] of a document.
  async function readShown(columns, doc) {
    return (await load(columns.shown[Math.floor(doc / SHOWN)]))[doc % SHOWN];
  }

  Object.assign(cresset, {shard, load, Dictionary, postingsOf, placesOf, readColumns, readCounted, readShown});
})();

// The search page: results at once, arrow keys and Enter, facets with counts, an address that can be shared.
"use strict";
(() => {
  const form = document.getElementById("search");
  if (!form) return;
  const [input, status, results, facets, help, more] =
    ["q", "search-status", "results", "facets", "search-help", "search-more"].map(id => document.getElementById(id));
  const STEP = 10;
  const DELAY = 80; // milliseconds after a key before searching
  const SNIPPET = 240, BEFORE = 60;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const FACET_NAMES = {kind: "Kind", severity: "Severity", year: "Year", status: "Status", site: "Site", method: "Method", software: "Software", location: "Location", keyword: "Keyword"};
  const SEVERITIES = ["critical", "high", "medium", "low", "none"];

  // Shards are scripts; their addresses go through the one policy that the page allows.
  const policy = globalThis.trustedTypes?.createPolicy("cresset", {
    createScriptURL: name => {
      if (/^(?:index|[0-9a-f]{12})$/.test(name)) return `${name}.js`;
      throw new TypeError("no shard has this name");
    },
  });
  const address = name => policy ? policy.createScriptURL(name) : `${name}.js`;

  cresset.fetch = name => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address(name);
    script.onload = () => {
      script.remove();
      resolve();
    };
    script.onerror = () => reject(new Error(`search/${name}.js could not be read`));
    document.head.append(script);
  });

  let index = null;
  let run = 0; // the newest search; answers of older ones are dropped
  let limit = STEP;
  let chosen = {}; // values by facet

  function element(name, properties = {}, ...children) {
    const made = document.createElement(name);
    Object.assign(made, properties);
    made.append(...children);
    return made;
  }

  // ---- Address

  function readAddress() {
    const parameters = new URLSearchParams(location.search);
    input.value = parameters.get("q") ?? "";
    chosen = {};
    for (const facet of Object.keys(FACET_NAMES)) if (parameters.has(facet)) chosen[facet] = parameters.get(facet);
  }

  function writeAddress(push) {
    const parameters = new URLSearchParams();
    if (input.value.trim()) parameters.set("q", input.value.trim());
    for (const [facet, value] of Object.entries(chosen)) parameters.set(facet, value);
    const query = parameters.toString();
    const next = location.pathname + (query ? `?${query}` : "");
    if (next === location.pathname + location.search) return;
    try {
      history[push ? "pushState" : "replaceState"](null, "", next);
    } catch {
      // Some browsers refuse this for files; the search works all the same.
    }
  }

  // ---- Facets

  const yearOf = day => String(new Date(day * 86400000).getUTCFullYear());

  function valuesOf(counted, facet, doc) {
    if (facet === "year") return [yearOf(counted.day[doc])];
    return counted.of[facet]?.[doc].map(i => counted.values[facet][i]) ?? [];
  }

  const fits = (counted, doc, but) => Object.entries(chosen)
    .every(([facet, value]) => facet === but || valuesOf(counted, facet, doc).includes(value));

  function inOrder(facet, counts) {
    if (facet === "severity") return SEVERITIES.filter(s => counts.has(s));
    const values = [...counts.keys()].sort();
    if (facet === "year") return values.reverse();
    return values.sort((a, b) => counts.get(b) - counts.get(a)).slice(0, 12);
  }

  function showFacets(counted, hits) {
    facets.replaceChildren();
    for (const [facet, title] of Object.entries(FACET_NAMES)) {
      const counts = new Map();
      for (const {doc} of hits) {
        if (!fits(counted, doc, facet)) continue;
        for (const value of valuesOf(counted, facet, doc)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      if (chosen[facet] && !counts.has(chosen[facet])) counts.set(chosen[facet], 0);
      if (counts.size > 1 || chosen[facet]) facets.append(facetList(facet, title, counts));
    }
    facets.hidden = !facets.firstChild;
  }

  function facetList(facet, title, counts) {
    const list = element("ul");
    for (const value of inOrder(facet, counts)) {
      const button = element("button", {type: "button"}, `${value.replaceAll("_", " ")} `, element("span", {className: "count"}, String(counts.get(value))));
      button.setAttribute("aria-pressed", String(chosen[facet] === value));
      button.dataset.facet = facet;
      button.dataset.value = value;
      list.append(element("li", {}, button));
    }
    const all = element("details", {open: matchMedia("(min-width: 50rem)").matches || facet in chosen});
    all.append(element("summary", {}, title), list);
    return all;
  }

  facets.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    const {facet, value} = button.dataset;
    if (chosen[facet] === value) delete chosen[facet];
    else chosen[facet] = value;
    limit = STEP;
    search(true).then(() => [...facets.querySelectorAll("button")]
      .find(b => b.dataset.facet === facet && b.dataset.value === value)?.focus());
  });

  // ---- Results

  // The passage near the first word found, its hits marked.
  function passage(text, marks, length = SNIPPET) {
    const isHit = t => marks.terms.has(t.term) || (!t.code && marks.beginnings.some(b => t.form.startsWith(b)));
    const hits = cresset.tokens(text).filter(isHit);
    const first = hits[0]?.start ?? 0;
    const from = first <= BEFORE ? 0 : text.lastIndexOf(" ", first - BEFORE) + 1;
    let to = text.length;
    if (from + length < to) to = Math.max(text.lastIndexOf(" ", from + length), from + length / 2);
    const parts = from > 0 ? ["… "] : [];
    let at = from;
    for (const {start, end} of hits) {
      if (start < at || end > to) continue;
      parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
      at = end;
    }
    parts.push(text.slice(at, to), to < text.length ? " …" : "");
    return parts;
  }

  /** 2026-10-03 as all pages write it: 3 Oct 2026. */
  function day(date) {
    const [year, month, number] = date.split("-");
    return `${Number(number)} ${MONTHS[month - 1]} ${year}`;
  }

  function result([kind, id, title, path, date, severity, excerpt], marks) {
    const link = element("a", {href: `../${path}`}, ...passage(title, marks, Infinity));
    const facts = element("p", {className: "facts"}, element("span", {}, kind), " ", element("span", {className: "id"}, ...passage(id, marks, Infinity)), " ");
    if (severity) facts.append(element("span", {className: `severity severity-${severity}`}, severity), " ");
    facts.append(element("time", {dateTime: date}, day(date)));
    const item = element("li", {}, element("h2", {}, link), facts, element("p", {className: "snippet"}, ...passage(excerpt, marks)));
    const words = marks.terms.size > 0 || marks.beginnings.length > 0;
    if (words && !item.querySelector("mark")) item.append(element("p", {className: "facts elsewhere"}, "Found elsewhere on its page."));
    item.dataset.id = id;
    item.dataset.kind = kind;
    return item;
  }

  function say(count, some, shown) {
    if (!count) return `Nothing found for “${input.value.trim()}”.`;
    const documents = count === 1 ? "1 document" : `${count} documents`;
    const what = some ? `No document has all of these words; ${documents} with some of them` : documents;
    return shown < count ? `${what}, the best ${shown} shown.` : `${what}.`;
  }

  function showHelp(empty) {
    const filtered = Object.keys(chosen).length > 0;
    const advice = [
      filtered ? "Take away a filter at the side." : "",
      "Look at the spelling, or write only the beginning of a word with a star: vulnerab*",
      "Use fewer words, or another word for the same thing.",
      "Tell the team what you looked for: its address is at the foot of this page.",
    ];
    help.replaceChildren(element("ul", {}, ...advice.filter(a => a).map(a => element("li", {}, a))));
    help.hidden = !empty;
  }

  function clear() {
    results.replaceChildren();
    for (const part of [facets, help, more]) part.hidden = true;
    status.textContent = "";
  }

  async function search(push = false) {
    const mine = ++run;
    writeAddress(push);
    const query = input.value;
    if (!query.trim()) return clear();
    try {
      index ??= await cresset.open();
      const found = await index.search(query);
      const narrowed = Object.keys(chosen).length > 0;
      const hits = narrowed ? await index.counted().then(c => found.hits.filter(h => fits(c, h.doc))) : found.hits;
      const shown = await Promise.all(hits.slice(0, limit).map(h => index.shown(h.doc)));
      if (mine !== run) return;
      const marks = cresset.markers(query);
      results.replaceChildren(...shown.map(s => result(s, marks)));
      showHelp(!hits.length);
      more.hidden = hits.length <= limit;
      status.textContent = found.empty ? "Write at least one word." : say(hits.length, found.some, shown.length);
      const counted = await index.counted();
      if (mine === run) showFacets(counted, found.hits);
    } catch (failure) {
      index = null;
      if (mine === run) status.textContent = `The search index could not be read: ${failure.message}. Load the page again.`;
    }
  }

  // ---- Keys

  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    limit = STEP;
    timer = setTimeout(search, DELAY);
  });

  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(timer);
    limit = STEP;
    search(true);
  });

  more.addEventListener("click", () => {
    const before = limit;
    limit += STEP;
    search().then(() => results.children[before]?.querySelector("a").focus());
  });

  // Down and up go through the results; up from the first one goes back to the field.
  document.addEventListener("keydown", event => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const links = [...results.querySelectorAll("h2 a")];
    const at = links.indexOf(document.activeElement);
    const isHere = document.activeElement === input || at >= 0;
    if (!step || !isHere || !links.length || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    (at + step < 0 ? input : links[Math.min(at + step, links.length - 1)]).focus();
  });

  addEventListener("popstate", () => {
    readAddress();
    search();
  });

  readAddress();
  search();
})();

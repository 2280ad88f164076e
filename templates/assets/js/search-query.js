// The query language, exactly as org.cresset.search.QueryParser, Wanted and Range read it.
"use strict";
(() => {
  const {groups, tokens, range, unify, lower} = cresset;
  const MOST_CLAUSES = 32, LONGEST_QUERY = 1000;
  const WORD_FIELDS = ["cve", "id", "keyword", "kind", "location", "method", "product", "severity", "site", "software", "status"];
  const RANGE_FIELDS = {date: dates, duration: numbers, ip: addresses, occurred: dates};

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

  const wholeOf = group => group.code ? [range(group, 0, group.parts.length - 1)] : group.parts;

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
    const test = two ? v => number(v, 0) >= number(two[1], 0) && number(v, 0) <= number(two[2], Infinity)
      : v => compare(one[1], number(v, 0), number(one[2], NaN));
    return two || one ? {start: "", test} : {start: text, test: v => v === text};
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

  // The terms of a query by which its hits are marked, and the beginnings.
  function markers(query) {
    const own = parse(query).filter(c => !c.excluded && !c.field);
    return {
      terms: new Set(own.flatMap(c => tokens(c.text)).map(t => t.term)),
      beginnings: own.map(wanted).flatMap(w => w?.beginning ?? w?.form ?? []),
    };
  }

  Object.assign(cresset, {parse, wanted, markers, RANGE_FIELDS});
})();

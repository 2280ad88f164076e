// node facets.js SCRIPTS SITE QUERIES: by what the search page narrows its results, as JSON {facet: {value: [ids]}} of all
// reports; then a line for each query (JSON, one a line): the ids of all its hits.
const fs = require("fs");
const path = require("path");
const vm = require("vm");
const [scripts, site, queries] = process.argv.slice(2);
for (const name of ["search-text.js", "search-shards.js", "search-query.js", "search.js"]) vm.runInThisContext(fs.readFileSync(path.join(scripts, name), "utf8"));
cresset.fetch = async name => vm.runInThisContext(fs.readFileSync(path.join(site, "search", name + ".js"), "utf8"));
(async () => {
  const index = await cresset.open();
  const ids = async query => Promise.all((await index.search(query)).hits.map(async h => [h.doc, (await index.shown(h.doc))[1]]));
  const counted = await index.counted();
  const facets = {year: {}};
  for (const [doc, id] of await ids("kind:report")) {
    (facets.year[new Date(counted.day[doc] * 86400000).getUTCFullYear()] ??= []).push(id);
    for (const facet of Object.keys(counted.of)) {
      for (const value of counted.of[facet][doc]) ((facets[facet] ??= {})[counted.values[facet][value]] ??= []).push(id);
    }
  }
  const out = [JSON.stringify(facets)];
  for (const line of fs.readFileSync(queries, "utf8").split("\n").filter(l => l)) out.push(JSON.stringify((await ids(JSON.parse(line))).map(([, id]) => id)));
  process.stdout.write(out.join("\n") + "\n");
})();

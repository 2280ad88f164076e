// node rank.js SCRIPTS SITE QUERIES: answers queries (JSON, one a line) as the page does; 50 hits each, scores as
// the bits of a float, as lines of JSON.
const fs = require("fs");
const path = require("path");
const vm = require("vm");
const [scripts, site, queries] = process.argv.slice(2);
for (const name of ["search-text.js", "search-shards.js", "search-query.js", "search.js"]) vm.runInThisContext(fs.readFileSync(path.join(scripts, name), "utf8"));
cresset.fetch = async name => {
  const text = fs.readFileSync(path.join(site, "search", name + ".js"), "utf8");
  vm.runInThisContext(text);
};
const bits = score => new Int32Array(new Float32Array([score]).buffer)[0];
(async () => {
  const index = await cresset.open();
  const out = [];
  for (const line of fs.readFileSync(queries, "utf8").split("\n").filter(l => l)) {
    const {hits, some} = await index.search(JSON.parse(line));
    const top = hits.slice(0, 50);
    const shown = await Promise.all(top.map(h => index.shown(h.doc)));
    out.push(JSON.stringify([some, hits.length, top.map((h, i) => shown[i][0] + "/" + shown[i][1] + " " + bits(h.score))]));
  }
  process.stdout.write(out.join("\n") + "\n");
})();

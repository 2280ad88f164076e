// node tokens.js SCRIPT INPUT: reads texts as JSON, one a line; writes their tokens as lines of JSON.
const fs = require("fs");
const vm = require("vm");
const [script, input] = process.argv.slice(2);
vm.runInThisContext(fs.readFileSync(script, "utf8"));
const out = [];
for (const line of fs.readFileSync(input, "utf8").split("\n").filter(l => l)) {
  out.push(JSON.stringify(cresset.tokens(JSON.parse(line)).map(t => [t.term, t.form, t.position, t.start, t.end, !!t.code])));
}
process.stdout.write(out.join("\n") + "\n");

// Judges CSAF documents by the extended preset of the Secvisogram validator: schema, all mandatory
// and all optional tests. One line for each finding: file, "error" or "warning", test, place, words.
import { readFile } from 'node:fs/promises'
import * as preset from '@secvisogram/csaf-validator-lib/extended.js'
import validate from '@secvisogram/csaf-validator-lib/validate.js'

const tests = Object.values(preset).filter((test) => typeof test === 'function' && test !== validate)
let count = 0
for (const file of (await readFile(process.argv[2], 'utf8')).split('\n').filter(Boolean)) {
  const judged = await validate(tests, JSON.parse(await readFile(file, 'utf8')))
  count++
  for (const test of judged.tests) {
    for (const [kind, findings] of [['error', test.errors ?? []], ['warning', test.warnings ?? []]]) {
      for (const finding of findings) {
        console.log([file, kind, test.name, finding.instancePath, finding.message].join('\t'))
      }
    }
  }
}
console.log([count, tests.length].join('\t'))

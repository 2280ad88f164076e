// Judges the files of published trees by the JSON schemas of their formats:
//   node schemas.mjs FOLDER TREE...
// FOLDER holds the schemas, by any names ending in .json; which is which they say by their $id.
// One line for each fault (file, place, words), then for each schema the number of files judged.
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Ajv from 'ajv/dist/2020.js'
import draft7 from 'ajv/dist/refs/json-schema-draft-07.json' with { type: 'json' }
import formats from 'ajv-formats'
import csaf from './node_modules/@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js'

const KINDS = [
  ['ossf/osv-schema/', /^osv\/[^/]+\.json$/],
  ['provider_json_schema', /^\.well-known\/csaf\/provider-metadata\.json$/],
  ['ROLIE_feed_json_schema', /^\.well-known\/csaf\/feed-[^/]+\.json$/],
  ['schemastore.org/feed.json', /(^|\/)feed\.json$/],
]

const [folder, ...trees] = process.argv.slice(2)
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true })
formats(ajv)
ajv.addMetaSchema(draft7)
const ids = []
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()) {
  const schema = JSON.parse(await readFile(join(folder, file), 'utf8'))
  if (schema.$schema?.includes('draft-04')) {
    // What JSON Feed's takes from there means the same in draft 7, but for the name of its id.
    schema.$schema = draft7.$id
    schema.$id = schema.id
    delete schema.id
  }
  ajv.addSchema(schema)
  ids.push(schema.$id)
}
// Of the schema of CSAF documents, which the validator judges, provider metadata needs this alone.
const { publisher } = csaf.properties.document.properties
ajv.addSchema({ $id: csaf.$id, properties: { document: { properties: { publisher } } } })
for (const [part, path] of KINDS) {
  const id = ids.find((known) => known.includes(part))
  if (!id) continue
  const judge = ajv.getSchema(id)
  let count = 0
  for (const tree of trees) {
    const names = await readdir(tree, { recursive: true })
    for (const name of names.filter((n) => path.test(n)).sort()) {
      count++
      if (!judge(JSON.parse(await readFile(join(tree, name), 'utf8')))) {
        for (const e of judge.errors) console.log([name, e.instancePath, e.message].join('\t'))
      }
    }
  }
  console.log([id, count].join('\t'))
}

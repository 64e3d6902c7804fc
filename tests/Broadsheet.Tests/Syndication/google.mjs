// Runs structured-data-testing-tool's Google preset over pages: [{ name, html }] in, [{ name, passed, failed, warnings }] out.
import { createRequire } from 'node:module'

// Old CommonJS that asks for Node's own modules as it runs: it cannot be bundled.
const load = createRequire(import.meta.url)
const sdtt = load('structured-data-testing-tool')
const presets = load('structured-data-testing-tool/presets')

let input = ''
for await (const part of process.stdin) input += part
const answers = []
for (const { name, html } of JSON.parse(input)) {
  const say = result => ({
    name,
    schemas: result.schemas,
    passed: result.passed.filter(test => !test.autoDetected).map(test => test.test),
    failed: result.failed.map(test => `${test.test}: ${test.error?.message ?? ''}`),
    warnings: result.warnings.map(test => test.test),
  })
  await sdtt.structuredDataTestHtml(html, { presets: [presets.Google] }).then(result => answers.push(say(result)), problem => answers.push(say(problem.res)))
}
console.log(JSON.stringify(answers))

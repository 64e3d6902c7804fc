// Editors without a page, as many as wanted, each on a node: they write at random, go away and come back, send twice, lose answers.
import { getSchema } from '@tiptap/core'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { canSplit } from '@tiptap/pm/transform'
import { collab } from 'prosemirror-collab'
import { Sync } from '../../../client/coediting/sync.ts'
import { ask, push } from '../../../client/coediting/wire.ts'
import { schemaExtensions } from '../../../client/editor/schema.ts'
import type { Fields } from '../../../client/saving/fields.ts'
import { input, random } from './random.ts'

interface Asked { nodes: string[], cookie: string, token: string, article: string, editors: number, rounds: number, seed: number, deletes: boolean }
const asked = JSON.parse(await input()) as Asked
const schema = getSchema(schemaExtensions())

// The article's name carries the node that is asked: "7@1".
const real = globalThis.fetch
globalThis.fetch = ((path: string, init: RequestInit) => {
  const [, before, node, rest] = /^(.*)@(\d+)(.*)$/.exec(path)!
  return real(asked.nodes[Number(node)]! + before + rest, { ...init, headers: { ...init.headers as object, cookie: asked.cookie } })
}) as typeof fetch

let letters = 0x4e00
const typed: string[] = []
const problems: string[] = []

async function editor(number: number) {
  const { below, one, chance } = random(asked.seed * 1000 + number)
  const article = `${asked.article}@${number % asked.nodes.length}`
  const client = `editor-${number}-${asked.seed}`
  const begun = await ask(article, { after: 0, client, once: true })
  if (begun.is !== 'news' || !begun.list.whole) throw new Error(`no text: ${JSON.stringify(begun)}`)
  let state = EditorState.create({ doc: schema.nodeFromJSON(begun.list.whole.body), plugins: [collab({ clientID: client })] })
  let fields: Fields = begun.list.whole.fields
  const sync = new Sync(client, { get state() { return state }, dispatch: (change: Transaction) => { state = state.apply(change) } }, { read: () => fields, write: written => { fields = { ...fields, ...written } } }, { ...begun.list.whole, revision: begun.list.revision })

  const write = () => {
    const texts: { from: number, to: number }[] = []
    state.doc.descendants((node, at) => { if (node.isTextblock) texts.push({ from: at + 1, to: at + 1 + node.content.size }) })
    const place = one(texts)
    const at = place.from + below(place.to - place.from + 1)
    const roll = below(20)
    if (roll === 0 && canSplit(state.doc, at)) state = state.apply(state.tr.split(at))
    else if (roll === 1) state = state.apply(state.tr.addMark(place.from, at, schema.marks['bold']!.create()))
    else if (roll === 2) fields = { ...fields, Standfirst: [`Standfirst of ${number}, ${below(1000)}`] }
    else if (roll < 5 && asked.deletes) state = state.apply(state.tr.delete(at, Math.min(state.doc.content.size - 1, at + below(6))))
    else {
      const letter = String.fromCharCode(letters++)
      typed.push(letter)
      state = state.apply(state.tr.insertText(letter, at))
    }
  }
  const take = (list: Parameters<Sync['take']>[0]) => { if (!sync.take(list)) problems.push(`editor ${number} could not take ${JSON.stringify(list).slice(0, 300)} at ${sync.revision}`) }
  const send = async () => {
    if (sync.isClean) return
    const what = sync.outgoing()
    const answers = [push(article, what, asked.token), ...chance(0.1) ? [push(article, what, asked.token)] : []]
    for (const answer of await Promise.all(answers)) {
      if (answer.is === 'refused') { problems.push(answer.why); sync.landed() }
      else if ((answer.is === 'taken' || answer.is === 'behind') && !chance(0.15)) take(answer.list)
    }
  }
  for (let round = 0; round < asked.rounds; round++) {
    write()
    if (chance(0.4)) continue // away for a moment
    if (chance(0.3)) { const heard = await ask(article, { after: sync.revision, client, once: true }); if (heard.is === 'news') take(heard.list) }
    await send()
  }
  for (let tries = 0; tries < 200 && !sync.isClean; tries++) await send()
  if (!sync.isClean) problems.push(`editor ${number} never came to an end`)
  return { article, client, sync, text: () => state.doc, fields: () => fields, take }
}

const all = await Promise.all(Array.from({ length: asked.editors }, (_, number) => editor(number)))
for (const { article, client, sync, take } of all) {
  const heard = await ask(article, { after: sync.revision, client, once: true })
  if (heard.is === 'news') take(heard.list)
}
console.log(JSON.stringify({
  problems, typed: typed.join(''), revision: all[0]!.sync.revision,
  bodies: all.map(one => one.text().toJSON()), standfirsts: all.map(one => one.fields()['Standfirst']![0]), texts: all.map(one => one.text().textContent),
}))
process.exit(0)

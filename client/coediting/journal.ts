// What this tab has written and the server has not confirmed, as it is kept on the device, and how it comes home when the
// tab is gone: under its own name and numbers, so that a push that had arrived after all is known again.
import { EditorState } from '@tiptap/pm/state'
import type { Schema } from '@tiptap/pm/model'
import { Step } from '@tiptap/pm/transform'
import { collab } from 'prosemirror-collab'
import { forget, orphans, type Entry } from '../journal/articles.ts'
import type { Fields } from '../saving/fields.ts'
import type { Content } from '../saving/merge.ts'
import { Sync, type Lost } from './sync.ts'
import { ask, push } from './wire.ts'

export interface Home {
  article: string
  schema: Schema
  token(): string
  recovered(at: number): void
  lost(words: Lost): void
  /** The log no longer reaches back to it: both texts are laid side by side. */
  beside(base: Content, mine: Content): void
}

/** Brings home what tabs that are gone had written. */
export async function bringHome(home: Home) {
  for (const entry of await orphans(home.article)) {
    // What cannot be sent now waits for the next time the page is opened.
    if (await bringEntry(home, entry).catch(() => false)) await forget(entry.key)
  }
}

async function bringEntry(home: Home, entry: Entry): Promise<boolean> {
  const sync = revived(home, entry)
  if (!sync) {
    home.beside(entry.base, entry.mine)
    home.recovered(entry.at)
    return true
  }
  if (sync.isClean && entry.steps.length === 0) return true
  let news = false
  for (let tries = 0; tries < 20; tries++) {
    const since = await ask(home.article, { after: sync.revision, client: entry.client, once: true })
    if (since.is !== 'news') return false
    if (!sync.take(since.list)) {
      home.beside(entry.base, entry.mine)
      home.recovered(entry.at)
      return true
    }
    if (sync.isClean) break
    news = true
    const answer = await push(home.article, sync.outgoing(), home.token())
    if (answer.is === 'unreachable' || answer.is === 'signed-out') return false
    // Its words are put into the page, where the person can do something about them.
    if (answer.is === 'refused') { home.beside(entry.base, entry.mine); break }
    if (!sync.take(answer.list)) return false
    if (sync.isClean) break
  }
  if (news) home.recovered(entry.at)
  return true
}

/** The tab's editor without its page; null when its steps do not make its text. */
function revived(home: Home, entry: Entry): Sync | null {
  try {
    let state = EditorState.create({ doc: home.schema.nodeFromJSON(entry.base.body), plugins: [collab({ clientID: entry.client })] })
    const text = { get state() { return state }, dispatch: (change: Parameters<EditorState['apply']>[0]) => { state = state.apply(change) } }
    let fields: Fields = entry.mine.fields
    const sync = new Sync(entry.client, text, { read: () => fields, write: written => { fields = { ...fields, ...written } } }, {
      revision: entry.revision, fields: entry.base.fields, sequence: entry.sequence ?? 0,
    })
    const change = state.tr
    for (const step of entry.steps) change.step(Step.fromJSON(home.schema, step as Record<string, unknown>))
    if (change.docChanged) text.dispatch(change)
    sync.lost = words => home.lost(words)
    return entry.sequence !== undefined && state.doc.eq(home.schema.nodeFromJSON(entry.mine.body)) ? sync : null
  } catch {
    return null
  }
}

// Keeps what is written: in the journal at every change, on the server soon after, in the editors of the others a moment
// later. It never says "saved" before the server has said so.
import { Extension, type Editor } from '@tiptap/core'
import { collab } from 'prosemirror-collab'
import { replaceBody } from '../editor/create.ts'
import { forget, hold, leaveBehind, note, type Entry } from '../journal/articles.ts'
import type { Fields } from '../saving/fields.ts'
import { merge, sameContent, type Body, type Conflict, type Content } from '../saving/merge.ts'
import { bringHome } from './journal.ts'
import { Link } from './link.ts'
import { Sync, type Lost } from './sync.ts'
import { ask, push, type EntryList, type Peer, type Place, type Whole } from './wire.ts'

export type State =
  | { is: 'saved', at: string | null }
  | { is: 'unsaved' | 'saving' | 'offline' | 'signed-out' | 'conflict' }
  | { is: 'refused', why: string }

/** What the session asks of the page. */
export interface Page {
  article: string
  read(): Fields
  write(fields: Fields): void
  token(): string
  state(state: State): void
  askToDecide(conflicts: Conflict[], mine: Content, theirs: Whole): void
  askToSignIn(): void
  recovered(at: number): void
  lost(words: Lost): void
  peers(peers: Peer[]): void
  /** Others have written: what shows their cursors is to be drawn anew. */
  moved(): void
  field(): string | undefined
}

// Who writes alone need not be heard at every letter.
const pauses = { alone: { typing: 500, longest: 1500 }, together: { typing: 120, longest: 300 } }
const keepaliveLimit = 60_000 // browsers refuse more than 64 KB

export class Session {
  readonly client = `${Date.now().toString(36)}-${Array.from(crypto.getRandomValues(new Uint32Array(2)), part => part.toString(36)).join('')}`
  /** The editor is made with it. */
  readonly extension = Extension.create({ name: 'coediting', addProseMirrorPlugins: () => [collab({ clientID: this.client })] })
  sync!: Sync
  #editor!: Editor
  #link!: Link
  #busy: Promise<void> | undefined
  #timer = 0
  #dirtySince = 0
  #failures = 0
  #held = false // a conflict or a sign-in waits for the person
  #receiving = false
  #others = 0
  #noting: Promise<void> | undefined
  #unnoted = false

  constructor(private page: Page) {}

  begin(editor: Editor, standing: { revision: number, fields: Fields, savedAt: string }) {
    this.#editor = editor
    const text = { get state() { return editor.state }, dispatch: (change: Parameters<Editor['view']['dispatch']>[0]) => this.#quietly(() => editor.view.dispatch(change)) }
    this.sync = new Sync(this.client, text, { read: () => this.page.read(), write: fields => this.page.write(fields) }, standing)
    this.sync.lost = words => this.page.lost(words)
    hold(this.key)
    this.#link = new Link(this.page.article, this.client, {
      revision: () => this.sync.revision, place: () => this.#place(), entries: list => this.#take(list), peers: peers => this.#meet(peers),
      signedOut: () => this.#signedOut(), refused: why => this.#refused(why), isThere: isThere => { if (isThere && this.#failures > 0) void this.save() },
    })
    editor.on('selectionUpdate', () => this.#link.placeChanged())
    addEventListener('pagehide', () => this.#leave())
    addEventListener('online', () => void this.save())
    this.#link.open()
  }

  get key() { return `${this.page.article}/${this.client}` }
  get revision() { return this.sync.revision }

  async recover() {
    const { page } = this
    await bringHome({
      article: page.article, schema: this.#editor.schema, token: () => page.token(), recovered: at => page.recovered(at), lost: words => page.lost(words),
      beside: (base, mine) => this.#layBeside(base, mine, { ...this.#here, savedAt: this.sync.savedAt ?? new Date().toISOString(), savedBy: '' }),
    })
    await this.#catchUp()
  }

  changed() {
    if (!this.sync || this.#receiving) return
    this.sync.noteFields()
    void this.#journal()
    this.#link.placeChanged()
    if (this.#held) return
    // Written and taken back within the pause: what the server has is what stands here.
    if (this.sync.isClean) return this.#unchanged()
    if (!this.#busy) this.page.state({ is: this.#failures > 0 ? 'offline' : 'unsaved' })
    this.#dirtySince ||= Date.now()
    const pause = this.#others > 0 ? pauses.together : pauses.alone
    const wait = Math.max(0, Math.min(pause.typing, this.#dirtySince + pause.longest - Date.now()))
    this.#later(this.#failures > 0 ? this.#backoff() : wait)
  }

  fieldChanged() { this.#link.placeChanged() }

  #unchanged() {
    clearTimeout(this.#timer)
    this.#dirtySince = 0
    this.#failures = 0
    if (!this.#busy) this.page.state({ is: 'saved', at: this.sync.savedAt })
  }

  /** Sends what is not saved yet, now; resolves when the server has answered or could not be reached. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.#held) return false
    await (this.#busy ??= this.#send().finally(() => { this.#busy = undefined }))
    if (!this.sync.isClean && this.#failures === 0 && !this.#held) return this.save()
    return this.sync.isClean
  }

  async #send() {
    if (this.sync.isClean) return
    this.#dirtySince = 0
    this.page.state({ is: 'saving' })
    const before = this.sync.revision
    const answer = await push(this.page.article, this.sync.outgoing(), this.page.token())
    if (answer.is === 'unreachable') return this.#failed()
    if (answer.is === 'signed-out') return this.#signedOut()
    if (answer.is === 'refused') { this.sync.landed(); return this.#refused(answer.why) }
    // Behind, and nothing to catch up with: something is wrong with the server, and is not asked of it without a pause.
    if (answer.is === 'behind' && answer.list.revision === before && !answer.list.whole) return this.#failed()
    this.#failures = 0
    this.#take(answer.list)
    this.#link.open()
    if (this.sync.isClean) this.#unchangedNow()
  }

  #unchangedNow() {
    void this.#journal()
    this.page.state({ is: 'saved', at: this.sync.savedAt })
  }

  #take(list: EntryList) {
    const before = this.sync.revision
    const isAll = this.sync.take(list)
    if (this.sync.revision !== before) {
      void this.#journal()
      this.page.moved()
      this.#link.placeChanged()
      if (!this.#held && !this.#busy) this.changed()
    }
    if (list.whole) this.#takeWhole(list.whole, list.revision)
    else if (!isAll) void this.#catchUp()
  }

  #catching: Promise<void> | undefined
  #catchUp(): Promise<void> {
    return this.#catching ??= this.#askSince().finally(() => { this.#catching = undefined })
  }

  async #askSince() {
    for (const after of [this.sync.revision, 0]) {
      const heard = await ask(this.page.article, { after, client: this.client, once: true })
      if (heard.is !== 'news') return
      if (this.sync.take(heard.list)) return this.#caughtUp()
      // What came does not fit on what is here, though it should: the text itself is taken, and what was written laid beside it.
      if (heard.list.whole) return this.#takeWhole(heard.list.whole, heard.list.revision)
    }
  }

  #caughtUp() {
    this.page.moved()
    if (!this.#held && !this.#busy) this.changed()
  }

  get #here(): Content { return { fields: this.page.read(), body: this.#editor.getJSON() as Body } }

  get #confirmed() { return this.sync.confirmed.toJSON() as Body }

  #takeWhole(theirs: Whole, revision: number) {
    const base = { fields: this.sync.base, body: this.#confirmed }
    const mine = this.#here
    this.#quietly(() => {
      replaceBody(this.#editor, theirs.body)
      this.page.write(theirs.fields)
      this.#editor.unregisterPlugin('collab')
      this.#editor.registerPlugin(collab({ clientID: this.client }))
    })
    this.sync.restart(revision, theirs.fields, theirs.savedAt)
    this.#layBeside(base, mine, theirs)
  }

  /** Lays a text that began from an older one beside what stands. What only one side changed is taken from it; else a person decides. */
  #layBeside(base: Content, mine: Content, theirs: Whole) {
    const merged = merge(base, mine, { fields: theirs.fields, body: theirs.body })
    if (merged.conflicts.length === 0) {
      if (!sameContent(merged.content, theirs)) this.#show(merged.content)
      return this.changed()
    }
    this.#held = true
    this.page.state({ is: 'conflict' })
    this.page.askToDecide(merged.conflicts, merged.content, theirs)
  }

  /** The person has seen both texts and chosen what shall stand. */
  decided(content: Content) {
    this.#held = false
    this.#show(content)
    this.changed()
  }

  #show(content: Content) {
    this.page.write(content.fields)
    replaceBody(this.#editor, content.body)
  }

  #failed() {
    this.#failures++
    this.page.state({ is: 'offline' })
    this.#later(this.#backoff())
  }

  #backoff() { return Math.min(10_000, 500 * 2 ** Math.min(this.#failures, 5)) }

  #later(wait: number) {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.save(), wait)
  }

  #refused(why: string) {
    this.#failures = 1
    this.page.state({ is: 'refused', why })
  }

  #signedOut() {
    if (this.sync.isClean && !this.#busy) return // nothing is in danger; the next letter asks
    this.#held = true
    this.page.state({ is: 'signed-out' })
    this.page.askToSignIn()
  }

  signedIn() {
    this.#held = false
    this.#link.open()
    void this.save()
  }

  #place(): Place | undefined {
    if (!this.sync) return undefined
    const field = this.page.field()
    if (field) return { revision: this.sync.revision, anchor: 0, head: 0, field }
    const { anchor, head } = this.#editor.state.selection
    return { revision: this.sync.revision, anchor: this.sync.toAll(anchor), head: this.sync.toAll(head) }
  }

  #meet(peers: Peer[]) {
    const others = peers.filter(peer => peer.client !== this.client)
    this.#others = others.length
    this.page.peers(others)
  }

  /** What comes from others is no change of this page's. */
  #quietly(act: () => void) {
    const before = this.#receiving
    this.#receiving = true
    try { act() } finally { this.#receiving = before }
  }

  /** Brings the journal up to date. One write at a time: letters typed during one go together into the next. */
  #journal(): Promise<void> {
    this.#unnoted = true
    return this.#noting ??= this.#note()
  }

  async #note() {
    while (this.#unnoted) {
      this.#unnoted = false
      await (this.sync.isClean ? forget(this.key) : note(this.#entry())).catch(() => {})
    }
    this.#noting = undefined
  }

  #entry(): Entry {
    return {
      key: this.key, article: this.page.article, client: this.client, at: Date.now(), revision: this.sync.revision, sequence: this.sync.lastSent,
      base: { fields: this.sync.base, body: this.#confirmed }, mine: this.#here, steps: this.sync.steps.map(step => step.toJSON()),
    }
  }

  #leave() {
    this.#link.leave()
    if (this.sync.isClean) return
    leaveBehind(this.#entry())
    if (this.#held) return
    const last = this.sync.outgoing()
    if (JSON.stringify(last).length < keepaliveLimit) void push(this.page.article, last, this.page.token(), true)
  }
}

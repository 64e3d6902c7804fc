// Keeps what is written: in the journal at every change, on the server within two seconds of typing. It never says
// "saved" before the server has said so.
import { forget, hold, leaveBehind, note, orphans, type Entry } from '../journal/articles.ts'
import { merge, sameContent, type Conflict, type Content } from './merge.ts'

export type State =
  | { is: 'saved', at: string | null }
  | { is: 'unsaved' | 'saving' | 'offline' | 'signed-out' | 'conflict' }
  | { is: 'refused', why: string }

export interface Standing extends Content { revision: number, savedAt?: string, savedBy?: string }

/** What the saver asks of the page. */
export interface Page {
  article: string
  read(): Content
  show(content: Content): void
  token(): string
  state(state: State): void
  askToDecide(conflicts: Conflict[], mine: Content, theirs: Standing): void
  askToSignIn(): void
  recovered(at: number): void
}

const pauseOfTyping = 700
const longestWait = 1500
const keepaliveLimit = 60_000 // browsers refuse more than 64 KB

export class Saver {
  readonly client = Math.random().toString(36).slice(2) + Date.now().toString(36)
  #base: Content
  #revision: number
  #savedAt: string | null
  #steps: unknown[] = []
  #sending: { key: string, revision: number, content: Content } | undefined
  #busy: Promise<void> | undefined
  #timer = 0
  #dirtySince = 0
  #failures = 0
  #held = false // a conflict or a sign-in waits for the person
  #noting: Promise<void> | undefined
  #unnoted = false
  #channel: BroadcastChannel

  constructor(private page: Page, standing: Standing) {
    this.#base = { fields: standing.fields, body: standing.body }
    this.#revision = standing.revision
    this.#savedAt = standing.savedAt ?? null
    hold(this.key)
    this.#channel = new BroadcastChannel(`article-${page.article}`)
    this.#channel.onmessage = message => this.#meet(message.data as Standing)
    addEventListener('pagehide', () => this.#leave())
    addEventListener('online', () => void this.save())
  }

  get key() { return `${this.page.article}/${this.client}` }
  get revision() { return this.#revision }
  get isClean() { return !this.#sending && sameContent(this.page.read(), this.#base) }

  /** Brings back what tabs that are gone had written and not saved. */
  async recover() {
    for (const entry of await orphans(this.page.article)) {
      if (!sameContent(entry.mine, entry.base)) this.#adopt(entry)
      else await forget(entry.key)
    }
  }

  #adopt(entry: Entry) {
    const standing = { ...this.#base, revision: this.#revision }
    const merged = merge(entry.base, entry.mine, this.page.read())
    if (sameContent(merged.content, this.page.read()) && merged.conflicts.length === 0) return void forget(entry.key)
    this.page.show(merged.content)
    this.page.recovered(entry.at)
    if (merged.conflicts.length > 0) this.#decide(merged.conflicts, merged.content, standing)
    // The old entry goes only when its text stands in this tab's own.
    void this.#journal().then(() => forget(entry.key))
    if (merged.conflicts.length === 0) this.changed()
  }

  changed(steps: unknown[] = []) {
    this.#steps.push(...steps)
    void this.#journal()
    if (this.#held) return
    // Written and taken back within the pause: what the server has is what stands here.
    if (this.isClean) return this.#unchanged()
    if (!this.#busy) this.page.state({ is: this.#failures > 0 ? 'offline' : 'unsaved' })
    this.#dirtySince ||= Date.now()
    const wait = Math.max(0, Math.min(pauseOfTyping, this.#dirtySince + longestWait - Date.now()))
    this.#later(this.#failures > 0 ? this.#backoff() : wait)
  }

  #unchanged() {
    clearTimeout(this.#timer)
    this.#dirtySince = 0
    this.#failures = 0
    if (!this.#busy) this.page.state({ is: 'saved', at: this.#savedAt })
  }

  /** Sends what is not saved yet, now; resolves when the server has answered or could not be reached. */
  async save(): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.#held) return false
    await (this.#busy ??= this.#send().finally(() => { this.#busy = undefined }))
    if (!this.isClean && this.#failures === 0 && !this.#held) return this.save()
    return this.isClean
  }

  async #send() {
    const content = this.page.read()
    if (!this.#sending && sameContent(content, this.#base)) return
    this.#dirtySince = 0
    // A save whose answer was lost goes out again unchanged under its own key: the server knows it then.
    this.#sending ??= { key: crypto.getRandomValues(new Uint32Array(4)).join('-'), revision: this.#revision, content }
    this.page.state({ is: 'saving' })

    let answer: Response
    try {
      answer = await this.#put(this.#sending)
    } catch {
      return this.#failed()
    }
    if (answer.ok) return this.#saved(await answer.json())
    const problem = await answer.json().catch(() => ({}))
    if (answer.status === 401 || answer.status === 400) return this.#signedOut()
    if (answer.status === 409) {
      this.#sending = undefined
      return this.#meet(problem as Standing)
    }
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return this.#failed()
    this.#sending = undefined
    this.#failures = 1
    this.page.state({ is: 'refused', why: String(problem.detail ?? answer.statusText) })
  }

  #put(save: { key: string, revision: number, content: Content }, keepalive = false) {
    return fetch(`/newsroom/articles/${this.page.article}/draft`, {
      method: 'PUT', keepalive, redirect: 'error',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Antiforgery-Token': this.page.token() },
      body: JSON.stringify({ revision: save.revision, saveKey: save.key, fields: save.content.fields, body: save.content.body }),
      ...(keepalive ? {} : { signal: AbortSignal.timeout(20_000) }),
    })
  }

  #saved(answer: { revision: number, savedAt: string }) {
    this.#failures = 0
    this.#base = this.#sending!.content
    this.#revision = answer.revision
    this.#savedAt = answer.savedAt
    this.#sending = undefined
    this.#steps = []
    this.#channel.postMessage({ ...this.#base, revision: answer.revision, savedAt: answer.savedAt })
    if (this.isClean) {
      void this.#journal()
      this.page.state({ is: 'saved', at: answer.savedAt })
    } else this.changed()
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

  #signedOut() {
    this.#held = true
    this.page.state({ is: 'signed-out' })
    this.page.askToSignIn()
  }

  signedIn() {
    this.#held = false
    void this.save()
  }

  /** Another tab or another person has saved. */
  #meet(theirs: Standing) {
    if (theirs.revision <= this.#revision) return
    if (this.#sending) return // the answer to what is under way says which came first
    const standing = { fields: theirs.fields, body: theirs.body }
    const mine = this.page.read()
    const merged = merge(this.#base, mine, standing)
    if (merged.conflicts.length > 0) return this.#decide(merged.conflicts, mine, theirs)
    this.#base = standing
    this.#revision = theirs.revision
    this.#savedAt = theirs.savedAt ?? null
    if (!sameContent(merged.content, mine)) this.page.show(merged.content)
    if (this.isClean) this.page.state({ is: 'saved', at: this.#savedAt })
    else this.changed()
  }

  #decide(conflicts: Conflict[], mine: Content, theirs: Standing) {
    this.#held = true
    this.page.state({ is: 'conflict' })
    this.page.askToDecide(conflicts, mine, theirs)
  }

  /** The person has seen both texts and chosen what shall stand. */
  decided(content: Content, theirs: Standing) {
    this.#held = false
    this.#base = { fields: theirs.fields, body: theirs.body }
    this.#revision = theirs.revision
    this.#savedAt = theirs.savedAt ?? null
    this.page.show(content)
    if (this.isClean) this.page.state({ is: 'saved', at: this.#savedAt })
    this.changed()
  }

  /** Brings the journal up to date. One write at a time: letters typed during one go together into the next. */
  #journal(): Promise<void> {
    this.#unnoted = true
    return this.#noting ??= this.#note()
  }

  async #note() {
    while (this.#unnoted) {
      this.#unnoted = false
      await (this.isClean ? forget(this.key) : note(this.#entry())).catch(() => {})
    }
    this.#noting = undefined
  }

  #entry(): Entry {
    return { key: this.key, article: this.page.article, client: this.client, at: Date.now(), revision: this.#revision, base: this.#base, mine: this.page.read(), steps: this.#steps }
  }

  #leave() {
    if (this.isClean) return
    leaveBehind(this.#entry())
    if (this.#held) return
    const save = this.#sending ?? { key: crypto.getRandomValues(new Uint32Array(4)).join('-'), revision: this.#revision, content: this.page.read() }
    if (JSON.stringify(save.content).length < keepaliveLimit) void this.#put(save, true).catch(() => {})
  }
}

// A dialog over something the newsroom has much of: the newest first, a search, one or several to choose, and where
// there is an upload, new ones from this device. Escape closes it; the browser gives the focus back to where it was.
import { t } from '../texts.ts'

export interface Part<T> { items: T[], next: string | null }

export interface Shelf<T> {
  title: string
  many: boolean
  className?: string
  /** The address of the first part of what has these words. */
  first(words: string): string
  read(answer: unknown): Part<T>
  draw(item: T): HTMLElement[]
  upload?: { label: string, accept: string, send(files: File[]): Promise<{ taken: T[], problems: string[] }> }
}

/** What was chosen, in the order in which it was chosen; empty when the dialog was closed. */
export function choose<T extends { id: string }>(shelf: Shelf<T>): Promise<T[]> {
  return new Promise(done => new Chooser(shelf, done).open())
}

const pauseOfTyping = 250

class Chooser<T extends { id: string }> {
  #dialog = document.createElement('dialog')
  #search = document.createElement('input')
  #list = document.createElement('ul')
  #said = document.createElement('p')
  #more = button(t('library.more'))
  #use = button(t('library.use'), 'next')
  #chosen: T[] = []
  #next: string | null = null
  #timer = 0
  #asked = 0

  constructor(private shelf: Shelf<T>, private done: (chosen: T[]) => void) {
    const { title, many, className, upload } = shelf
    this.#dialog.className = `chooser ${className ?? ''}`
    this.#dialog.setAttribute('aria-label', title)
    const head = document.createElement('h2')
    head.textContent = title
    Object.assign(this.#search, { type: 'search', dir: 'auto' })
    this.#search.setAttribute('aria-label', t('library.search'))
    this.#search.placeholder = t('library.search')
    this.#search.addEventListener('input', () => { clearTimeout(this.#timer); this.#timer = window.setTimeout(() => void this.find(), pauseOfTyping) })
    this.#said.setAttribute('role', 'status')
    this.#more.addEventListener('click', () => void this.ask(this.#next!))
    const bar = row('chooser-bar', this.#search, ...upload ? [this.uploading(upload)] : [])
    const close = button(t('library.close'))
    close.addEventListener('click', () => this.#dialog.close())
    this.#use.addEventListener('click', () => this.#dialog.close('use'))
    this.#use.hidden = !many
    this.#dialog.append(head, bar, this.#said, row('chooser-list', this.#list, this.#more), row('actions', this.#use, close))
    this.#dialog.addEventListener('keydown', event => this.keys(event))
    this.#dialog.addEventListener('close', () => { this.#dialog.remove(); this.done(this.#dialog.returnValue === 'use' ? this.#chosen : []) })
  }

  open() {
    document.body.append(this.#dialog)
    this.#dialog.showModal()
    this.#search.focus()
    void this.find()
  }

  private async find() {
    this.#list.replaceChildren()
    // What was chosen stays chosen under another search.
    for (const item of this.#chosen) this.show(item)
    await this.ask(this.shelf.first(this.#search.value))
  }

  private async ask(address: string) {
    const asked = ++this.#asked
    this.#dialog.dataset['state'] = 'asking'
    const part = await fetch(address, { headers: { Accept: 'application/json' } }).then(async answer => answer.ok ? this.shelf.read(await answer.json()) : null).catch(() => null)
    if (asked !== this.#asked) return // a newer search is under way
    this.#next = part?.next ?? null
    this.#more.hidden = this.#next === null
    for (const item of part?.items ?? []) if (!this.#chosen.some(one => one.id === item.id)) this.show(item)
    this.say(!part ? t('library.failed') : this.#list.childElementCount === 0 ? t('library.none') : '')
    this.#dialog.dataset['state'] = 'shown'
  }

  private show(item: T, first = false) {
    const line = document.createElement('li')
    const choice = button('')
    choice.className = 'choice'
    choice.append(...this.shelf.draw(item))
    if (this.shelf.many) choice.setAttribute('aria-pressed', String(this.#chosen.some(one => one.id === item.id)))
    choice.addEventListener('click', () => this.choose(item, choice))
    line.append(choice)
    if (first) this.#list.prepend(line)
    else this.#list.append(line)
    return choice
  }

  private choose(item: T, choice: HTMLElement) {
    if (!this.shelf.many) {
      this.#chosen = [item]
      return this.#dialog.close('use')
    }
    const was = this.#chosen.some(one => one.id === item.id)
    this.#chosen = was ? this.#chosen.filter(one => one.id !== item.id) : [...this.#chosen, item]
    choice.setAttribute('aria-pressed', String(!was))
  }

  private uploading({ label, accept, send }: NonNullable<Shelf<T>['upload']>) {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', accept, multiple: this.shelf.many, hidden: true })
    const opener = button(label)
    opener.addEventListener('click', () => input.click())
    input.addEventListener('change', async () => {
      const files = [...input.files ?? []]
      input.value = ''
      opener.disabled = true
      this.say(t('library.sending', { count: files.length }))
      const { taken, problems } = await send(files)
      opener.disabled = false
      this.say(problems.join(' '))
      // One that was sent is the one that is wanted.
      if (!this.shelf.many && taken[0] && problems.length === 0) return this.choose(taken[0], opener)
      this.#chosen.push(...taken.filter(item => !this.#chosen.some(one => one.id === item.id)))
      taken.map(item => this.show(item, true)).at(-1)?.focus()
    })
    return row('upload', input, opener)
  }

  private keys(event: KeyboardEvent) {
    if (event.key === 'Enter' && event.target === this.#search) {
      event.preventDefault()
      clearTimeout(this.#timer)
      return void this.find()
    }
    const choices = [...this.#list.querySelectorAll<HTMLElement>('.choice')]
    const at = choices.indexOf(event.target as HTMLElement)
    const start = event.target === this.#search && event.key === 'ArrowDown' ? 0 : undefined
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0
    const down = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0
    const next = start ?? (at < 0 || (!across && !down) ? undefined : at + across * (getComputedStyle(this.#list).direction === 'rtl' ? -1 : 1) + down * columns(choices))
    if (next === undefined) return
    event.preventDefault()
    if (next < 0) this.#search.focus()
    else choices[next]?.focus()
  }

  private say(words: string) { this.#said.textContent = words }
}

/** How many stand beside each other in the first row. */
function columns(choices: HTMLElement[]): number {
  const top = choices[0]?.getBoundingClientRect().top
  const below = choices.findIndex(choice => choice.getBoundingClientRect().top !== top)
  return below < 1 ? Math.max(1, choices.length) : below
}

function button(words: string, className = '') {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = words
  made.className = className
  return made
}

function row(className: string, ...parts: HTMLElement[]) {
  const made = document.createElement('div')
  made.className = className
  made.append(...parts)
  return made
}

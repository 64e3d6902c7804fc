// Comments and suggestions beside the open text: a bar with two buttons, and the panel that they open. On a phone it is a sheet.
import type { Editor } from '@tiptap/core'
import { newId } from '../editor/ids.ts'
import { toolbar, toolButton } from '../editor/toolbar.ts'
import { suggestionsOf } from '../suggestions/decide.ts'
import { suggestionList } from '../suggestions/list.ts'
import { isSuggesting, setSuggesting, suggesting } from '../suggestions/mode.ts'
import { t } from '../texts.ts'
import { make, press, shortened, writing } from './elements.ts'
import { mentions } from './mention.ts'
import { mark, places, show, threadAt, unmark, wordsAt } from './places.ts'
import { threadItem } from './thread-list.ts'
import { Threads, type Thread } from './threads.ts'

const fields = ['Headline', 'Standfirst']

export interface Place { article: string, form: HTMLFormElement, token: () => string, say: (words: string) => void, mayWrite: boolean }

export class Review {
  #editor!: Editor
  #threads: Threads
  #panel = make('section', 'review')
  #open!: HTMLButtonElement
  #mode!: HTMLButtonElement
  #chosen: string | null = null
  #refusal = ''
  #field: string | null = null

  constructor(private place: Place) {
    this.#threads = new Threads(place.article, place.token, () => this.#draw())
  }

  /** What the editor is made with. */
  get extensions() {
    return [
      suggesting.configure({ who: () => this.#threads.review.me, refused: words => this.#refused(words), toggle: () => this.#toggle() }),
      places.configure({ chosen: thread => this.#point(thread), comment: () => this.#comment() }),
    ]
  }

  async begin(editor: Editor) {
    this.#editor = editor
    this.#panel.hidden = true
    this.#panel.setAttribute('aria-label', t('review.title'))
    this.#panel.addEventListener('keydown', event => { if (event.key === 'Escape') this.#close() })
    document.querySelector('main')!.append(this.#panel)
    for (const name of fields) this.place.form.querySelector(`[name=${name}]`)?.addEventListener('keydown', event => this.#inField(event as KeyboardEvent, name))
    document.querySelector('.bars')!.append(this.#bar())
    editor.on('update', () => this.#soon())
    await this.#threads.load()
    if (!this.place.mayWrite) this.#onlySuggest()
    if (location.hash.startsWith('#thread-')) this.#choose(this.#threads.review.threads.find(thread => location.hash === `#thread-${thread.id}`))
  }

  #bar(): HTMLElement {
    const bar = toolbar(this.#editor, t('review.title'))
    bar.className = 'review-bar'
    toolButton(bar, t('comments.add.name'), t('comments.add'), () => this.#comment()).className = 'comment-add'
    this.#mode = toolButton(bar, t('suggest.mode.name'), t('suggest.mode'), () => this.#toggle())
    this.#mode.className = 'suggest-mode'
    this.#mode.setAttribute('aria-pressed', 'false')
    this.#mode.disabled = !this.place.mayWrite
    this.#open = toolButton(bar, t('review.title'), t('review.open'), () => this.#panel.hidden ? this.#show() : this.#close())
    this.#open.className = 'review-open'
    this.#open.setAttribute('aria-expanded', 'false')
    return bar
  }

  #toggle() {
    const isOn = !isSuggesting(this.#editor.state) || !this.place.mayWrite
    setSuggesting(this.#editor, isOn)
    this.#mode.setAttribute('aria-pressed', String(isOn))
    this.#refusal = t(isOn ? 'suggest.on' : 'suggest.off')
    this.place.say(this.#refusal)
  }

  /** Its fields are to be read; the server takes nothing else of hers than suggestions. */
  #onlySuggest() {
    this.#toggle()
    for (const field of this.place.form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('.sheet-column > .field :is(input, textarea)')) field.readOnly = true
    this.place.form.querySelector('.article-details')?.toggleAttribute('inert', true)
  }

  #refused(words: string) {
    if (words === this.#refusal) return
    this.#refusal = words
    this.place.say(words)
  }

  #timer = 0

  #soon() {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.#draw(), 400)
  }

  #unfold() {
    this.#panel.hidden = false
    document.body.classList.add('reviewing')
    this.#open.setAttribute('aria-expanded', 'true')
    this.#draw()
  }

  #show() {
    this.#unfold()
    this.#panel.querySelector<HTMLElement>('button')?.focus()
  }

  #close() {
    this.#panel.hidden = true
    this.#chosen = null
    document.body.classList.remove('reviewing')
    this.#open.setAttribute('aria-expanded', 'false')
    this.#draw()
    this.#editor.view.focus()
  }

  #choose(thread: Thread | undefined) {
    if (!thread) return
    this.#chosen = thread.id
    this.#show()
    const item = this.#panel.querySelector<HTMLElement>(`#thread-${thread.id}`)
    item?.closest('details')?.setAttribute('open', '')
    item?.scrollIntoView({ block: 'nearest' })
    item?.focus()
  }

  /** Clicked in the text: the hand stays there, and the thread comes into sight where there is room for both. */
  #point(thread: Thread) {
    this.#chosen = thread.id
    if (this.#panel.hidden && matchMedia('(min-width: 64.01rem)').matches) this.#unfold()
    this.#draw()
    if (!this.#panel.hidden) this.#panel.querySelector(`#thread-${thread.id}`)?.scrollIntoView({ block: 'nearest' })
  }

  #inField(event: KeyboardEvent, name: string) {
    if (event.code !== 'KeyM' || !event.altKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    this.#field = name
    this.#ask(name)
  }

  /** Words that have a thread lead to it; others begin one. */
  #comment() {
    const { state } = this.#editor
    const there = state.selection.empty ? threadAt(state) : null
    if (there) return this.#choose(there)
    this.#field = null
    this.#ask(null)
  }

  #ask(field: string | null) {
    this.#show()
    const { state } = this.#editor
    const { $from, from, to, empty } = state.selection
    const words = field ? '' : wordsAt(state.doc, empty ? { from: $from.start(), to: $from.end() } : { from, to })
    const box = this.#panel.querySelector<HTMLElement>('.new-comment')!
    const write = writing(t('comments.text'), '', said => this.#send(said), () => this.#failed())
    const about = make('label', 'field', t('comments.about'))
    const choice = make('select')
    if (words) choice.add(new Option(t('comments.about.words', { words: shortened(words, 60) }), ''))
    for (const name of fields) choice.add(new Option(t(`comments.about.${name}`), name, false, name === field))
    choice.addEventListener('change', () => { this.#field = choice.value || null })
    this.#field = choice.value || null
    about.append(choice)
    const acts = make('div', 'actions')
    const cancel = () => { box.replaceChildren(); this.#editor.view.focus() }
    acts.append(press(t('comments.send'), () => void write.run(), 'next'), press(t('comments.cancel'), cancel))
    box.replaceChildren(about, write.label, make('p', 'hint', t('comments.hint')), acts)
    mentions(write.area, () => this.#threads.review.staff)
    write.area.focus()
  }

  async #send(said: string): Promise<boolean> {
    const box = this.#panel.querySelector<HTMLElement>('.new-comment')!
    if (this.#field) {
      const sent = await this.#threads.send('', { Anchor: `field/${this.#field}`, Text: said })
      if (sent) box.replaceChildren()
      return sent
    }
    const id = newId()
    const quote = mark(this.#editor, id)
    const sent = await this.#threads.send('', { Anchor: `words/${id}`, Quote: quote, Text: said })
    if (!sent) unmark(this.#editor, id)
    else {
      box.replaceChildren()
      this.#choose(this.#threads.review.threads.find(thread => thread.key === id))
    }
    return sent
  }

  #failed() {
    const place = this.#panel.querySelector<HTMLElement>('.problem') ?? make('p', 'problem')
    place.setAttribute('role', 'alert')
    place.textContent = t('comments.failed')
    this.#panel.prepend(place)
  }

  #draw() {
    const open = this.#threads.open
    const count = { threads: open.length, suggestions: suggestionsOf(this.#editor.state.doc).length }
    this.#open.textContent = count.threads + count.suggestions > 0 ? `${t('review.open')} ${count.threads + count.suggestions}` : t('review.open')
    // Begins with what stands on it, so that who speaks to her browser can say what she sees (WCAG 2.5.3).
    this.#open.setAttribute('aria-label', `${this.#open.textContent}: ${t('review.open.count', count)}`)
    show(this.#editor, open, this.#chosen)
    if (this.#panel.hidden) return
    if (!this.#panel.querySelector('.new-comment')) this.#frame()

    // What somebody is writing just now is not drawn away under her hands.
    const writes = [...this.#panel.querySelectorAll<HTMLTextAreaElement>('.threads textarea')].some(area => area === document.activeElement || (area.value !== '' && !area.disabled))
    const focused = (document.activeElement?.closest('.thread') as HTMLElement | null)?.id
    this.#panel.querySelector('.suggestions')!.replaceChildren(make('h3', '', t('suggest.title')), ...suggestionList(this.#editor, this.place.mayWrite, () => this.#answered()))
    if (writes && !this.#panel.querySelector('.threads textarea:disabled')) return
    const desk = { editor: this.#editor, threads: this.#threads, failed: () => this.#failed(), back: (thread: Thread) => this.#back(thread), article: this.place.form, mention: (area: HTMLTextAreaElement) => mentions(area, () => this.#threads.review.staff) }
    const resolved = this.#threads.review.threads.filter(thread => thread.resolvedAt)
    const list = make('ol', 'thread-list')
    list.append(...open.map(thread => threadItem(desk, thread)))
    const done = make('details', 'more')
    const old = make('ol', 'thread-list')
    old.append(...resolved.map(thread => threadItem(desk, thread)))
    done.append(make('summary', '', t('comments.resolved', { count: resolved.length })), old)
    this.#panel.querySelector('.threads')!.replaceChildren(make('h3', '', t('comments.title')),
      ...open.length > 0 ? [list] : [make('p', 'quiet', t('comments.none'))], ...resolved.length > 0 ? [done] : [])
    if (focused) this.#panel.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus()
  }

  #back(thread: Thread) {
    const item = this.#panel.querySelector<HTMLElement>(`#thread-${thread.id}`)
    const isSeen = item && !item.closest('details:not([open])')
    ;(isSeen ? item : this.#panel.querySelector<HTMLElement>('button'))?.focus()
  }

  // The next one is under the same key.
  #answered() {
    this.#draw()
    const next = this.#panel.querySelector<HTMLElement>('.suggestions .actions button') ?? this.#panel.querySelector<HTMLElement>('button')
    next?.focus()
  }

  #frame() {
    const head = make('div', 'review-head')
    head.append(make('h2', '', t('review.title')), press(t('review.close'), () => this.#close(), 'plain'))
    this.#panel.replaceChildren(head, make('div', 'new-comment'), make('div', 'suggestions'), make('div', 'threads'))
  }
}

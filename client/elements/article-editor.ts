// <article-editor article="7" revision="3">: takes the place of the body's reading text and keeps the whole form saved.
// The headline and the rest stay the form's own fields.
import type { Editor } from '@tiptap/core'
import { copyDesk } from '../desk/desk.ts'
import { createEditor, replaceBody } from '../editor/create.ts'
import { pictures, type Picture } from '../library/pictures.ts'
import { showConflict } from '../saving/conflict.ts'
import { addBylineRow, readFields, writeFields, type Fields } from '../saving/fields.ts'
import type { Body, Content } from '../saving/merge.ts'
import { Saver, type Page, type State } from '../saving/saver.ts'
import { signInAgain } from '../saving/sign-in.ts'
import { t, time } from '../texts.ts'

interface Saved { fields: Fields, body: Body, pictures: Picture[], savedAt: string }

export class ArticleEditor extends HTMLElement {
  #editor!: Editor
  #saver!: Saver
  #sends = false
  #leaves = false

  async connectedCallback() {
    const saved: Saved = JSON.parse(this.querySelector('[data-saved]')!.textContent!)
    pictures.learn(saved.pictures)
    // A browser that comes back to the page may fill in older words; the refused form alone holds newer ones.
    if (this.dataset['refused'] === undefined) writeFields(this.form, saved.fields)

    const body = this.querySelector<HTMLElement>('[data-body]')!
    body.querySelector('[data-read]')!.remove()
    this.#editor = createEditor({
      place: body, body: saved.body, article: this.getAttribute('article')!, token: () => this.token, say: words => this.say(words),
      changed: steps => this.#saver?.changed(steps),
    })
    // What the program made is the base; ids that the editor adds are its first change.
    this.#saver = new Saver(this.page, { fields: saved.fields, body: this.#editor.getJSON() as Body, revision: Number(this.getAttribute('revision')), savedAt: saved.savedAt })
    this.form.addEventListener('input', () => this.edited())
    this.form.addEventListener('change', () => this.edited())
    this.keepBarsBelowState()
    document.addEventListener('submit', event => void this.submit(event), true)
    document.querySelector<HTMLAnchorElement>('a[data-preview]')?.addEventListener('click', event => void this.preview(event))
    addEventListener('pageshow', () => { this.#leaves = false }) // back again by the browser's own button
    await this.#saver.recover()
    copyDesk(this.#editor, this.form, this.getAttribute('article')!, () => this.token)
    this.dataset['ready'] = ''
  }

  /** What is above the bars takes one line or three. */
  private keepBarsBelowState() {
    const state = document.querySelector<HTMLElement>('.article-state')
    if (state) new ResizeObserver(() => this.style.setProperty('--state-height', `${state.offsetHeight}px`)).observe(state)
  }

  private get form() { return this.querySelector<HTMLFormElement>('form#article')! }

  private get token() { return this.form.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')!.value }

  private get page(): Page {
    return {
      article: this.getAttribute('article')!,
      read: () => ({ fields: readFields(this.form), body: this.#editor.getJSON() as Body }),
      show: content => this.show(content),
      token: () => this.token,
      state: state => this.tell(state),
      askToDecide: (conflicts, mine, theirs) => showConflict(this, conflicts, mine, theirs, content => this.#saver.decided(content, theirs)),
      askToSignIn: () => void signInAgain(() => this.#saver.signedIn()),
      recovered: at => this.say(t('save.recovered', { time: time(at) })),
    }
  }

  private show(content: Content) {
    writeFields(this.form, content.fields)
    replaceBody(this.#editor, content.body)
  }

  private edited() {
    const rows = [...this.form.querySelectorAll<HTMLElement>('[data-row]')]
    const last = rows.at(-1)
    if (last && [...last.querySelectorAll<HTMLInputElement>('input, select')].some(control => control.value)) addBylineRow(this.form)
    this.#saver.changed()
  }

  /** Every form of the page waits until the text is saved, and then says which text it means. */
  private async submit(event: SubmitEvent) {
    const form = event.target as HTMLFormElement
    if (form.method !== 'post' || form.closest('dialog') || this.#sends) return
    event.preventDefault()
    if (this.#leaves) return // pressed twice
    if (!await this.saved()) return
    for (const revision of document.querySelectorAll<HTMLInputElement>('input[name=Revision], input[name=revision]')) revision.value = String(this.#saver.revision)
    // Where nothing had to be saved, the browser is still busy with this very submit, and would ignore another.
    await new Promise(done => setTimeout(done))
    this.#leaves = this.#sends = true
    form.requestSubmit(event.submitter)
    this.#sends = false
  }

  /** Whether all that stands here is on the server; if not, what the person wanted waits, and she is told so. */
  private async saved(): Promise<boolean> {
    if (await this.#saver.save()) return true
    const both = this.querySelector<HTMLElement>('.stale')
    if (both) both.focus()
    else this.say(t('save.first'))
    return false
  }

  /** What is looked at is what was just typed. A click for a tab of its own is left to the browser. */
  private async preview(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const address = (event.currentTarget as HTMLAnchorElement).href
    event.preventDefault()
    if (await this.saved()) location.assign(address)
  }

  private tell(state: State) {
    const place = document.querySelector<HTMLElement>('[data-save-state]')!
    place.dataset['state'] = state.is
    place.textContent = state.is === 'saved' ? t('save.saved', { time: time(state.at ?? Date.now()) })
      : state.is === 'refused' ? t('save.refused', { why: state.why })
      : t(`save.${state.is}`)
  }

  private say(words: string) {
    const place = this.querySelector<HTMLElement>('.said') ?? document.createElement('p')
    place.className = 'said notice'
    place.setAttribute('role', 'status')
    place.textContent = words
    place.hidden = words === ''
    this.prepend(place)
  }
}

customElements.define('article-editor', ArticleEditor)

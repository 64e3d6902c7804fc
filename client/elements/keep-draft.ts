// <keep-draft name="section-7"><form>…</form></keep-draft>
// What is typed into the form is kept on this device until the server has taken it, so that a reload,
// a crash or an error page loses nothing. Passwords and files are never kept.
import { keep, kept, release, type Kept } from '../journal/forms.ts'
import { t, time } from '../texts.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const unsafeTypes = new Set(['password', 'file', 'hidden', 'submit', 'button', 'image', 'reset'])

const submittedKey = 'keep-draft-submitted'

/** Whether this page is a form that was refused, or an answer that is no answer to a save. */
const comesBack = () => document.querySelector('.problems, .refusal, body.alone') !== null

/**
 * A save was taken if the page that followed it in this tab came by an ordinary way: a redirect to a page of the
 * newsroom. Coming back after a dead server is a reload or a step back, and then the text stays kept.
 */
async function settle() {
  const name = sessionStorage.getItem(submittedKey)
  if (!name) return
  sessionStorage.removeItem(submittedKey)
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (navigation?.type === 'navigate' && document.referrer.startsWith(location.origin) && !comesBack()) await release(name)
}

const settled = settle()

export class KeepDraft extends HTMLElement {
  #before = ''

  async connectedCallback() {
    const form = this.form
    if (!form || !this.name) return
    this.#before = JSON.stringify(this.read())

    form.addEventListener('input', () => this.save())
    form.addEventListener('change', () => this.save())
    form.addEventListener('submit', () => { sessionStorage.setItem(submittedKey, this.name) })

    await settled
    const found = await kept(this.name)
    if (!found) return
    if (JSON.stringify(found.fields) !== JSON.stringify(this.read())) this.offer(found)
    else if (!comesBack()) await release(this.name)
  }

  get name() { return this.getAttribute('name') ?? '' }

  get form() { return this.querySelector('form') }

  private offer(found: Kept) {
    const note = document.createElement('div')
    note.className = 'kept'
    note.setAttribute('role', 'status')
    const words = document.createElement('p')
    words.textContent = t('keep.found', { time: time(found.at) })
    const restore = button(t('keep.restore'), () => {
      this.write(found.fields)
      words.textContent = t('keep.restored', { time: time(found.at) })
      restore.remove()
      discard.remove()
    })
    const discard = button(t('keep.discard'), () => { void release(this.name); note.remove() })
    note.append(words, restore, discard)
    this.form!.prepend(note)
  }

  private save() {
    const fields = this.read()
    if (JSON.stringify(fields) === this.#before) return void release(this.name)
    void keep({ name: this.name, at: Date.now(), fields })
  }

  private controls(): Control[] {
    return [...this.form!.elements].filter((element): element is Control =>
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement)
      && element.name !== '' && !unsafeTypes.has(element.type) && element.autocomplete !== 'one-time-code')
  }

  private read(): [string, string][] {
    return this.controls().map((control, at) => [`${control.name}#${at}`, value(control)])
  }

  private write(fields: [string, string][]) {
    const values = new Map(fields)
    this.controls().forEach((control, at) => {
      const text = values.get(`${control.name}#${at}`)
      if (text === undefined || text === value(control)) return
      if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) control.checked = text === 'on'
      else control.value = text
      control.dispatchEvent(new Event('input', { bubbles: true }))
    })
  }
}

function value(control: Control) {
  if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) return control.checked ? 'on' : ''
  return control.value
}

function button(label: string, act: () => void) {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = label
  made.addEventListener('click', act)
  return made
}

customElements.define('keep-draft', KeepDraft)

// <front-page-desk>: the desk of the front page by drag and by keyboard. What an act does is decided by the program alone: the form goes there
// with the act, and comes back with the layout changed, as it does without script. Here the page stays where it is, the hand
// stays on its button, and what was done is said.
import { drag } from '../front/drag.ts'
import { t } from '../texts.ts'

export class FrontPageDesk extends HTMLElement {
  #turn = Promise.resolve()
  #leaves = false

  connectedCallback() {
    this.addEventListener('submit', event => this.submit(event))
    this.addEventListener('keydown', event => this.key(event))
    this.addEventListener('change', event => { if ((event.target as HTMLElement).closest('[name=Until], .zone-fill')) void this.act('look') })
    drag(this, (story, place) => void this.act(place ? `put|${story}|${place.zone}|${place.slot}` : `off|${story}`, story))
    addEventListener('beforeunload', event => { if (!this.#leaves && this.querySelector('[data-changed]')) event.preventDefault() })
    this.dataset['ready'] = ''
  }

  private get form() { return this.querySelector<HTMLFormElement>('form.front-board')! }

  private submit(event: SubmitEvent) {
    const button = event.submitter as HTMLButtonElement | null
    if (!button?.matches('[data-redraw]')) {
      this.#leaves = button?.formTarget !== '_blank'
      return
    }
    event.preventDefault()
    void this.act(button.value, button.closest<HTMLElement>('[data-story]')?.dataset['story'], button.dataset['act'])
  }

  /** Alt and an arrow move the story in which the focus is. */
  private key(event: KeyboardEvent) {
    if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return
    const button = (event.target as HTMLElement).closest('.slot')?.querySelector<HTMLButtonElement>(`[data-act=${event.key === 'ArrowUp' ? 'up' : 'down'}]`)
    if (!button) return
    event.preventDefault()
    if (!button.disabled) void this.act(button.value, button.closest<HTMLElement>('[data-story]')?.dataset['story'], button.dataset['act'])
  }

  /** One after another: what is pressed twice quickly is done twice. */
  private act(act: string, story?: string, hand?: string) {
    return this.#turn = this.#turn.then(() => this.send(act, story, hand))
  }

  private async send(act: string, story?: string, hand?: string) {
    const fields = new FormData(this.form)
    fields.set('Act', act)
    const open = [...this.querySelectorAll('details[open]')].map(nameOf)
    const answer = await fetch(this.form.action, { method: 'POST', body: new URLSearchParams(fields as never), headers: { accept: 'text/html' } }).catch(() => null)
    const next = answer && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('front-page-desk')
    if (!next) return this.say(t('front.failed'))
    const scrolled = this.querySelector('.tray .slots')?.scrollTop ?? 0
    this.querySelector('[data-board]')!.replaceWith(next.querySelector('[data-board]')!)
    for (const details of this.querySelectorAll('details')) if (open.includes(nameOf(details))) details.open = true
    this.querySelector('.tray .slots')?.scrollTo(0, scrolled)
    this.say(next.querySelector('[data-said]')!.textContent ?? '')
    if (act !== 'look') this.focusOn(story, hand)
  }

  /** The same button of the same story, else the next best: a screen reader must not be thrown back to the top. */
  private focusOn(story?: string, hand?: string) {
    const item = story ? this.querySelector<HTMLElement>(`.slot[data-story="${story}"]`) : null
    const button = item?.querySelector<HTMLButtonElement>(`[data-act=${hand ?? 'none'}]:enabled`) ?? item?.querySelector<HTMLButtonElement>('.slot-acts button:enabled')
      ?? this.querySelector<HTMLElement>(hand === 'find' ? '[name=Query]' : '.desk-bar button')
    button?.focus({ preventScroll: hand === undefined })
  }

  private say(words: string) {
    const said = this.querySelector('[data-said]')!
    // The same words twice are two pieces of news.
    said.textContent = ''
    said.textContent = words
  }
}

/** What a part that can be opened belongs to, so that it stays open where its story moves. */
function nameOf(details: Element) {
  return details.className + (details.closest<HTMLElement>('[data-story]')?.dataset['story'] ?? details.closest('[aria-labelledby]')?.getAttribute('aria-labelledby') ?? '')
}

customElements.define('front-page-desk', FrontPageDesk)

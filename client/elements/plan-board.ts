// <plan-board data-field="stage">: cards between columns, or days. A card's own form does the moving; dragging it, or Shift and an arrow,
// fills that form in and sends it. Without script the forms are there all the same.
type Card = HTMLElement

export class PlanBoard extends HTMLElement {
  #dragged: Card | null = null

  connectedCallback() {
    this.addEventListener('dragstart', event => this.begin(event))
    this.addEventListener('dragend', () => this.end())
    this.addEventListener('dragover', event => this.over(event))
    this.addEventListener('drop', event => this.drop(event))
    this.addEventListener('keydown', event => this.press(event))
    // Where the hand was before the page was drawn anew.
    const here = location.hash.startsWith('#story-') ? document.getElementById(location.hash.slice(1)) : null
    here?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
  }

  private get field() { return this.dataset['field']! }

  private get places() { return [...this.querySelectorAll<HTMLElement>('[data-value]')] }

  private begin(event: DragEvent) {
    this.#dragged = (event.target as HTMLElement).closest<Card>('[data-card][draggable=true]')
    if (!this.#dragged) return event.preventDefault()
    this.#dragged.classList.add('dragged')
    event.dataTransfer!.effectAllowed = 'move'
    event.dataTransfer!.setData('text/plain', this.#dragged.querySelector('a')!.textContent ?? '')
  }

  private end() {
    this.#dragged?.classList.remove('dragged')
    this.#dragged = null
    for (const place of this.places) place.classList.remove('over')
  }

  private over(event: DragEvent) {
    const place = (event.target as HTMLElement).closest<HTMLElement>('[data-value]')
    for (const other of this.places) other.classList.toggle('over', other === place)
    if (this.#dragged && place && place !== this.#dragged.closest('[data-value]')) event.preventDefault()
  }

  private drop(event: DragEvent) {
    const place = (event.target as HTMLElement).closest<HTMLElement>('[data-value]')
    if (!this.#dragged || !place) return
    event.preventDefault()
    this.move(this.#dragged, place)
  }

  private press(event: KeyboardEvent) {
    const card = (event.target as HTMLElement).closest<Card>('[data-card]')
    if (!card || !(event.target as HTMLElement).matches('a') || event.ctrlKey || event.altKey || event.metaKey || !event.key.startsWith('Arrow')) return
    const [along, across] = this.direction(event.key)
    event.preventDefault()
    if (event.shiftKey) this.shift(card, along + across * Number(this.dataset['columns'] ?? 0))
    else if (across !== 0) this.focusCard(card, across)
    else this.focusColumn(card, along)
  }

  /** Steps along the columns and across them; to the left is onwards where one reads that way. */
  private direction(key: string): [number, number] {
    const onwards = getComputedStyle(this).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (key === 'ArrowUp') return [0, -1]
    if (key === 'ArrowDown') return [0, 1]
    return [key === onwards ? 1 : -1, 0]
  }

  private shift(card: Card, by: number) {
    const places = this.places
    const at = places.indexOf(card.closest<HTMLElement>('[data-value]')!)
    const place = at < 0 ? undefined : places[at + by]
    if (by !== 0 && place && card.draggable) this.move(card, place)
  }

  private focusCard(card: Card, by: number) {
    const cards = [...card.parentElement!.querySelectorAll<Card>(':scope > [data-card]')]
    cards[cards.indexOf(card) + by]?.querySelector('a')?.focus()
  }

  private focusColumn(card: Card, by: number) {
    const columns = [...this.children]
    for (let at = columns.findIndex(column => column.contains(card)) + by; columns[at]; at += by) {
      const found = columns[at]!.querySelector<HTMLElement>('[data-card] a')
      if (found) return found.focus()
    }
  }

  private move(card: Card, place: HTMLElement) {
    const form = card.querySelector('form')!
    const field = form.elements.namedItem(this.field) as HTMLSelectElement | HTMLInputElement
    field.value = place.dataset['value']!
    place.querySelector('ul')!.prepend(card)
    form.requestSubmit()
  }
}

customElements.define('plan-board', PlanBoard)

// Small pieces of the panel: elements with words in them.
export function make<K extends keyof HTMLElementTagNameMap>(name: K, className = '', words = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  if (className) element.className = className
  if (words) element.textContent = words
  return element
}

export function press(words: string, act: () => unknown, className = '', name?: string): HTMLButtonElement {
  const button = make('button', className, words)
  button.type = 'button'
  if (name) button.setAttribute('aria-label', name)
  button.addEventListener('click', act)
  return button
}

/** What one writes into: Ctrl+Enter sends, and what could not be sent stays. */
export function writing(label: string, value: string, send: (words: string) => Promise<boolean>, failed: () => void): { label: HTMLElement, area: HTMLTextAreaElement, run: () => Promise<void> } {
  const field = make('label', 'field')
  const area = make('textarea')
  area.dir = 'auto'
  area.rows = 2
  area.value = value
  area.maxLength = 4000
  field.append(make('span', 'unseen', label), area)
  const run = async () => {
    if (area.value.trim() === '') return area.focus()
    area.disabled = true
    const sent = await send(area.value)
    area.disabled = false
    if (!sent) failed()
  }
  area.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void run() }
  })
  return { label: field, area, run }
}

export const shortened = (words: string, most = 120) => words.length > most ? `${words.slice(0, most - 1)}…` : words

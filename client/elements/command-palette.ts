// The palette: Ctrl K (or ⌘ K) on any page. It has the acts of the page it is opened on, every page of the newsroom, and stories by their
// headline. Where there is no script, the link that opens it leads to /newsroom/search.
import { t } from '../texts.ts'

interface Entry { group: 'here' | 'pages' | 'stories', name: string, about: string, language?: string, run: () => void }
interface Found { pages: { name: string, href: string, key: string | null }[], stories: { headline: string, href: string, about: string, language: string }[] }

const groups = ['here', 'stories', 'pages'] as const

class CommandPalette {
  #dialog = document.createElement('dialog')
  #input = document.createElement('input')
  #list = document.createElement('div')
  #acts: Entry[] = []
  #entries: Entry[] = []
  #chosen = 0
  #asked = 0
  #wait = 0

  constructor() {
    this.#dialog.className = 'palette'
    this.#dialog.setAttribute('aria-label', t('palette.title'))
    Object.assign(this.#input, { type: 'text', autocomplete: 'off', spellcheck: false })
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list', 'aria-label': t('palette.label'), dir: 'auto' })) this.#input.setAttribute(name, value)
    this.#input.placeholder = t('palette.label')
    Object.assign(this.#list, { id: 'palette-list' })
    this.#list.setAttribute('role', 'listbox')
    this.#list.setAttribute('aria-label', t('palette.title'))
    const foot = document.createElement('footer')
    foot.textContent = t('palette.hint')
    this.#dialog.append(this.#input, this.#list, foot)
    document.body.append(this.#dialog)

    this.#input.addEventListener('input', () => { clearTimeout(this.#wait); this.#wait = window.setTimeout(() => void this.ask(), 80); this.show() })
    this.#dialog.addEventListener('keydown', event => this.press(event))
    this.#dialog.addEventListener('click', event => { if (event.target === this.#dialog) this.#dialog.close() })
    this.#list.addEventListener('mousemove', event => this.choose(this.optionOf(event)))
    this.#list.addEventListener('click', event => this.run(this.optionOf(event)))
  }

  get isOpen() { return this.#dialog.open }

  open() {
    if (this.isOpen) return
    this.#acts = actsOfPage()
    this.#found = { pages: [], stories: [] }
    this.#input.value = ''
    this.show()
    this.#dialog.showModal()
    this.#input.focus()
    void this.ask()
  }

  #found: Found = { pages: [], stories: [] }

  private async ask() {
    const asked = ++this.#asked
    const answer = await fetch(`/newsroom/search.json?q=${encodeURIComponent(this.#input.value.trim())}`, { headers: { accept: 'application/json' } }).catch(() => null)
    if (!answer?.ok || asked !== this.#asked) return
    this.#found = await answer.json() as Found
    this.show()
  }

  private show() {
    const words = this.#input.value.trim().toLocaleLowerCase().split(/\s+/).filter(word => word !== '')
    const has = (name: string) => words.every(word => name.toLocaleLowerCase().includes(word))
    const all: Entry[] = [
      ...this.#acts.filter(act => has(act.name)).slice(0, words.length > 0 ? 12 : 6),
      ...this.#found.stories.map(story => ({ group: 'stories' as const, name: story.headline, about: story.about, language: story.language, run: () => location.assign(story.href) })),
      ...this.#found.pages.filter(page => has(page.name)).map(page => ({ group: 'pages' as const, name: page.name, about: page.key ? t('palette.key', { key: page.key }) : '', run: () => location.assign(page.href) })),
    ]
    this.#entries = groups.flatMap(group => all.filter(entry => entry.group === group))
    this.#list.replaceChildren(...groups.filter(group => all.some(entry => entry.group === group)).map(group => this.drawn(group)))
    if (this.#entries.length === 0) {
      const none = document.createElement('p')
      none.className = 'quiet'
      none.textContent = t('palette.nothing')
      this.#list.append(none)
    }
    this.choose(0)
  }

  private drawn(group: Entry['group']) {
    const box = document.createElement('div')
    box.setAttribute('role', 'group')
    box.setAttribute('aria-label', t(`palette.${group}`))
    const title = document.createElement('p')
    title.setAttribute('aria-hidden', 'true')
    title.textContent = t(`palette.${group}`)
    box.append(title, ...this.#entries.map((entry, at) => ({ entry, at })).filter(one => one.entry.group === group).map(({ entry, at }) => {
      const option = document.createElement('div')
      option.id = `palette-${at}`
      option.setAttribute('role', 'option')
      option.dataset['at'] = String(at)
      option.className = entry.group === 'stories' ? 'story' : ''
      const name = document.createElement('span')
      name.textContent = entry.name
      name.dir = 'auto'
      if (entry.language) name.lang = entry.language
      const about = document.createElement('small')
      about.textContent = entry.about
      option.append(name, about)
      return option
    }))
    return box
  }

  private optionOf(event: Event) {
    const option = (event.target as HTMLElement).closest<HTMLElement>('[role=option]')
    return option ? Number(option.dataset['at']) : -1
  }

  private choose(at: number) {
    if (at < 0) return
    this.#chosen = Math.min(at, Math.max(0, this.#entries.length - 1))
    for (const option of this.#list.querySelectorAll('[role=option]')) option.setAttribute('aria-selected', String(option.id === `palette-${this.#chosen}`))
    const option = document.getElementById(`palette-${this.#chosen}`)
    option?.scrollIntoView({ block: 'nearest' })
    if (option) this.#input.setAttribute('aria-activedescendant', option.id)
    else this.#input.removeAttribute('aria-activedescendant')
  }

  private press(event: KeyboardEvent) {
    const last = this.#entries.length - 1
    if (event.key === 'ArrowDown') this.choose(this.#chosen === last ? 0 : this.#chosen + 1)
    else if (event.key === 'ArrowUp') this.choose(this.#chosen === 0 ? last : this.#chosen - 1)
    else if (event.key === 'Enter') this.run(this.#chosen)
    else return
    event.preventDefault()
  }

  private run(at: number) {
    const entry = this.#entries[at]
    if (!entry) return
    this.#dialog.close()
    entry.run()
  }
}

/** What can be done here, by name: the page's buttons, the links that look like buttons, and what can be opened. */
function actsOfPage(): Entry[] {
  const seen = new Set<string>()
  const acts: Entry[] = []
  const found = document.querySelectorAll<HTMLElement>('main :is(button[type=submit], form button:not([type]), a.button, summary, [data-command])')
  for (const element of found) {
    if (element.closest('.bars, .block-fields, dialog, .move, [data-no-command]') || (element as HTMLButtonElement).disabled) continue
    const name = (element.dataset['command'] ?? element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (name === '' || seen.has(name)) continue
    seen.add(name)
    acts.push({ group: 'here', name, about: element.dataset['key'] ?? '', run: () => act(element) })
  }
  return acts
}

function act(element: HTMLElement) {
  for (let closed = element.parentElement?.closest('details'); closed; closed = closed.parentElement?.closest('details')) closed.open = true
  if (element.localName !== 'summary') return element.click()
  const details = element.parentElement as HTMLDetailsElement
  details.open = true
  const field = details.querySelector<HTMLElement>(':is(input:not([type=hidden]), select, textarea, button, a)')
  ;(field ?? element).focus()
}

export const palette = new CommandPalette()

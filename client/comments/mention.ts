// "@" and the beginning of a name: whom one may mean, to choose by key or finger.
import { make } from './elements.ts'

export function mentions(area: HTMLTextAreaElement, staff: () => string[]) {
  const list = make('ul', 'mentions')
  list.setAttribute('role', 'listbox')
  list.id = `mentions-${Math.random().toString(36).slice(2)}`
  list.hidden = true
  let chosen = 0
  let found: string[] = []
  area.setAttribute('aria-controls', list.id)
  area.setAttribute('aria-autocomplete', 'list')
  area.after(list)

  const begun = () => /(?:^|\s)@([^@\n]{0,40})$/.exec(area.value.slice(0, area.selectionStart))
  const take = (name: string) => {
    const start = area.selectionStart - (begun()?.[1]?.length ?? 0)
    area.setRangeText(`${name} `, start, area.selectionStart, 'end')
    close()
  }
  const close = () => { list.hidden = true; area.removeAttribute('aria-activedescendant') }
  const draw = () => {
    const typed = begun()?.[1]?.toLocaleLowerCase()
    found = typed === undefined ? [] : staff().filter(name => name.toLocaleLowerCase().split(' ').some((_, at, parts) => parts.slice(at).join(' ').startsWith(typed))).slice(0, 6)
    if (found.length === 0) return close()
    chosen = Math.min(chosen, found.length - 1)
    list.hidden = false
    list.replaceChildren(...found.map((name, at) => {
      const option = make('li', '', name)
      option.dir = 'auto'
      option.id = `${list.id}-${at}`
      option.setAttribute('role', 'option')
      option.setAttribute('aria-selected', String(at === chosen))
      option.addEventListener('pointerdown', event => event.preventDefault())
      option.addEventListener('click', () => take(name))
      return option
    }))
    area.setAttribute('aria-activedescendant', `${list.id}-${chosen}`)
  }
  area.addEventListener('input', () => { chosen = 0; draw() })
  area.addEventListener('blur', close)
  area.addEventListener('keydown', event => {
    if (list.hidden) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) { event.preventDefault(); chosen = (chosen + step + found.length) % found.length; draw() }
    if ((event.key === 'Enter' && !event.ctrlKey) || event.key === 'Tab') { event.preventDefault(); event.stopImmediatePropagation(); take(found[chosen]!) }
    if (event.key === 'Escape') { event.stopPropagation(); close() }
  })
}

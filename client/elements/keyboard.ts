// The newsroom's keys. A letter is a key only where nobody types: never in a field or in the text.
import { t } from '../texts.ts'
import { palette } from './command-palette.ts'

const isMac = /Mac|iP(hone|ad)/.test(navigator.platform)
let goes = 0

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing) return
  if ((isMac ? event.metaKey : event.ctrlKey) && !event.altKey && event.key.toLowerCase() === 'k') {
    event.preventDefault()
    return palette.open()
  }
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target as HTMLElement) || palette.isOpen || document.querySelector('dialog[open]')) return
  if (press(event.key)) event.preventDefault()
})

document.addEventListener('click', event => {
  const link = (event.target as HTMLElement).closest('[data-palette]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  palette.open()
})

function isTyping(target: HTMLElement) {
  return target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select')
}

/** Whether the key was one of ours. */
function press(key: string): boolean {
  const goesNow = Date.now() - goes < 1500
  goes = 0
  if (goesNow) {
    const link = document.querySelector<HTMLAnchorElement>(`a[data-go="${CSS.escape(key)}"]`)
    link?.click()
    return link !== null
  }
  if (key === 'g') goes = Date.now()
  else if (key === '?') showKeys()
  else if (key === '/') search()
  else if (key === 'j') step(1)
  else if (key === 'k') step(-1)
  else {
    const button = document.querySelector<HTMLElement>(`main [data-key="${CSS.escape(key)}"]`)
    button?.click()
    return button !== null
  }
  return true
}

function search() {
  const field = document.querySelector<HTMLInputElement>('main input[data-search]')
  if (!field) return palette.open()
  field.focus()
  field.select()
}

function step(by: number) {
  const links = [...document.querySelectorAll<HTMLElement>('[data-rows-list] :is(tbody > tr, li)')].map(row => row.querySelector<HTMLElement>('a')).filter(link => link !== null)
  const at = links.findIndex(link => link === document.activeElement || link.closest('tr, li')?.contains(document.activeElement))
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function showKeys() {
  const dialog = document.createElement('dialog')
  dialog.className = 'keys'
  dialog.setAttribute('aria-labelledby', 'keys-title')
  const title = document.createElement('h2')
  title.id = 'keys-title'
  title.textContent = t('keys.title')
  dialog.append(title, ...section(t('keys.everywhere'), ['palette', 'inText', 'help', 'search', 'list'].map(key => [t(`keys.${key}Key`), t(`keys.${key}`)])))
  dialog.append(...section(t('keys.go'), [...document.querySelectorAll<HTMLElement>('a[data-go]')].map(link => [t('palette.key', { key: link.dataset['go']! }), link.textContent!.trim()])))
  dialog.append(...section(t('keys.here'), [
    ...[...document.querySelectorAll<HTMLElement>('main [data-key]')].map(button => [button.dataset['key']!, button.dataset['command'] ?? button.textContent!.trim()]),
    ...[...document.querySelectorAll<HTMLElement>('main .keys-hint')].map(hint => ['', hint.textContent!.trim()]),
  ]))
  const close = document.createElement('button')
  close.textContent = t('keys.close')
  close.addEventListener('click', () => dialog.close())
  dialog.append(close)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

function section(name: string, keys: string[][]): HTMLElement[] {
  if (keys.length === 0) return []
  const title = document.createElement('h3')
  title.textContent = name
  const list = document.createElement('dl')
  for (const [key, what] of keys) {
    const term = document.createElement('dt')
    for (const part of key!.split(' ').filter(part => part !== '')) {
      const cap = document.createElement('kbd')
      cap.textContent = part
      term.append(cap, ' ')
    }
    const meaning = document.createElement('dd')
    meaning.textContent = what!
    list.append(term, meaning)
  }
  return [title, list]
}

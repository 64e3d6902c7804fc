// Words that somebody else's change took away unseen: shown until their writer has let them go or put them back.
import { t } from '../texts.ts'
import type { Fields } from '../saving/fields.ts'
import type { Lost } from './sync.ts'

export interface Answers {
  putBack(fields: Fields): void
  putIn(words: string): void
}

export function showLost(place: HTMLElement, lost: Lost, answers: Answers) {
  const panel = document.createElement('section')
  panel.className = 'stale lost'
  panel.setAttribute('role', 'alert')
  const isBody = lost.field === 'Body'
  const what = document.createElement('p')
  const by = lost.by || t('conflict.somebody')
  what.textContent = isBody ? t('lost.passage', { name: by }) : t('lost.field', { name: by, field: nameOf(lost.field) })
  const words = document.createElement('blockquote')
  words.dir = 'auto'
  words.textContent = lost.words || t('conflict.nothing')
  const actions = document.createElement('div')
  actions.className = 'actions'
  const button = (key: string, act: () => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = t(key)
    made.addEventListener('click', () => { panel.remove(); act() })
    actions.append(made)
  }
  if (isBody) button('lost.putIn', () => answers.putIn(lost.words))
  else button('lost.putBack', () => answers.putBack(lost.values!))
  button('lost.letGo', () => {})
  panel.append(what, words, actions)
  place.prepend(panel)
}

/** As the form calls it. */
function nameOf(field: string) {
  const control = document.querySelector<HTMLInputElement>(`#article [name="${CSS.escape(field)}"]`)
  return (control?.labels?.[0]?.textContent ?? control?.getAttribute('aria-label') ?? field).trim()
}

// Two texts of one story: both are shown, and the person chooses. Nothing is thrown away unseen.
import { t, time } from '../texts.ts'
import type { Block, Conflict, Content } from './merge.ts'

export interface Standing extends Content { savedAt?: string, savedBy?: string }

export function showConflict(place: HTMLElement, conflicts: Conflict[], mine: Content, theirs: Standing, decide: (content: Content) => void) {
  const panel = document.createElement('section')
  panel.className = 'stale'
  panel.setAttribute('role', 'alertdialog')
  panel.setAttribute('aria-label', t('conflict.title'))
  panel.tabIndex = -1
  const title = document.createElement('h2')
  title.textContent = t('conflict.title')
  const who = document.createElement('p')
  who.textContent = t('conflict.who', { name: theirs.savedBy || t('conflict.somebody'), time: time(theirs.savedAt ?? Date.now()) })
  panel.append(title, who, ...conflicts.map(both))

  const actions = document.createElement('div')
  actions.className = 'actions'
  const choose = (key: string, content: () => Content) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = t(key)
    button.addEventListener('click', () => { panel.remove(); decide(content()) })
    actions.append(button)
  }
  choose('conflict.mine', () => mine)
  choose('conflict.theirs', () => ({ fields: theirs.fields, body: theirs.body }))
  choose('conflict.both', () => bothTexts(mine, theirs))
  panel.append(actions)
  place.querySelector('.stale')?.remove()
  place.prepend(panel)
  panel.focus()
}

function both(conflict: Conflict) {
  const row = document.createElement('div')
  row.className = 'both'
  for (const [key, text] of [['conflict.yours', conflict.mine], ['conflict.other', conflict.theirs]] as const) {
    const side = document.createElement('div')
    const head = document.createElement('h3')
    head.textContent = t(key)
    const words = document.createElement('p')
    words.dir = 'auto'
    words.textContent = text || t('conflict.nothing')
    side.append(head, words)
    row.append(side)
  }
  return row
}

/** Mine, with each of their blocks that reads differently right after it: merged by hand from there. */
function bothTexts(mine: Content, theirs: Standing): Content {
  const id = (block: Block) => block.attrs?.['id']
  const content = mine.body.content.flatMap(block => {
    const other = theirs.body.content.find(candidate => id(candidate) === id(block))
    return other && JSON.stringify(other) !== JSON.stringify(block) ? [block, { ...other, attrs: { ...other.attrs, id: null } }] : [block]
  })
  const added = theirs.body.content.filter(block => !mine.body.content.some(candidate => id(candidate) === id(block)))
  return { fields: mine.fields, body: { ...mine.body, content: [...content, ...added] } }
}

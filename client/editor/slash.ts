// "/" at the start of a line lists what can be put in. Arrows and Enter choose; it is announced as a list box.
import { Extension } from '@tiptap/core'
import { Suggestion } from '@tiptap/suggestion'
import { t } from '../texts.ts'
import { matching, type Insertion } from './insertions.ts'

export const slash = Extension.create<{ all: Insertion[] }>({
  name: 'slash',
  addOptions: () => ({ all: [] }),
  addProseMirrorPlugins() {
    const all = this.options.all
    return [Suggestion<Insertion>({
      editor: this.editor,
      char: '/',
      startOfLine: true,
      allowSpaces: true, // “/fact box” names a thing
      items: ({ query }) => matching(all, query),
      command: ({ editor, range, props }) => { editor.chain().focus().deleteRange(range).run(); props.run(editor) },
      render: () => {
        const list = document.createElement('ul')
        list.className = 'slash'
        list.id = 'slash-menu'
        list.setAttribute('role', 'listbox')
        list.setAttribute('aria-label', t('insert'))
        let chosen = 0
        let items: Insertion[] = []
        let isSentence = false
        let choose: (item: Insertion) => void = () => {}
        const draw = (writing: HTMLElement) => {
          chosen = Math.min(chosen, Math.max(0, items.length - 1))
          list.replaceChildren(...items.length > 0 ? items.map((item, at) => option(item, at, at === chosen, () => choose(item))) : [nothing()])
          // What matches nothing and goes on is a sentence, not a wish.
          list.hidden = items.length === 0 && isSentence
          list.children[chosen]?.scrollIntoView({ block: 'nearest' })
          writing.setAttribute('aria-controls', list.id)
          writing.setAttribute('aria-activedescendant', `slash-${chosen}`)
        }
        return {
          onStart(props) {
            chosen = 0
            items = props.items
            isSentence = props.query.includes(' ')
            choose = item => props.command(item)
            document.body.append(list)
            draw(props.editor.view.dom)
            place(list, props.clientRect?.())
          },
          onUpdate(props) {
            items = props.items
            isSentence = props.query.includes(' ')
            choose = item => props.command(item)
            draw(props.editor.view.dom)
            place(list, props.clientRect?.())
          },
          onKeyDown({ event, view }) {
            if (items.length === 0) return false
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              chosen = (chosen + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length
              draw(view.dom)
              return true
            }
            if (event.key !== 'Enter' && event.key !== 'Tab') return false
            choose(items[chosen]!)
            return true
          },
          onExit(props) {
            list.remove()
            props.editor.view.dom.removeAttribute('aria-activedescendant')
            props.editor.view.dom.removeAttribute('aria-controls')
          },
        }
      },
    })]
  },
})

function option(item: Insertion, at: number, isChosen: boolean, choose: () => void) {
  const option = document.createElement('li')
  option.id = `slash-${at}`
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', String(isChosen))
  option.textContent = t(item.key)
  if (item.typed) {
    // What does the same when it is typed at the start of a line.
    const typed = document.createElement('kbd')
    typed.textContent = item.typed
    typed.setAttribute('aria-hidden', 'true')
    option.append(typed)
  }
  option.addEventListener('pointerdown', event => event.preventDefault()) // the selection stays in the text
  option.addEventListener('click', choose) // not before: a finger that scrolls the list chooses nothing
  return option
}

function nothing() {
  const words = document.createElement('li')
  words.id = 'slash-0'
  words.setAttribute('role', 'option')
  words.setAttribute('aria-disabled', 'true')
  words.textContent = t('insert.none')
  return words
}

/** Below the line that is written on; above it where there is more room. */
function place(list: HTMLElement, at: DOMRect | null | undefined) {
  if (!at) return
  const below = innerHeight - at.bottom
  const isAbove = below < list.offsetHeight + 16 && at.top > below
  list.style.maxBlockSize = `${Math.max(120, (isAbove ? at.top : below) - 16)}px`
  list.style.insetBlockStart = `${isAbove ? at.top + scrollY - Math.min(list.offsetHeight, at.top - 16) - 4 : at.bottom + scrollY + 4}px`
  list.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - list.offsetWidth - 8)) + scrollX}px`
}

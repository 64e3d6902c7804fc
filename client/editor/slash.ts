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
        let choose: (item: Insertion) => void = () => {}
        const draw = (writing: HTMLElement) => {
          chosen = Math.min(chosen, Math.max(0, items.length - 1))
          list.replaceChildren(...items.map((item, at) => {
            const option = document.createElement('li')
            option.id = `slash-${at}`
            option.setAttribute('role', 'option')
            option.setAttribute('aria-selected', String(at === chosen))
            option.textContent = t(item.key)
            option.addEventListener('pointerdown', event => { event.preventDefault(); choose(item) })
            return option
          }))
          list.hidden = items.length === 0
          writing.setAttribute('aria-activedescendant', `slash-${chosen}`)
        }
        return {
          onStart(props) {
            items = props.items
            choose = item => props.command(item)
            document.body.append(list)
            place(list, props.clientRect?.())
            draw(props.editor.view.dom)
          },
          onUpdate(props) {
            items = props.items
            choose = item => props.command(item)
            place(list, props.clientRect?.())
            draw(props.editor.view.dom)
          },
          onKeyDown({ event, view }) {
            if (items.length === 0) return false
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              chosen = (chosen + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length
              draw(view.dom)
              return true
            }
            if (event.key !== 'Enter') return false
            choose(items[chosen]!)
            return true
          },
          onExit(props) {
            list.remove()
            props.editor.view.dom.removeAttribute('aria-activedescendant')
          },
        }
      },
    })]
  },
})

function place(list: HTMLElement, at: DOMRect | null | undefined) {
  if (!at) return
  list.style.insetBlockStart = `${at.bottom + scrollY + 4}px`
  list.style.left = `${at.left + scrollX}px`
}

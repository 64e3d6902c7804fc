// The bar of formats: above the text on a desk, at the thumb on a phone.
import type { Editor } from '@tiptap/core'
import { t } from '../texts.ts'
import type { Insertion } from './insertions.ts'
import { toolbar, toolButton } from './toolbar.ts'

export function formatBar(editor: Editor, all: Insertion[], link: () => void, find: () => void): HTMLElement {
  const bar = toolbar(editor, t('bar'))
  bar.className = 'format-bar'

  const button = (key: string, sign: string, act: () => void, active?: () => boolean) => {
    const made = toolButton(bar, t(key), sign, act)
    made.className = `format ${key.replace('.', '-')}`
    if (active) editor.on('transaction', () => made.setAttribute('aria-pressed', String(active())))
  }
  const mark = (name: string, sign: string) => button(`format.${name}`, sign, () => editor.chain().focus().toggleMark(name).run(), () => editor.isActive(name))

  mark('bold', 'B')
  mark('italic', 'I')
  button('format.link', t('format.linkSign'), link, () => editor.isActive('link'))
  button('format.heading', 'H', () => editor.chain().focus().toggleNode('heading', 'paragraph', { level: 2 }).run(), () => editor.isActive('heading'))
  button('format.quote', '“', () => editor.chain().focus().toggleWrap('blockquote').run(), () => editor.isActive('blockquote'))
  button('format.bullets', '•', () => editor.chain().focus().toggleList('bulletList', 'listItem').run(), () => editor.isActive('bulletList'))

  const insert = document.createElement('select')
  insert.setAttribute('aria-label', t('insert'))
  insert.tabIndex = -1
  insert.add(new Option(t('insert'), ''))
  all.forEach((one, at) => insert.add(new Option(t(one.key), String(at))))
  insert.addEventListener('input', event => event.stopPropagation())
  insert.addEventListener('change', event => {
    event.stopPropagation()
    const chosen = all[Number(insert.value)]
    if (insert.value && chosen) chosen.run(editor)
    insert.value = ''
  })
  bar.append(insert)
  button('format.find', t('format.findSign'), find)
  return bar
}

// The bar of formats: above the text on a desk, at the thumb on a phone. One tab stop; arrows move inside it.
import type { Editor } from '@tiptap/core'
import { t } from '../texts.ts'
import type { Insertion } from './insertions.ts'

export function formatBar(editor: Editor, all: Insertion[], link: () => void, find: () => void): HTMLElement {
  const bar = document.createElement('div')
  bar.className = 'format-bar'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', t('bar'))

  const button = (key: string, sign: string, act: () => void, active?: () => boolean) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = sign
    made.title = t(key)
    made.setAttribute('aria-label', t(key))
    made.className = `format ${key.replace('.', '-')}`
    made.addEventListener('pointerdown', event => event.preventDefault()) // the selection stays in the text
    made.addEventListener('click', act)
    if (active) editor.on('transaction', () => made.setAttribute('aria-pressed', String(active())))
    bar.append(made)
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
  insert.add(new Option(t('insert'), ''))
  all.forEach((one, at) => insert.add(new Option(t(one.key), String(at))))
  insert.addEventListener('change', () => { if (insert.value) all[Number(insert.value)]!.run(editor); insert.value = '' })
  bar.append(insert)
  button('format.find', t('format.findSign'), find)

  bar.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step || event.target === insert) return
    const stops = [...bar.querySelectorAll<HTMLElement>('button, select')]
    const rtl = getComputedStyle(bar).direction === 'rtl' ? -1 : 1
    stops[(stops.indexOf(event.target as HTMLElement) + step * rtl + stops.length) % stops.length]?.focus()
  })
  return bar
}

// Find in the text: every place is marked, Enter goes to the next.
import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Node } from '@tiptap/pm/model'
import { t } from '../texts.ts'

const key = new PluginKey<string>('find')

export const finding = Extension.create({
  name: 'finding',
  addProseMirrorPlugins: () => [new Plugin<string>({
    key,
    state: { init: () => '', apply: (transaction, words) => transaction.getMeta(key) ?? words },
    props: { decorations: state => DecorationSet.create(state.doc, places(state.doc, key.getState(state) ?? '').map(([from, to]) => Decoration.inline(from, to, { class: 'found' }))) },
  })],
})

function places(doc: Node, words: string): [number, number][] {
  const found: [number, number][] = []
  if (!words) return found
  const wanted = words.toLocaleLowerCase()
  doc.descendants((node, at) => {
    if (!node.isTextblock) return
    const text = node.textBetween(0, node.content.size, undefined, '\ufffc').toLocaleLowerCase()
    for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) found.push([at + 1 + from, at + 1 + from + wanted.length])
  })
  return found
}

export function findBar(editor: Editor): { bar: HTMLElement, open: () => void } {
  const bar = document.createElement('div')
  bar.className = 'find'
  bar.hidden = true
  bar.setAttribute('role', 'search')
  const input = document.createElement('input')
  input.type = 'search'
  input.dir = 'auto'
  input.setAttribute('aria-label', t('find'))
  const count = document.createElement('output')
  const show = () => {
    editor.view.dispatch(editor.state.tr.setMeta(key, input.value))
    count.textContent = t('find.count', { count: places(editor.state.doc, input.value).length })
  }
  const next = () => {
    const found = places(editor.state.doc, input.value)
    const place = found.find(([from]) => from > editor.state.selection.from) ?? found[0]
    if (place) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, ...place)).scrollIntoView())
  }
  input.addEventListener('input', event => { event.stopPropagation(); show() })
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') { event.preventDefault(); next() }
    if (event.key === 'Escape') { bar.hidden = true; input.value = ''; show(); editor.commands.focus() }
  })
  bar.append(input, count)
  return { bar, open: () => { bar.hidden = false; input.focus(); input.select() } }
}

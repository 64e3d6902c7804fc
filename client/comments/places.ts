// Where the threads stand in the open text: words that carry a comment's mark, or a whole block.
import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { passes } from '../suggestions/mode.ts'
import type { Thread } from './threads.ts'

export interface Place { from: number, to: number }

const key = new PluginKey<{ threads: Thread[], chosen: string | null }>('comments')

export const show = (editor: Editor, threads: Thread[], chosen: string | null) => editor.view.dispatch(editor.state.tr.setMeta(key, { threads, chosen }))

const has = (node: Node, id: string) => node.marks.some(mark => mark.type.name === 'comment' && mark.attrs['id'] === id)

/** Null when what it is about is gone. */
export function placeOf(doc: Node, thread: Thread): Place | null {
  let place: Place | null = null
  doc.descendants((node, at) => {
    if (thread.kind === 'block' && node.attrs['id'] === thread.key) place = { from: at, to: at + node.nodeSize }
    if (thread.kind === 'words' && node.isInline && has(node, thread.key)) place = { from: place?.from ?? at, to: at + node.nodeSize }
    return true
  })
  return place
}

export const wordsAt = (doc: Node, { from, to }: Place) => doc.textBetween(from, to, ' ', ' ').trim()

/** Marks the selected words; the whole block where none are selected. */
export function mark(editor: Editor, id: string): string {
  const { state } = editor
  const { $from, from, to, empty } = state.selection
  const place = empty ? { from: $from.start(), to: $from.end() } : { from, to }
  editor.view.dispatch(state.tr.addMark(place.from, place.to, state.schema.marks['comment']!.create({ id })).setMeta(passes, true))
  return wordsAt(state.doc, place)
}

/** A thread that never came to be leaves no mark. */
export function unmark(editor: Editor, id: string) {
  const change = editor.state.tr
  editor.state.doc.descendants((node, at) => {
    if (node.isInline && has(node, id)) change.removeMark(at, at + node.nodeSize, editor.schema.marks['comment']!.create({ id }))
  })
  if (change.docChanged) editor.view.dispatch(change.setMeta(passes, true))
}

export function goTo(editor: Editor, place: Place) {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(place.from), 1)).scrollIntoView())
  editor.view.focus()
}

/** The thread that the cursor stands in. */
export function threadAt(state: EditorState): Thread | null {
  const { threads } = key.getState(state) ?? { threads: [] }
  const { from, to } = state.selection
  return threads.find(thread => { const place = placeOf(state.doc, thread); return place !== null && place.from <= from && place.to >= to }) ?? null
}

export const places = Extension.create<{ chosen: (thread: Thread) => void, comment: () => void }>({
  name: 'comments',
  addOptions: () => ({ chosen: () => {}, comment: () => {} }),
  addKeyboardShortcuts() {
    return { 'Mod-Alt-m': () => { this.options.comment(); return true } }
  },
  addProseMirrorPlugins() {
    const { options } = this
    return [new Plugin<{ threads: Thread[], chosen: string | null }>({
      key,
      state: { init: () => ({ threads: [], chosen: null }), apply: (transaction, now) => transaction.getMeta(key) ?? now },
      props: {
        decorations(state) {
          const { threads, chosen } = key.getState(state)!
          return DecorationSet.create(state.doc, threads.flatMap(thread => {
            const place = placeOf(state.doc, thread)
            if (!place) return []
            const look = { class: thread.id === chosen ? 'commented chosen' : 'commented' }
            return [thread.kind === 'block' ? Decoration.node(place.from, place.to, look) : Decoration.inline(place.from, place.to, look)]
          }))
        },
        handleClick(view) {
          const thread = view.state.selection.empty ? threadAt(view.state) : null
          if (thread) options.chosen(thread)
          return false
        },
      },
    })]
  },
})

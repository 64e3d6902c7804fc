// Blocks are put in, taken out, moved and left by the same few acts, whether by key, by menu or by a button on them.
import { Extension, type Editor, type JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Blocks with a view of their own: more than text. */
export const framed = ['picture', 'gallery', 'embed', 'file', 'pullQuote', 'factBox', 'relatedBox', 'rule', 'table']

/**
 * Puts a block where the cursor is: in the place of an empty paragraph, else after the nearest block that it may follow.
 * The cursor goes into it, and below the last block there is always a line to write on.
 */
export function putBlock(editor: Editor, content: JSONContent, at = editor.state.selection.to) {
  const { state } = editor
  const node = state.schema.nodeFromJSON(content)
  const transaction = state.tr
  const { from, to } = placeFor(state, node, at)
  transaction.replaceWith(from, to, node)
  const end = from + node.nodeSize
  if (end === transaction.doc.content.size) transaction.insert(end, state.schema.nodes['paragraph']!.create())
  const inside = node.isAtom || node.type.name === 'gallery' ? null : Selection.findFrom(transaction.doc.resolve(from + 1), 1, true)
  transaction.setSelection(inside ?? NodeSelection.create(transaction.doc, from))
  editor.view.dispatch(transaction.scrollIntoView())
  editor.view.focus()
}

function placeFor(state: EditorState, node: Node, at: number): { from: number, to: number } {
  const $at = state.doc.resolve(Math.min(at, state.doc.content.size))
  for (let depth = $at.depth; depth > 0; depth--) {
    const [parent, index] = [$at.node(depth - 1), $at.index(depth - 1)]
    const here = $at.node(depth)
    const isEmpty = here.type.name === 'paragraph' && here.content.size === 0
    if (isEmpty && parent.canReplaceWith(index, index + 1, node.type)) return { from: $at.before(depth), to: $at.after(depth) }
    if (parent.canReplaceWith(index + 1, index + 1, node.type)) return { from: $at.after(depth), to: $at.after(depth) }
  }
  return { from: $at.pos, to: $at.pos }
}

/** The innermost framed block at the selection. */
export function blockAt(state: EditorState): { node: Node, at: number } | null {
  const { selection } = state
  if (selection instanceof NodeSelection && framed.includes(selection.node.type.name)) return { node: selection.node, at: selection.from }
  for (let depth = selection.$from.depth; depth > 0; depth--) {
    if (framed.includes(selection.$from.node(depth).type.name)) return { node: selection.$from.node(depth), at: selection.$from.before(depth) }
  }
  return null
}

export function removeBlock(editor: Editor, at: number) {
  const transaction = editor.state.tr
  const node = transaction.doc.nodeAt(at)
  if (!node) return
  const $at = transaction.doc.resolve(at)
  // A gallery without pictures is none; a text without blocks is an empty line.
  if ($at.parent.type.name === 'gallery' && $at.parent.childCount === 1) return removeBlock(editor, $at.before())
  if ($at.parent.childCount === 1) transaction.replaceWith(at, at + node.nodeSize, editor.schema.nodes['paragraph']!.create())
  else transaction.delete(at, at + node.nodeSize)
  transaction.setSelection(Selection.near(transaction.doc.resolve(Math.min(at, transaction.doc.content.size)), 1))
  editor.view.dispatch(transaction.scrollIntoView())
  editor.view.focus()
}

/** Changes places with the block before or after it. */
export function moveBlock(editor: Editor, at: number, by: 1 | -1): boolean {
  const transaction = editor.state.tr
  const node = transaction.doc.nodeAt(at)
  if (!node) return false
  const $at = transaction.doc.resolve(at)
  const neighbour = by < 0 ? $at.nodeBefore : transaction.doc.resolve(at + node.nodeSize).nodeAfter
  if (!neighbour) return false
  const offset = editor.state.selection.from - at
  const to = by < 0 ? at - neighbour.nodeSize : at + neighbour.nodeSize
  transaction.delete(at, at + node.nodeSize).insert(to, node)
  transaction.setSelection(offset <= 0 && node.isAtom ? NodeSelection.create(transaction.doc, to) : Selection.near(transaction.doc.resolve(to + Math.max(0, offset))))
  editor.view.dispatch(transaction.scrollIntoView())
  return true
}

/** Writes on below a block: on the line that is there, or a new one. */
export function leaveBlock(editor: Editor, at: number): boolean {
  const transaction = editor.state.tr
  const $at = transaction.doc.resolve(at)
  const place = $at.depth > 0 ? $at.after(1) : at + transaction.doc.nodeAt(at)!.nodeSize
  const next = transaction.doc.resolve(place).nodeAfter
  if (next?.type.name !== 'paragraph' || next.content.size > 0) transaction.insert(place, editor.schema.nodes['paragraph']!.create())
  transaction.setSelection(TextSelection.create(transaction.doc, place + 1))
  editor.view.dispatch(transaction.scrollIntoView())
  editor.view.focus()
  return true
}

/** Goes into a block's own fields. */
export function enterFields(editor: Editor, at: number): boolean {
  const drawn = editor.view.nodeDOM(at)
  const field = drawn instanceof HTMLElement ? drawn.querySelector<HTMLElement>(':scope > .block-fields :is(input, textarea, select, button)') : null
  field?.focus()
  return field !== null
}

/** Goes from its fields back to the block itself. */
export function selectBlock(editor: Editor, at: number) {
  const node = editor.state.doc.nodeAt(at)
  if (!node) return
  const inText = editor.state.selection.from > at && editor.state.selection.to < at + node.nodeSize
  if (!inText) editor.view.dispatch(editor.state.tr.setSelection(node.isAtom || node.type.name === 'gallery' ? NodeSelection.create(editor.state.doc, at) : Selection.near(editor.state.doc.resolve(at + 1))))
  editor.view.focus()
}

const atBlock = (editor: Editor, act: (at: number) => boolean) => {
  const block = blockAt(editor.state)
  return block ? act(block.at) : false
}

export const blocks = Extension.create({
  name: 'blocks',
  priority: 200, // before the ordinary meaning of Enter
  addKeyboardShortcuts() {
    const { editor } = this
    return {
      'Alt-Enter': () => atBlock(editor, at => enterFields(editor, at)),
      Enter: () => (editor.state.selection instanceof NodeSelection && atBlock(editor, at => enterFields(editor, at))) || leavesEmptyLine(editor),
      'Mod-Enter': () => atBlock(editor, at => leaveBlock(editor, at)),
      'Mod-Shift-Backspace': () => atBlock(editor, at => { removeBlock(editor, at); return true }),
      'Alt-ArrowUp': () => atBlock(editor, at => moveBlock(editor, at, -1)),
      'Alt-ArrowDown': () => atBlock(editor, at => moveBlock(editor, at, 1)),
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin({ props: { decorations: state => chosen(state) } }),
    new Plugin({ appendTransaction: (transactions, _, state) => transactions.some(one => one.docChanged) ? withoutHollow(state) : null }),
  ],
})

/** Enter on an empty last line of a fact box leaves it, as it leaves a list. */
function leavesEmptyLine(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.depth < 2 || $from.parent.content.size > 0 || $from.node(-1).type.name !== 'factBox') return false
  if ($from.index(-1) !== $from.node(-1).childCount - 1 || $from.node(-1).childCount === 1) return false
  const transaction = editor.state.tr.delete($from.before(), $from.after())
  const end = transaction.mapping.map($from.after(-1))
  transaction.insert(end, editor.schema.nodes['paragraph']!.create()).setSelection(TextSelection.create(transaction.doc, end + 1))
  editor.view.dispatch(transaction.scrollIntoView())
  return true
}

// The block in hand shows its fields; the others look as readers will see them.
function chosen(state: EditorState): DecorationSet {
  const marks: Decoration[] = []
  const { selection } = state
  for (let depth = selection.$from.depth; depth > 0; depth--) {
    if (framed.includes(selection.$from.node(depth).type.name)) marks.push(Decoration.node(selection.$from.before(depth), selection.$from.after(depth), { class: 'in-hand' }))
  }
  if (selection instanceof NodeSelection && framed.includes(selection.node.type.name)) marks.push(Decoration.node(selection.from, selection.to, { class: 'in-hand' }))
  return DecorationSet.create(state.doc, marks)
}

const needed: Record<string, string> = { picture: 'picture', file: 'file', embed: 'url' }

// Where a gallery's last picture is cut away, ProseMirror fills the hole with a picture of nothing, which no server takes.
function withoutHollow(state: EditorState): Transaction | null {
  const hollow: { from: number, to: number }[] = []
  state.doc.descendants((node, at) => {
    const isHollow = (one: Node) => needed[one.type.name] !== undefined && one.attrs[needed[one.type.name]!] === null
    const isEmpty = node.type.name === 'gallery' && node.content.content.every(isHollow)
    if (!isEmpty && !isHollow(node)) return true
    hollow.push({ from: at, to: at + node.nodeSize })
    return false
  })
  if (hollow.length === 0) return null
  const change = state.tr
  for (const { from, to } of hollow.reverse()) {
    if (change.doc.resolve(from).parent.childCount === 1) change.replaceWith(from, to, state.schema.nodes['paragraph']!.create())
    else change.delete(from, to)
  }
  return change
}

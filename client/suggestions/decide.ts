// Accepting and rejecting in the open text: the same as Document/SuggestionDecision.cs does where no script runs.
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { changeOf, markOf, type Kind, type Said } from './author.ts'
import { boundary } from './suggest.ts'

export interface Found { said: Said, inserted: string, deleted: string, kinds: Kind[], from: number, to: number }

/** Every suggestion of the text, in reading order. */
export function suggestionsOf(doc: Node): Found[] {
  const found = new Map<string, Found>()
  const at = (said: Said, from: number, to: number) => {
    const one = found.get(said.id) ?? { said, inserted: '', deleted: '', kinds: [], from, to }
    one.to = Math.max(one.to, to)
    found.set(said.id, one)
    return one
  }
  doc.descendants((node, place) => {
    const change = changeOf(node)
    if (change) at(change, place, place + (node.isTextblock ? 1 : node.nodeSize)).kinds.push(change.kind)
    if (!node.isInline) return
    const words = node.text ?? '\n'
    const [inserted, deleted] = [markOf(node, 'insertion'), markOf(node, 'deletion')]
    if (inserted) at(inserted, place, place + node.nodeSize).inserted += words
    if (deleted) at(deleted, place, place + node.nodeSize).deleted += words
  })
  return [...found.values()]
}

/** The suggestion at the cursor, or the next one after it. */
export function suggestionAt(state: EditorState): Found | null {
  const all = suggestionsOf(state.doc)
  const { from, to } = state.selection
  return all.find(one => one.from <= to && one.to >= from) ?? null
}

export function nextSuggestion(state: EditorState): Found | null {
  const all = suggestionsOf(state.doc)
  return all.find(one => one.from > state.selection.to) ?? all[0] ?? null
}

export function decide(state: EditorState, isAccepted: boolean, id?: string): Transaction {
  const out = state.tr
  const { schema } = state
  const concerns = (said: Said | null): said is Said => said !== null && (id === undefined || said.id === id)
  const joins: number[] = []
  const blocks: [number, number][] = []
  const texts: [number, number][] = []
  state.doc.descendants((node, at) => {
    const end = at + node.nodeSize
    const change = changeOf(node)
    if (concerns(change)) {
      const goes = change.kind === (isAccepted ? 'deletion' : 'insertion')
      if (goes) { blocks.push([at, end]); return false }
      if (change.kind === (isAccepted ? 'join' : 'split')) joins.push(at)
      out.setNodeAttribute(at, 'suggestion', null)
    }
    if (!node.isInline) return true
    const [inserted, deleted] = [markOf(node, 'insertion'), markOf(node, 'deletion')]
    if (concerns(isAccepted ? deleted : inserted)) texts.push([at, end])
    else {
      if (concerns(inserted)) out.removeMark(at, end, schema.marks['insertion'])
      if (concerns(deleted)) out.removeMark(at, end, schema.marks['deletion'])
    }
    return false
  })
  // Marks and attributes move nothing, so what follows still finds its places; from the end on, each finds its own.
  const start = out.steps.length
  const now = (at: number, assoc: -1 | 1 = 1) => out.mapping.slice(start).map(at, assoc)
  for (const [from, to] of texts.reverse()) out.delete(from, to)
  for (const [from, to] of blocks.reverse()) remove(out, now(from), now(to, -1))
  for (const at of joins.reverse()) join(out, now(at))
  return out
}

function remove(out: Transaction, from: number, to: number) {
  if (out.doc.resolve(from).depth === 0 && out.doc.childCount === 1) out.replaceWith(from, to, out.doc.type.schema.nodes['paragraph']!.create())
  else out.deleteRange(from, to)
}

function join(out: Transaction, at: number) {
  const block = out.doc.nodeAt(at)
  if (!block?.isTextblock) return
  const [between] = boundary(out.doc, at)
  if (between) out.delete(...between)
  else if (block.content.size === 0 && out.doc.resolve(at).parent.childCount > 1) out.delete(at, at + block.nodeSize)
}

export function goTo(state: EditorState, found: Found): Transaction {
  const $at = state.doc.resolve(Math.min(found.from + (state.doc.nodeAt(found.from)?.isTextblock ? 1 : 0), state.doc.content.size))
  return state.tr.setSelection(TextSelection.near($at)).scrollIntoView()
}

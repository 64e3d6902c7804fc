// What somebody does to the text, made into a suggestion of it: what she takes out stays and is marked, what she puts in
// is marked too. A change that cannot be suggested (a format, another kind of block) gives null, and nothing happens.
import { Fragment, Slice, type Node, type NodeType } from '@tiptap/pm/model'
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform'
import { begin, changeOf, isBy, markOf, type Said, type Who } from './author.ts'

interface Replacement { from: number, to: number, slice: Slice }

export function asSuggestion(done: Transaction, state: EditorState, who: Who): Transaction | null {
  const change = withoutStruck(done.before, replacementOf(done))
  if (!change || isFormat(done.before, change)) return null
  const said = neighbour(state.doc, change, who) ?? begin(who)
  const out = state.tr
  strike(out, change.from, change.to, who, said)
  const end = change.slice.size > 0 ? insert(out, change, said) : null
  out.setSelection(selectionAfter(out, state, change, end))
  if (end !== null) out.setStoredMarks(done.storedMarks)
  return out.scrollIntoView()
}

// One step says exactly where it was; several are taken by what came of them.
function replacementOf(done: Transaction): Replacement | null {
  const only = done.steps.length === 1 ? done.steps[0] : null
  if (only instanceof ReplaceStep) return { from: only.from, to: only.to, slice: only.slice }
  // What is pasted into an empty paragraph is put round what stands behind it, and that is nothing. Other steps of that kind lift or wrap.
  if (only instanceof ReplaceAroundStep && only.gapFrom === only.gapTo) return { from: only.from, to: only.gapFrom, slice: only.slice }
  if (!done.steps.every(step => step instanceof ReplaceStep)) return null
  const from = done.before.content.findDiffStart(done.doc.content)
  const end = done.before.content.findDiffEnd(done.doc.content)
  if (from === null || !end) return { from: 0, to: 0, slice: Slice.empty }
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, to: end.a + overlap, slice: done.doc.slice(from, end.b + overlap) }
}

// Chromium takes a letter before struck words that begin with a space, and writes those words anew beside it, unstruck. They are
// what they were: only the rest is a change.
function withoutStruck(before: Node, change: Replacement | null): Replacement | null {
  if (!change) return null
  const { from, slice } = change
  const put = slice.content.textBetween(0, slice.content.size, '\n', '\ufffc')
  if (put.length !== slice.size || !before.resolve(from).sameParent(before.resolve(change.to))) return change
  let same = 0
  while (same < put.length && from < change.to - same && isStruck(before, change.to - same) && before.textBetween(change.to - same - 1, change.to - same) === put.at(-1 - same)) same++
  return { from, to: change.to - same, slice: slice.size === same ? Slice.empty : new Slice(slice.content.cut(0, slice.size - same), 0, 0) }
}

function isStruck(doc: Node, at: number): boolean {
  const { nodeBefore } = doc.resolve(at)
  return nodeBefore !== null && markOf(nodeBefore, 'deletion') !== null
}

// The same words in another dress.
function isFormat(before: Node, { from, to, slice }: Replacement): boolean {
  const words = before.textBetween(from, to, '\n', '\ufffc')
  return from < to && slice.size > 0 && words !== '' && words === slice.content.textBetween(0, slice.content.size, '\n', '\ufffc')
}

/** What one goes on writing is one suggestion, and so is what one puts in the place of what one took out. */
function neighbour(doc: Node, { from, to }: Replacement, who: Who): Said | null {
  for (const at of new Set([from, to])) {
    const $at = doc.resolve(at)
    for (const node of [$at.nodeBefore, $at.nodeAfter]) {
      const said = node && ((node.isInline ? markOf(node, 'insertion') ?? markOf(node, 'deletion') : changeOf(node)))
      if (said && isBy(who, said)) return { id: said.id, author: said.author, by: said.by, at: said.at }
    }
    const own = $at.parent.isTextblock && $at.parentOffset === 0 ? changeOf($at.parent) : null
    if (own && isBy(who, own)) return { id: own.id, author: own.author, by: own.by, at: own.at }
  }
  return null
}

/** Blocks that go or come as one: what is in them has no words of its own beside. */
export const isWhole = (type: NodeType) => type.isAtom || type.spec.isolating === true || ['gallery', 'table', 'factBox'].includes(type.name)

function strike(out: Transaction, from: number, to: number, who: Who, said: Said) {
  if (from === to) return
  const { schema } = out.doc.type
  const inText = out.doc.resolve(from).parent.isTextblock
  const gone: [number, number][] = []
  const marked: [number, number][] = []
  const blocks: { at: number, kind: 'deletion' | 'join' }[] = []
  out.doc.nodesBetween(from, to, (node, at) => {
    const [start, end] = [Math.max(at, from), Math.min(at + node.nodeSize, to)]
    if (node.isInline) {
      const inserted = markOf(node, 'insertion')
      if (inserted && isBy(who, inserted)) gone.push([start, end])
      else if (!markOf(node, 'deletion')) marked.push([start, end])
      return false
    }
    if (at < from) return true
    const change = changeOf(node)
    const isMine = change !== null && isBy(who, change)
    if (isWhole(node.type)) {
      if (at + node.nodeSize > to) return true
      if (isMine && change.kind === 'insertion') gone.push([at, at + node.nodeSize])
      else if (!change) blocks.push({ at, kind: 'deletion' })
      return false
    }
    if (!node.isTextblock) return true
    const isCovered = at + node.nodeSize <= to
    if (isMine && change.kind === 'split' && (inText || isCovered)) gone.push(...boundary(out.doc, at))
    else if (!change && inText) blocks.push({ at, kind: 'join' })
    else if (!change && isCovered) blocks.push({ at, kind: 'deletion' })
    return true
  })

  const start = out.steps.length
  const now = (at: number, assoc: -1 | 1 = 1) => out.mapping.slice(start).map(at, assoc)
  for (const [one, other] of marked) out.addMark(one, other, schema.marks['deletion']!.create(said))
  for (const { at, kind } of blocks) out.setNodeAttribute(at, 'suggestion', { kind, ...said })
  for (const [one, other] of gone.sort(([one], [other]) => other - one)) if (now(one) < now(other, -1)) out.delete(now(one), now(other, -1))
}

/** From the end of the text right before to the beginning of this block's; nothing where something else stands between. */
export function boundary(doc: Node, at: number): [number, number][] {
  const before = Selection.findFrom(doc.resolve(at), -1, true)
  if (!before) return []
  let isFree = true
  doc.nodesBetween(before.from, at + 1, (node, place) => {
    const isOpen = ['insertion', 'deletion'].includes(changeOf(node)?.kind ?? '') // decided later, it would take words of its neighbours along
    if ((isWhole(node.type) || isOpen) && !(place < before.from && place + node.nodeSize > at + 1)) isFree = false
    return isFree && !node.type.isAtom
  })
  return isFree ? [[before.from, at + 1]] : []
}

/** Puts it where the words that it replaces end; where several blocks are replaced, before them. Returns where it ends. */
function insert(out: Transaction, { from, to, slice }: Replacement, said: Said): number {
  const [$from, $to] = [out.doc.resolve(out.mapping.map(from, -1)), out.doc.resolve(out.mapping.map(to))]
  const place = $from.sameParent($to) ? past(out.doc, $to.pos, said) : $from.pos
  const size = out.doc.content.size
  out.replace(place, place, new Slice(inserted(slice.content, said), slice.openStart, slice.openEnd))
  const end = place + out.doc.content.size - size
  out.doc.nodesBetween(place, end, (node, at) => {
    if (node.isTextblock && at >= place && at < end && !changeOf(node)) out.setNodeAttribute(at, 'suggestion', { kind: 'split', ...said })
    return !isWhole(node.type)
  })
  return end
}

/** What is new stands behind what it replaces. */
function past(doc: Node, place: number, said: Said): number {
  const $place = doc.resolve(place)
  if ($place.nodeBefore && markOf($place.nodeBefore, 'insertion')?.id === said.id) return place
  for (let after = $place.nodeAfter; after && markOf(after, 'deletion')?.id === said.id; after = doc.resolve(place).nodeAfter) place += after.nodeSize
  return place
}

function inserted(content: Fragment, said: Said): Fragment {
  const nodes: Node[] = []
  content.forEach(node => {
    if (node.isInline) {
      const mark = node.type.schema.marks['insertion']!.create(said)
      nodes.push(node.mark(mark.addToSet(node.marks.filter(one => !['deletion', 'insertion', 'comment'].includes(one.type.name)))))
    } else if (isWhole(node.type)) nodes.push(node.type.create({ ...node.attrs, suggestion: { kind: 'insertion', ...said } }, node.content, node.marks))
    else nodes.push(node.type.create('suggestion' in node.attrs ? { ...node.attrs, suggestion: null } : node.attrs, inserted(node.content, said), node.marks))
  })
  return Fragment.fromArray(nodes)
}

// Backspace goes on to the left of what it struck, Delete to the right of it.
function selectionAfter(out: Transaction, state: EditorState, { from, to }: Replacement, end: number | null): Selection {
  if (end !== null) return Selection.near(out.doc.resolve(end), -1)
  const isForward = state.selection.empty && state.selection.head <= from
  const at = out.mapping.map(isForward ? to : from, isForward ? 1 : -1)
  const $at = out.doc.resolve(at)
  return $at.parent.inlineContent ? TextSelection.create(out.doc, at) : Selection.near($at, isForward ? 1 : -1)
}

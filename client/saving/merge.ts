// Two texts that began from the same one. What only one side changed is taken from that side; a field or a block that
// both changed differently is a conflict, and a person decides.
import { canonical, type Fields } from './fields.ts'

export interface Block { type: string, attrs?: Record<string, unknown>, content?: Block[], [more: string]: unknown }
export interface Body { type: 'doc', attrs?: Record<string, unknown>, content: Block[] }
export interface Content { fields: Fields, body: Body }

export interface Conflict { where: string, mine: string, theirs: string }
export interface Merged { content: Content, conflicts: Conflict[] }

const bylines = ['BylineContributor', 'BylineName', 'BylineRole']
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

export const sameContent = (one: Content, other: Content) =>
  same(sorted(canonical(one.fields)), sorted(canonical(other.fields))) && same(one.body.content, other.body.content)

const sorted = (fields: Fields) => Object.entries(fields).filter(([, values]) => values.length > 0).sort(([one], [other]) => one < other ? -1 : 1)

/** What stands in a conflict is mine; theirs is told beside it. */
export function merge(base: Content, mine: Content, theirs: Content): Merged {
  const conflicts: Conflict[] = []
  const fields = mergeFields(canonical(base.fields), canonical(mine.fields), canonical(theirs.fields), conflicts)
  const content = mergeBlocks(base.body.content, mine.body.content, theirs.body.content, conflicts)
  return { content: { fields, body: { ...mine.body, content } }, conflicts }
}

function mergeFields(base: Fields, mine: Fields, theirs: Fields, conflicts: Conflict[]): Fields {
  const merged: Fields = {}
  const groups = new Map<string, string[]>()
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const group = bylines.includes(name) ? 'Bylines' : name // a row of the byline is one thing
    groups.set(group, [...groups.get(group) ?? [], name])
  }
  for (const [group, names] of groups) {
    const of = (fields: Fields) => names.map(name => fields[name] ?? [])
    const unchanged = same(of(mine), of(base))
    if (!unchanged && !same(of(theirs), of(base)) && !same(of(mine), of(theirs))) {
      conflicts.push({ where: group, mine: of(mine).flat().join(' '), theirs: of(theirs).flat().join(' ') })
    }
    for (const name of names) merged[name] = (unchanged ? theirs[name] : mine[name]) ?? []
  }
  return merged
}

const id = (block: Block) => String(block.attrs?.['id'] ?? '')
const byId = (blocks: Block[]) => new Map(blocks.map(block => [id(block), block]))

export function textOf(block: Block | undefined): string {
  if (!block) return ''
  const inner = (block.content ?? []).map(textOf).join(block.type === 'paragraph' || block.type === 'heading' ? '' : '\n')
  return typeof block['text'] === 'string' ? block['text'] : inner
}

function mergeBlocks(base: Block[], mine: Block[], theirs: Block[], conflicts: Conflict[]): Block[] {
  if (same(mine, base) || same(mine, theirs)) return theirs
  if (same(theirs, base)) return mine

  const [old, my, their] = [byId(base), byId(mine), byId(theirs)]
  const merged = theirs.flatMap(block => {
    const before = old.get(id(block))
    const ours = my.get(id(block))
    if (!before && !ours) return [block] // they added it
    if (!ours) {
      if (same(block, before)) return [] // I took it out
      conflicts.push({ where: 'body', mine: '', theirs: textOf(block) })
      return [block]
    }
    if (same(ours, before) || same(ours, block)) return [block]
    if (!same(block, before)) conflicts.push({ where: 'body', mine: textOf(ours), theirs: textOf(block) })
    return [ours]
  })

  mine.forEach((block, at) => {
    if (their.has(id(block))) return
    const before = old.get(id(block))
    if (before && same(before, block)) return // they took it out
    if (before) conflicts.push({ where: 'body', mine: textOf(block), theirs: '' })
    const previous = mine.slice(0, at).reverse().map(id).find(candidate => merged.some(there => id(there) === candidate))
    merged.splice(previous === undefined ? 0 : merged.findIndex(there => id(there) === previous) + 1, 0, block)
  })
  return merged
}

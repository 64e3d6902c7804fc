// Who suggests, and what a suggestion carries: the same members as Document/Suggestion.cs.
import type { Node } from '@tiptap/pm/model'
import { newId } from '../editor/ids.ts'

export interface Who { id: string | null, name: string }

export interface Said { id: string, author: string, by: string | null, at: string }

export type Kind = 'insertion' | 'deletion' | 'split' | 'join'

export interface Change extends Said { kind: Kind }

export const begin = (who: Who): Said => ({ id: newId(), author: who.name, by: who.id, at: new Date().toISOString().replace(/\.\d+Z$/, 'Z') })

export const isBy = (who: Who, said: Said) => said.by === who.id && (who.id !== null || said.author === who.name)

export const changeOf = (node: Node) => (node.attrs['suggestion'] ?? null) as Change | null

/** What is suggested of a piece of text. */
export function markOf(node: Node, name: 'insertion' | 'deletion'): Said | null {
  return (node.marks.find(mark => mark.type.name === name)?.attrs ?? null) as Said | null
}

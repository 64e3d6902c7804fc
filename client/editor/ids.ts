// Every block has an id that stays with it: versions, comments and merges find it by that.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { nodesWithId } from './schema.ts'

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), byte => alphabet[byte % alphabet.length]).join('')
}

export const blockIds = Extension.create({
  name: 'blockIds',
  addProseMirrorPlugins: () => [new Plugin({
    appendTransaction(transactions, _, state) {
      if (!transactions.some(transaction => transaction.docChanged)) return null
      const seen = new Set<string>()
      const change = state.tr
      state.doc.descendants((node, at) => {
        if (!nodesWithId.includes(node.type.name)) return
        const id = node.attrs['id'] as string | null
        if (id && !seen.has(id)) return void seen.add(id)
        const fresh = newId()
        seen.add(fresh)
        change.setNodeAttribute(at, 'id', fresh)
      })
      // An id is no typing of the writer's: undo must not stop at it.
      return change.docChanged ? change.setMeta('addToHistory', false) : null
    },
  })],
})

// What the slash menu and the bar's "Insert" offer.
import type { Editor, JSONContent } from '@tiptap/core'
import { t } from '../texts.ts'

export interface Insertion { key: string, run: (editor: Editor) => void }

const empty: JSONContent = { type: 'paragraph' }
const put = (content: JSONContent) => (editor: Editor) => void editor.chain().focus().insertContent(content).run()
const cells = (type: string) => Array.from({ length: 3 }, () => ({ type, content: [empty] }))

export function insertions(pickPictures: () => void): Insertion[] {
  return [
    { key: 'insert.heading', run: editor => editor.chain().focus().setNode('heading', { level: 2 }).run() },
    { key: 'insert.subheading', run: editor => editor.chain().focus().setNode('heading', { level: 3 }).run() },
    { key: 'insert.picture', run: pickPictures },
    { key: 'insert.bullets', run: editor => editor.chain().focus().toggleList('bulletList', 'listItem').run() },
    { key: 'insert.numbers', run: editor => editor.chain().focus().toggleList('orderedList', 'listItem').run() },
    { key: 'insert.quote', run: editor => editor.chain().focus().toggleWrap('blockquote').run() },
    { key: 'insert.pullQuote', run: put({ type: 'pullQuote' }) },
    { key: 'insert.factBox', run: put({ type: 'factBox', content: [empty] }) },
    { key: 'insert.table', run: put({ type: 'table', content: [{ type: 'tableRow', content: cells('tableHeader') }, { type: 'tableRow', content: cells('tableCell') }] }) },
    { key: 'insert.rule', run: put({ type: 'rule' }) },
  ]
}

export const matching = (all: Insertion[], words: string) => all.filter(one => t(one.key).toLowerCase().includes(words.toLowerCase()))

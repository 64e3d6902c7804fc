// What the slash menu and the bar's "Insert" offer, and what the blocks so made can be changed into.
import type { Editor, JSONContent } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { ask } from '../library/ask.ts'
import { chooseFile } from '../library/files.ts'
import { choosePictures, type Picture } from '../library/pictures.ts'
import { chooseStories } from '../library/stories.ts'
import { t } from '../texts.ts'
import { safeAddress } from './addresses.ts'
import { putBlock } from './blocks.ts'

export interface Insertion { key: string, typed?: string, run: (editor: Editor) => unknown }

/** Something that can be done with a block that stands in the text. */
export interface Act { key: string, run: (editor: Editor, node: Node, at: number) => unknown }

/** Who asks: the token of her form, and the article beside which stories are looked for. */
export interface Writer { token: () => string, article: string }

const empty: JSONContent = { type: 'paragraph' }
const put = (content: JSONContent) => (editor: Editor) => putBlock(editor, content)
const cells = (type: string) => Array.from({ length: 3 }, () => ({ type, content: [empty] }))
const row = (type: string): JSONContent => ({ type: 'tableRow', content: cells(type) })
const toPicture = (picture: Picture): JSONContent => ({ type: 'picture', attrs: { picture: picture.id } })
const mostStories = 20

export function insertions({ token, article }: Writer): Insertion[] {
  return [
    { key: 'insert.heading', typed: '##', run: editor => editor.chain().focus().setNode('heading', { level: 2 }).run() },
    { key: 'insert.subheading', typed: '###', run: editor => editor.chain().focus().setNode('heading', { level: 3 }).run() },
    { key: 'insert.smallHeading', typed: '####', run: editor => editor.chain().focus().setNode('heading', { level: 4 }).run() },
    { key: 'insert.picture', run: editor => choosing(editor, async () => (await choosePictures(token(), true)).map(toPicture)) },
    { key: 'insert.gallery', run: editor => choosing(editor, async () => galleryOf(await choosePictures(token(), true))) },
    { key: 'insert.bullets', typed: '-', run: editor => editor.chain().focus().toggleList('bulletList', 'listItem').run() },
    { key: 'insert.numbers', typed: '1.', run: editor => editor.chain().focus().toggleList('orderedList', 'listItem').run() },
    { key: 'insert.quote', typed: '>', run: editor => editor.chain().focus().toggleWrap('blockquote').run() },
    { key: 'insert.pullQuote', run: put({ type: 'pullQuote' }) },
    { key: 'insert.factBox', run: put({ type: 'factBox', content: [empty] }) },
    { key: 'insert.table', run: put({ type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] }) },
    { key: 'insert.embed', run: editor => choosing(editor, async () => { const url = await askAddress('https://'); return url ? [{ type: 'embed', attrs: { url } }] : [] }) },
    { key: 'insert.file', run: editor => choosing(editor, async () => { const file = await chooseFile(token()); return file ? [{ type: 'file', attrs: { file: file.id } }] : [] }) },
    { key: 'insert.related', run: editor => choosing(editor, async () => { const articles = (await chooseStories(article)).map(story => story.id).slice(0, mostStories); return articles.length > 0 ? [{ type: 'relatedBox', attrs: { articles } }] : [] }) },
    { key: 'insert.rule', typed: '---', run: put({ type: 'rule' }) },
  ]
}

export function blockActs({ token, article }: Writer): Record<string, Act[]> {
  return {
    picture: [{ key: 'picture.other', run: async (editor, _, at) => { const [picture] = await choosePictures(token(), false); if (picture) set(editor, at, 'picture', picture.id) } }],
    gallery: [{ key: 'gallery.add', run: async (editor, node, at) => { const more = await choosePictures(token(), true); insertInto(editor, at + node.nodeSize - 1, more.map(toPicture)) } }],
    embed: [{ key: 'embed.other', run: async (editor, node, at) => { const url = await askAddress(node.attrs['url']); if (url) set(editor, at, 'url', url) } }],
    file: [{ key: 'file.other', run: async (editor, _, at) => { const file = await chooseFile(token()); if (file) set(editor, at, 'file', file.id) } }],
    relatedBox: [{ key: 'relatedBox.add', run: async (editor, node, at) => { const more = await chooseStories(article); set(editor, at, 'articles', [...new Set([...node.attrs['articles'] as string[], ...more.map(story => story.id)])].slice(0, mostStories)) } }],
  }
}

const galleryOf = (chosen: Picture[]): JSONContent[] => chosen.length > 0 ? [{ type: 'gallery', content: chosen.map(toPicture) }] : []

const askAddress = (value: string) => ask({
  title: t('embed.ask'), label: t('embed.address'), value, type: 'url',
  problem: answer => /^https?:/i.test(answer) && safeAddress(answer) ? null : t('embed.wrong'),
})

/**
 * Asks, and is back in the text where it was, with what was chosen if anything was. A browser that gives the focus back after
 * a dialog may put the cursor at the beginning of the text, so the place is remembered here.
 */
async function choosing(editor: Editor, choose: () => Promise<JSONContent[]>) {
  const { doc, selection } = editor.state
  const place = selection.getBookmark()
  const chosen = await choose()
  editor.view.focus()
  if (editor.state.doc.eq(doc)) editor.view.dispatch(editor.state.tr.setSelection(place.resolve(editor.state.doc)))
  for (const block of chosen) putBlock(editor, block)
}

function set(editor: Editor, at: number, attr: string, value: unknown) {
  if (editor.state.doc.nodeAt(at)?.type.spec.attrs?.[attr]) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, attr, value))
}

function insertInto(editor: Editor, at: number, content: JSONContent[]) {
  editor.view.dispatch(editor.state.tr.insert(at, content.map(one => editor.schema.nodeFromJSON(one))))
}

export const matching = (all: Insertion[], words: string) => all.filter(one => t(one.key).toLowerCase().includes(words.toLowerCase()))

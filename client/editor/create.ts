// The editor of the body, put together.
import { Editor, type Extensions } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions'
import { ask } from '../library/ask.ts'
import { upload } from '../library/pictures.ts'
import { t } from '../texts.ts'
import { safeAddress } from './addresses.ts'
import { formatBar } from './bar.ts'
import { blocks, putBlock } from './blocks.ts'
import { findBar, finding } from './find.ts'
import { blockIds } from './ids.ts'
import { blockActs, insertions } from './insertions.ts'
import { keys } from './keys.ts'
import { pasting } from './paste.ts'
import { schemaExtensions } from './schema.ts'
import { cursorFirst } from './selection.ts'
import { slash } from './slash.ts'
import { tableBar, tables } from './table.ts'
import { blockViews } from './views.ts'
import { passes } from '../suggestions/mode.ts'
import type { Body } from '../saving/merge.ts'

export interface Options {
  place: HTMLElement, body: Body, token: () => string, say: (words: string) => void, changed: (steps: unknown[]) => void
  /** Beside which stories are looked for; none on a plain page. */
  article?: string
  /** What a page adds of its own. */
  more?: Extensions
}

export function createEditor({ place, body, token, say, changed, article = '', more = [] }: Options): Editor {
  const writing = document.createElement('div')
  const putPictures = async (files: File[], at: number) => {
    say(t('picture.sending', { count: files.length }))
    const { taken, problems } = await upload(files, token())
    // The first goes where it was dropped, each other one below the one before.
    taken.forEach((picture, number) => putBlock(editor, { type: 'picture', attrs: { picture: picture.id } }, number === 0 ? at : undefined))
    say(problems.join(' '))
  }
  const all = insertions({ token, article })
  const link = async () => {
    const now = editor.getAttributes('link')['href'] as string | undefined
    const answer = await ask({ title: t('link'), label: t('link.address'), value: now ?? 'https://', type: 'url', problem: typed => typed === '' || safeAddress(typed) ? null : t('link.wrong') })
    editor.view.focus()
    if (answer === null) return
    const href = safeAddress(answer)
    if (href) editor.chain().extendMarkRange('link').setMark('link', { href }).run()
    else editor.chain().extendMarkRange('link').unsetMark('link').run()
  }

  const editor = new Editor({
    element: writing,
    injectCSS: false, // the page allows no style of unknown origin; ours has the few rules
    content: body,
    extensions: [
      ...schemaExtensions(), cursorFirst, blockIds, blocks, blockViews.configure({ acts: blockActs({ token, article }) }), tables, finding,
      keys.configure({ link: () => void link(), find: () => find.open(), bar: () => toBar() }), slash.configure({ all }), pasting.configure({ upload: (files, at) => void putPictures(files, at) }),
      ...more, UndoRedo, Dropcursor, Gapcursor, Placeholder.configure({ placeholder: t('body.placeholder') }),
    ],
    editorProps: { attributes: { class: 'body-text', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': 'body-label', spellcheck: 'true' } },
    onTransaction: ({ transaction }) => { if (transaction.docChanged) changed(transaction.steps.map(step => step.toJSON())) },
  })
  const find = findBar(editor)
  const count = document.createElement('p')
  count.className = 'quiet words'
  const tell = () => {
    const words = (editor.state.doc.textBetween(0, editor.state.doc.content.size, ' ', ' ').match(/\S+/g) ?? []).length
    count.textContent = t('body.words', { count: words, minutes: Math.max(1, Math.round(words / 230)) })
  }
  editor.on('update', tell)
  tell()
  const bars = document.createElement('div')
  bars.className = 'bars'
  bars.append(formatBar(editor, all, () => void link(), () => find.open()), tableBar(editor), find.bar)
  const toBar = () => (bars.querySelector('.table-bar:not([hidden])') ?? bars).querySelector<HTMLElement>('[tabindex="0"]')?.focus()
  place.append(bars, writing, count)
  return editor
}

/** Puts another text in place, touching only what differs, so that a cursor elsewhere stays where it is. */
export function replaceBody(editor: Editor, body: Body) {
  const next = editor.schema.nodeFromJSON(body)
  const start = editor.state.doc.content.findDiffStart(next.content)
  const end = editor.state.doc.content.findDiffEnd(next.content)
  if (start === null || !end) return
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  editor.view.dispatch(editor.state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap)).setMeta(passes, true))
}

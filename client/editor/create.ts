// The editor of the body, put together.
import { Editor } from '@tiptap/core'
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions'
import { t } from '../texts.ts'
import { safeAddress } from './addresses.ts'
import { formatBar } from './bar.ts'
import { findBar, finding } from './find.ts'
import { blockIds } from './ids.ts'
import { insertions } from './insertions.ts'
import { keys } from './keys.ts'
import { pasting } from './paste.ts'
import { schemaExtensions } from './schema.ts'
import { slash } from './slash.ts'
import { upload } from './upload.ts'
import { blockViews } from './views.ts'
import type { Body } from '../saving/merge.ts'

export interface Options { place: HTMLElement, body: Body, token: () => string, say: (words: string) => void, changed: (steps: unknown[]) => void }

export function createEditor({ place, body, token, say, changed }: Options): Editor {
  const writing = document.createElement('div')
  const putPictures = async (files: File[], at: number) => {
    say(t('picture.sending', { count: files.length }))
    const { taken, problems } = await upload(files, token())
    editor.chain().insertContentAt(Math.min(at, editor.state.doc.content.size), taken.map(picture => ({ type: 'picture', attrs: { picture: picture.id } }))).run()
    say(problems.join(' '))
  }
  const chooser = document.createElement('input')
  Object.assign(chooser, { type: 'file', accept: 'image/*', multiple: true, hidden: true })
  chooser.addEventListener('change', () => void putPictures([...chooser.files ?? []], editor.state.selection.to))
  const all = insertions(() => chooser.click())
  const link = () => {
    const address = prompt(t('link.address'), editor.getAttributes('link')['href'] ?? 'https://')
    if (address === null) return
    const href = safeAddress(address)
    if (href) editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run()
    else editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
  }

  const editor = new Editor({
    element: writing,
    injectCSS: false, // the page allows no style of unknown origin; ours has the few rules
    content: body,
    extensions: [
      ...schemaExtensions(), blockIds, blockViews, finding,
      keys.configure({ link, find: () => find.open() }), slash.configure({ all }), pasting.configure({ upload: (files, at) => void putPictures(files, at) }),
      UndoRedo, Dropcursor, Gapcursor, Placeholder.configure({ placeholder: t('body.placeholder') }),
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
  place.append(formatBar(editor, all, link, () => find.open()), find.bar, writing, count, chooser)
  return editor
}

/** Puts another text in place, touching only what differs, so that a cursor elsewhere stays where it is. */
export function replaceBody(editor: Editor, body: Body) {
  const next = editor.schema.nodeFromJSON(body)
  const start = editor.state.doc.content.findDiffStart(next.content)
  const end = editor.state.doc.content.findDiffEnd(next.content)
  if (start === null || !end) return
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  editor.view.dispatch(editor.state.tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap)))
}

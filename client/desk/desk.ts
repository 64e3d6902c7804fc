// The copy desk beside the editor: asks the program about what stands here a moment after typing stops, underlines what it
// answers and lists it. Nothing of it is saved by itself, and nothing holds the story.
import type { Editor } from '@tiptap/core'
import { readFields } from '../saving/fields.ts'
import { t } from '../texts.ts'
import { fieldOf, keyOf, placeOf, type Answer, type Finding, type Shown } from './findings.ts'
import { drawPanel } from './panel.ts'
import { show, underlines } from './underlines.ts'

const afterTyping = 700
const settled = 5000

export function copyDesk(editor: Editor, form: HTMLFormElement, article: string, token: () => string) {
  const place = document.querySelector<HTMLElement>('[data-copy-desk]')
  if (!place) return
  editor.registerPlugin(underlines())

  let answer: Answer = { findings: [], ignored: 0 }
  let soon = 0
  let later = 0
  let asked = 0
  let typedAt = 0

  const ask = async (isSettled: boolean) => {
    const number = ++asked
    const response = await post('', JSON.stringify({ fields: readFields(form), body: editor.getJSON(), isSettled }), 'application/json')
    if (number !== asked || editor.isDestroyed) return // something newer is on its way
    if (!response?.ok) return void (place.dataset['state'] = 'offline')
    delete place.dataset['state']
    answer = await response.json() as Answer
    draw()
  }
  const post = (path: string, body: BodyInit, type?: string) => fetch(`/newsroom/articles/${article}/check${path}`, {
    method: 'POST', body, headers: { Accept: 'application/json', 'X-Antiforgery-Token': token(), ...(type && { 'Content-Type': type }) },
  }).catch(() => undefined)
  const wait = () => {
    typedAt = Date.now()
    clearTimeout(soon)
    clearTimeout(later)
    soon = setTimeout(() => void ask(false), afterTyping)
    later = setTimeout(() => void ask(true), settled)
  }

  const draw = () => {
    const shown = answer.findings.filter(({ found }) => !isBeingWritten(editor, found, typedAt))
    const { key, shown: marked } = show(shown)
    editor.view.dispatch(editor.state.tr.setMeta(key, marked).setMeta('addToHistory', false))
    drawPanel(place, shown, answer.ignored, `/newsroom/articles/${article}/check`, { fix, look, ignore })
  }

  const fix = (found: Finding) => {
    if (found.fix === null) return
    const at = placeOf(editor.state.doc, found)
    const field = fieldOf(form, found)
    if (at) editor.view.dispatch(editor.state.tr.insertText(found.fix, ...at).scrollIntoView())
    else if (field && field.value.slice(found.start, found.start + found.length) === found.words) {
      field.setRangeText(found.fix, found.start, found.start + found.length, 'end')
      field.dispatchEvent(new Event('input', { bubbles: true }))
    } else return void say(t('check.gone'))
    void post('/fixes', about(found))
    drop(found)
  }
  const look = (found: Finding) => {
    const at = placeOf(editor.state.doc, found)
    if (at) editor.chain().setTextSelection({ from: at[0], to: at[1] }).focus().scrollIntoView().run()
    else fieldOf(form, found)?.focus()
  }
  const ignore = async (found: Finding, because: string) => {
    const form = about(found)
    form.append('because', because)
    const response = await post('/ignored', form)
    if (!response?.ok) return void say(t('check.offline'))
    answer = { ...answer, ignored: answer.ignored + 1 }
    drop(found)
  }
  const about = (found: Finding) => {
    const form = new FormData()
    for (const name of ['rule', 'block', 'words'] as const) form.append(name, found[name])
    return form
  }
  const drop = (found: Finding) => {
    answer = { ...answer, findings: answer.findings.filter(one => keyOf(one.found) !== keyOf(found)) }
    draw()
  }
  const say = (words: string) => { place.querySelector('[data-desk-said]')!.textContent = words }

  editor.on('transaction', ({ transaction }) => { if (transaction.docChanged) wait() })
  form.addEventListener('input', wait)
  void ask(true)
}

/** A paragraph under the caret is not yet finished; it is asked about once it is left, or nobody types any more. */
function isBeingWritten(editor: Editor, found: Finding, typedAt: number): boolean {
  if (!['unended-paragraph', 'unclosed', 'doubled-word'].includes(found.rule) || !editor.isFocused || Date.now() - typedAt > settled - 500) return false
  return editor.state.selection.$from.parent.attrs['id'] === found.block
}

export type { Shown }

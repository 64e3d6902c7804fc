// The threads as they stand in the panel.
import type { Editor } from '@tiptap/core'
import { t, time } from '../texts.ts'
import { make, press, shortened, writing } from './elements.ts'
import { goTo, placeOf, wordsAt } from './places.ts'
import type { Said, Thread, Threads } from './threads.ts'

export interface Desk { editor: Editor, threads: Threads, failed: () => void, back: (thread: Thread) => void, article: HTMLElement, mention: (area: HTMLTextAreaElement) => void }

export function threadItem(desk: Desk, thread: Thread): HTMLElement {
  const isOfText = thread.kind === 'words' || thread.kind === 'block'
  const place = isOfText ? placeOf(desk.editor.state.doc, thread) : null
  const isGone = isOfText && !place
  const words = place ? wordsAt(desk.editor.state.doc, place) : thread.kind === 'story' ? t('comments.about.story') : thread.quote
  const item = make('li', `thread ${thread.class === 'staff' ? '' : 'of-guest'}`)
  item.id = `thread-${thread.id}`
  item.tabIndex = -1
  item.setAttribute('aria-label', t('comments.thread', { words: shortened(words) }))
  if (isGone) item.append(make('p', 'quiet gone', t('comments.gone')))
  const quote = make('blockquote', '', shortened(words))
  quote.dir = 'auto'
  item.append(isOfText ? quote : make('p', 'quiet', t(`comments.about.${thread.key}`)))
  if (thread.class !== 'staff') item.append(make('p', 'class', t(`comments.${thread.class}`)))
  item.append(...thread.comments.map(comment => said(desk, thread, comment)))

  const acts = make('div', 'actions')
  if (thread.resolvedAt) {
    item.append(make('p', 'quiet', t('comments.resolvedBy', { name: thread.resolvedBy, time: time(thread.resolvedAt) })))
    acts.append(press(t('comments.reopen'), () => void sent(desk, thread, '/resolution/removal')))
  } else {
    const reply = writing(t('comments.reply.to', { words: shortened(words, 60) }), '', words => sent(desk, thread, '/replies', { Text: words }), desk.failed)
    desk.mention(reply.area)
    item.append(reply.label)
    if (thread.class !== 'staff') item.append(make('p', 'hint', t('comments.inside', { name: thread.comments[0]!.name })))
    acts.append(press(t('comments.reply'), () => void reply.run()), press(t('comments.resolve'), () => void sent(desk, thread, '/resolution')))
  }
  if (!isGone && thread.kind !== 'story') acts.append(press(t('comments.goTo'), () => show(desk, thread), 'plain'))
  item.append(acts)
  return item
}

/** What was pressed is drawn anew: the hand is put back on the thread. */
async function sent(desk: Desk, thread: Thread, path: string, fields: Record<string, string> = {}): Promise<boolean> {
  const isSent = await desk.threads.send(`/${thread.id}${path}`, fields)
  if (isSent) desk.back(thread)
  else desk.failed()
  return isSent
}

function show(desk: Desk, thread: Thread) {
  const place = placeOf(desk.editor.state.doc, thread)
  if (place) goTo(desk.editor, place)
  else desk.article.querySelector<HTMLElement>(`[name=${thread.key}]`)?.focus()
}

function said(desk: Desk, thread: Thread, comment: Said): HTMLElement {
  const row = make('div', 'comment')
  const who = make('p', 'who')
  const name = make('strong', '', comment.name)
  name.dir = 'auto'
  who.append(name, ' ', make('span', 'quiet', time(comment.writtenAt) + (comment.editedAt ? ` · ${t('comments.edited')}` : '')))
  row.append(who)
  if (comment.deletedAt) {
    row.append(make('p', 'quiet', t('comments.deleted', { time: time(comment.deletedAt) })))
    return row
  }
  const words = make('p', 'said', comment.text)
  words.dir = 'auto'
  row.append(words)
  if (!comment.isMine) return row
  const acts = make('div', 'actions small')
  const path = `/${comment.id}`
  acts.append(
    press(t('comments.edit'), () => {
      const change = writing(t('comments.text'), comment.text, text => sent(desk, thread, path, { Text: text }), desk.failed)
      words.replaceWith(change.label)
      acts.replaceChildren(press(t('comments.save'), () => void change.run()))
      change.area.focus()
    }, 'plain'),
    press(t('comments.delete'), () => void sent(desk, thread, `${path}/removal`), 'plain'))
  row.append(acts)
  return row
}

// The suggestions as they stand in the panel.
import type { Editor } from '@tiptap/core'
import { make, press, shortened } from '../comments/elements.ts'
import { t, time } from '../texts.ts'
import { goTo, suggestionsOf, type Found } from './decide.ts'
import { answer } from './mode.ts'

export function suggestionList(editor: Editor, mayDecide: boolean, decided: () => void): HTMLElement[] {
  const all = suggestionsOf(editor.state.doc)
  if (all.length === 0) return [make('p', 'quiet', t('suggest.none'))]
  const list = make('ol', 'suggestion-list')
  list.append(...all.map(found => item(editor, found, mayDecide, decided)))
  const both = make('div', 'actions')
  if (mayDecide && all.length > 1) {
    for (const isAccepted of [true, false]) both.append(press(t(isAccepted ? 'suggest.acceptAll' : 'suggest.rejectAll'), () => { answer(editor, isAccepted); decided() }))
  }
  return [list, both, make('p', 'hint', t('suggest.keys'))]
}

function item(editor: Editor, found: Found, mayDecide: boolean, decided: () => void): HTMLElement {
  const { said, inserted, deleted, kinds } = found
  const row = make('li', 'suggestion')
  const who = make('p', 'who')
  const name = make('strong', '', said.author)
  name.dir = 'auto'
  who.append(name, ' ', make('span', 'quiet', time(said.at)))
  const change = make('p', 'change')
  change.dir = 'auto'
  if (deleted) change.append(make('del', '', shortened(deleted)), ' ')
  if (inserted) change.append(make('ins', '', shortened(inserted)))
  row.append(who, change, ...[...new Set(kinds)].map(kind => make('p', 'quiet', t(`suggest.${kind}`))))
  const acts = make('div', 'actions')
  const words = shortened(inserted || deleted || t(`suggest.${kinds[0]}`), 60)
  if (mayDecide) {
    for (const [act, isAccepted] of [['accept', true], ['reject', false]] as const) {
      acts.append(press(t(`suggest.${act}`), () => { answer(editor, isAccepted, said.id); decided() }, '', t('suggest.which', { act: t(`suggest.${act}`), words })))
    }
  }
  acts.append(press(t('comments.goTo'), () => { editor.view.dispatch(goTo(editor.state, found)); editor.view.focus() }, 'plain', t('suggest.which', { act: t('comments.goTo'), words })))
  row.append(acts)
  return row
}

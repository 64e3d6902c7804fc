// The mode in which what is written is only suggested, and how suggestions look.
import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { t } from '../texts.ts'
import { changeOf, type Who } from './author.ts'
import { decide, goTo, nextSuggestion, suggestionAt } from './decide.ts'
import { asSuggestion } from './suggest.ts'

const key = new PluginKey<boolean>('suggesting')

/** On a transaction that is no writing of the person's: an answer to a suggestion, a comment's place, text from elsewhere. */
export const passes = 'passes-suggestions'

export const isSuggesting = (state: EditorState) => key.getState(state) === true

export function setSuggesting(editor: Editor, isOn: boolean) {
  editor.view.dispatch(editor.state.tr.setMeta(key, isOn))
}

/** Accepts or rejects one, or all. */
export function answer(editor: Editor, isAccepted: boolean, id?: string) {
  const change = decide(editor.state, isAccepted, id)
  if (change.docChanged) editor.view.dispatch(change.setMeta(passes, true))
}

export interface Options { who: () => Who, refused: (words: string) => void, toggle: () => void }

export const suggesting = Extension.create<Options>({
  name: 'suggesting',
  priority: 50,
  addOptions: () => ({ who: () => ({ id: null, name: '' }), refused: () => {}, toggle: () => {} }),
  dispatchTransaction({ transaction, next }) {
    const { state } = this.editor
    // What undoes, or comes from another person's hand, is none of this mode's matter.
    const isOthers = transaction.getMeta('history$') || transaction.getMeta(passes) || transaction.getMeta('addToHistory') === false
    if (!transaction.docChanged || isOthers) return next(transaction)
    if (!isSuggesting(state)) return next(withoutDeletion(transaction))
    const suggested = asSuggestion(transaction, state, this.options.who())
    this.options.refused(suggested ? '' : t('suggest.refused'))
    if (suggested) next(suggested)
    else next(state.tr) // the browser may have drawn it already: it is drawn again as it stands
  },
  addKeyboardShortcuts() {
    const { editor, options } = this
    const decided = (isAccepted: boolean) => () => {
      const found = suggestionAt(editor.state)
      if (found) answer(editor, isAccepted, found.said.id)
      return true
    }
    return {
      'Mod-Alt-s': () => { options.toggle(); return true },
      'Mod-Alt-j': () => { const found = nextSuggestion(editor.state); if (found) editor.view.dispatch(goTo(editor.state, found)); return true },
      'Mod-Alt-y': decided(true),
      'Mod-Alt-n': decided(false),
    }
  },
  addProseMirrorPlugins: () => [new Plugin<boolean>({
    key,
    state: { init: () => false, apply: (transaction, isOn) => (transaction.getMeta(key) as boolean | undefined) ?? isOn },
    props: {
      decorations: state => changedBlocks(state),
      attributes: state => ({ class: isSuggesting(state) ? 'suggesting' : '' }),
    },
  })],
})

function changedBlocks(state: EditorState): DecorationSet {
  const marks: Decoration[] = []
  state.doc.descendants((node, at) => {
    const change = changeOf(node)
    if (change) marks.push(Decoration.node(at, at + node.nodeSize, { class: `suggested-${change.kind}`, title: t(`suggest.block.${change.kind}`, { name: change.author }) }))
    return !node.isTextblock
  })
  return DecorationSet.create(state.doc, marks)
}

/** What is written into words that are to go does not go with them. */
function withoutDeletion(transaction: Transaction): Transaction {
  const deletion = transaction.doc.type.schema.marks['deletion']!
  transaction.steps.slice().forEach((step, index) => {
    if (!(step instanceof ReplaceStep) || step.from !== step.to || step.slice.size === 0 || step.slice.openStart > 0) return
    const rest = transaction.mapping.slice(index + 1)
    const [from, to] = [rest.map(step.from, 1), rest.map(step.from + step.slice.size, -1)]
    if (from < to && transaction.doc.rangeHasMark(from, to, deletion)) transaction.removeMark(from, to, deletion)
  })
  return transaction
}

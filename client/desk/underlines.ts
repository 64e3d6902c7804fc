// Findings underlined in the text. They move with what is typed, and go when the words under them change.
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { placeOf, type Shown } from './findings.ts'

const key = new PluginKey<DecorationSet>('copyDesk')

export const underlines = () => new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply(transaction, set) {
      const shown = transaction.getMeta(key) as Shown[] | undefined
      if (!shown) return set.map(transaction.mapping, transaction.doc)
      return DecorationSet.create(transaction.doc, shown.flatMap(({ found }) => {
        const place = placeOf(transaction.doc, found)
        return place && place[0] < place[1] ? [Decoration.inline(...place, { class: `asked asked-${found.severity}`, title: found.message })] : []
      }))
    },
  },
  props: { decorations: state => key.getState(state) },
})

export const show = (shown: Shown[]) => ({ key, shown })

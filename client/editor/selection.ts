// Keys act where the person has just put the cursor. The browser tells of a moved cursor a moment later, and on a busy machine the
// next key comes first: Ctrl+End and Backspace, pressed quickly, took a letter from where the cursor had been.
import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export const cursorFirst = Extension.create({
  name: 'cursorFirst',
  priority: 1000,
  addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: { keydown: take, paste: take, cut: take } } })],
})

function take(view: EditorView): false {
  const [shown, known] = [view.dom.ownerDocument.getSelection(), view.state.selection]
  if (!shown?.anchorNode || !shown.focusNode || view.composing || !(known instanceof TextSelection) || !view.dom.contains(shown.anchorNode) || !view.dom.contains(shown.focusNode)) return false
  const [anchor, head] = [view.posAtDOM(shown.anchorNode, shown.anchorOffset), view.posAtDOM(shown.focusNode, shown.focusOffset)]
  if (anchor === known.anchor && head === known.head) return false
  const found = TextSelection.between(view.state.doc.resolve(anchor), view.state.doc.resolve(head))
  if (!found.eq(known)) view.dispatch(view.state.tr.setSelection(found))
  return false
}

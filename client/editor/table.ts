// Rows and columns: a bar that stands above the text while the cursor is in a table, and the keys for it.
import { Extension, type Editor } from '@tiptap/core'
import type { Command, EditorState } from '@tiptap/pm/state'
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable, tableEditing, toggleHeaderRow } from '@tiptap/pm/tables'
import { t } from '../texts.ts'
import { toolbar, toolButton } from './toolbar.ts'

const run = (editor: Editor, command: Command) => command(editor.state, editor.view.dispatch, editor.view)

// The last row or column takes the table with it.
const orTable = (command: Command): Command => (state, dispatch, view) => command(state, dispatch, view) || deleteTable(state, dispatch)

const acts: [string, Command][] = [
  ['table.rowAbove', addRowBefore], ['table.rowBelow', addRowAfter], ['table.columnBefore', addColumnBefore], ['table.columnAfter', addColumnAfter],
  ['table.header', toggleHeaderRow], ['table.noRow', orTable(deleteRow)], ['table.noColumn', orTable(deleteColumn)], ['table.remove', deleteTable],
]

export function tableBar(editor: Editor): HTMLElement {
  const bar = toolbar(editor, t('table.bar'))
  bar.className = 'table-bar'
  for (const [key, command] of acts) toolButton(bar, t(key), t(key), () => { run(editor, command); editor.view.focus() })
  const show = () => { bar.hidden = !inTable(editor.state) }
  editor.on('transaction', show)
  show()
  return bar
}

const inTable = (state: EditorState) => isInTable(state)

/** Tab in the last cell begins a row. */
export function nextCell(editor: Editor): boolean {
  if (!inTable(editor.state)) return false
  if (run(editor, goToNextCell(1))) return true
  return run(editor, addRowAfter) && run(editor, goToNextCell(1))
}

export const previousCell = (editor: Editor) => inTable(editor.state) && (run(editor, goToNextCell(-1)) || true)

export const tables = Extension.create({ name: 'tables', addProseMirrorPlugins: () => [tableEditing()] })

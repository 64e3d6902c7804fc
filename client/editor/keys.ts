// Shortcuts, and what turns into a block while it is typed: "## ", "- ", "1. ", "> ", "---".
import { Extension, InputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core'
import { nextCell, previousCell } from './table.ts'

export const keys = Extension.create<{ link: () => void, find: () => void, bar: () => void }>({
  name: 'keys',
  addOptions: () => ({ link: () => {}, find: () => {}, bar: () => {} }),
  addKeyboardShortcuts() {
    const { editor, options } = this
    const toggle = (mark: string) => () => editor.commands.toggleMark(mark)
    const heading = (level: number) => () => editor.commands.toggleNode('heading', 'paragraph', { level })
    return {
      'Mod-b': toggle('bold'), 'Mod-i': toggle('italic'), 'Mod-Shift-x': toggle('strike'), 'Mod-e': toggle('code'),
      'Mod-,': toggle('subscript'), 'Mod-.': toggle('superscript'),
      'Mod-k': () => { options.link(); return true },
      'Mod-f': () => { options.find(); return true },
      'Alt-F10': () => { options.bar(); return true }, // where every editor has it
      'Mod-Alt-0': () => editor.commands.setNode('paragraph'),
      'Mod-Alt-2': heading(2), 'Mod-Alt-3': heading(3), 'Mod-Alt-4': heading(4),
      'Mod-Shift-7': () => editor.commands.toggleList('orderedList', 'listItem'),
      'Mod-Shift-8': () => editor.commands.toggleList('bulletList', 'listItem'),
      'Mod-Shift-b': () => editor.commands.toggleWrap('blockquote'),
      'Shift-Enter': () => editor.commands.insertContent({ type: 'hardBreak' }),
      Enter: () => editor.commands.splitListItem('listItem'),
      Tab: () => nextCell(editor) || editor.commands.sinkListItem('listItem'),
      'Shift-Tab': () => previousCell(editor) || editor.commands.liftListItem('listItem'),
    }
  },
  addInputRules() {
    const { nodes } = this.editor.schema
    return [
      ...[2, 3, 4].map(level => textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type: nodes['heading']!, getAttributes: { level } })),
      wrappingInputRule({ find: /^[-*]\s$/, type: nodes['bulletList']! }),
      wrappingInputRule({ find: /^(\d+)\.\s$/, type: nodes['orderedList']!, getAttributes: match => ({ start: Number(match[1]) }) }),
      wrappingInputRule({ find: /^>\s$/, type: nodes['blockquote']! }),
      new InputRule({ find: /^---$/, handler: ({ range, chain }) => { chain().deleteRange(range).insertContent({ type: 'rule' }).run() } }),
    ]
  },
})

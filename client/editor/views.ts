// Blocks that are more than text: drawn as readers will see them, with the few fields and acts that belong to them,
// each a real labelled control that shows while the block is in hand.
import { Extension, type Editor } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import type { NodeViewConstructor } from '@tiptap/pm/view'
import { t } from '../texts.ts'
import { leaveBlock, moveBlock, removeBlock, selectBlock } from './blocks.ts'
import { faces } from './faces.ts'
import type { Act } from './insertions.ts'

interface Control { attr: string, key: string, area?: boolean, choices?: string[], longest?: number, empty?: null }

const controls: Record<string, Control[]> = {
  picture: [
    { attr: 'caption', key: 'picture.caption', area: true, longest: 2000, empty: null },
    { attr: 'altText', key: 'picture.alt', longest: 2000, empty: null },
    { attr: 'size', key: 'picture.size', choices: ['column', 'wide', 'full', 'half'] },
  ],
  gallery: [],
  embed: [{ attr: 'title', key: 'embed.title', longest: 300 }],
  file: [{ attr: 'title', key: 'file.title', longest: 300 }],
  pullQuote: [{ attr: 'attribution', key: 'pullQuote.attribution', longest: 300 }],
  factBox: [{ attr: 'title', key: 'factBox.title', longest: 300 }],
  relatedBox: [{ attr: 'title', key: 'relatedBox.title', longest: 300 }],
}

const hasContent = new Set(['pullQuote', 'factBox', 'gallery'])

function view(editor: Editor, name: string, acts: Act[]): NodeViewConstructor {
  return (first, view, position) => {
    let node = first
    const dom = document.createElement(name === 'picture' ? 'figure' : 'div')
    dom.className = `block ${name}`
    const contentDOM = hasContent.has(name) ? document.createElement('div') : undefined
    const face = document.createElement('div')
    face.className = 'face'
    face.contentEditable = 'false'
    const set = (attrs: Record<string, unknown>) => {
      const at = position()
      if (at === undefined) return
      const change = view.state.tr
      for (const [attr, value] of Object.entries(attrs)) change.setNodeAttribute(at, attr, value)
      view.dispatch(change)
    }
    const fields = controls[name]!.map(control => field(control, value => set({ [control.attr]: value === '' && control.empty === null ? null : value })))
    const bar = document.createElement('div')
    bar.className = 'block-fields'
    bar.contentEditable = 'false'
    bar.append(...fields.map(made => made.label), actsOf(editor, position, () => node, acts))
    bar.addEventListener('keydown', event => {
      const at = position()
      if (at === undefined) return
      if (event.key === 'Escape') { event.preventDefault(); selectBlock(editor, at) }
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); leaveBlock(editor, at) }
    })
    dom.append(...contentDOM ? [contentDOM] : [], face, bar)
    if (name === 'factBox') dom.prepend(face)

    const draw = () => {
      faces[name]?.(face, node, set)
      dom.dataset['size'] = String(node.attrs['size'] ?? '')
      controls[name]!.forEach((control, at) => fields[at]!.set(String(node.attrs[control.attr] ?? '')))
    }
    draw()
    return {
      dom, contentDOM: contentDOM ?? null,
      update(next: Node) {
        if (next.type !== node.type) return false
        node = next
        draw()
        return true
      },
      stopEvent: event => bar.contains(event.target as HTMLElement) || (event.target as HTMLElement).closest('.face button, .face a') !== null,
      ignoreMutation: mutation => !contentDOM?.contains(mutation.target),
    }
  }
}

/** What can be done with the block, beside its fields; the keys for it stand below. */
function actsOf(editor: Editor, position: () => number | undefined, node: () => Node, acts: Act[]) {
  const row = document.createElement('div')
  row.className = 'block-acts'
  const button = (key: string, act: (at: number) => void) => {
    const made = document.createElement('button')
    made.type = 'button'
    made.textContent = t(key)
    made.addEventListener('click', () => { const at = position(); if (at !== undefined) act(at) })
    row.append(made)
  }
  for (const act of acts) button(act.key, at => act.run(editor, node(), at))
  button('block.up', at => moveBlock(editor, at, -1))
  button('block.down', at => moveBlock(editor, at, 1))
  button('block.remove', at => removeBlock(editor, at))
  const hint = document.createElement('small')
  hint.textContent = t('block.keys')
  row.append(hint)
  return row
}

function field(control: Control, changed: (value: string) => void) {
  const label = document.createElement('label')
  label.append(t(control.key))
  const input = document.createElement(control.choices ? 'select' : control.area ? 'textarea' : 'input')
  if (input instanceof HTMLSelectElement) {
    for (const choice of control.choices ?? []) input.add(new Option(t(`${control.key}.${choice}`), choice))
  } else {
    input.dir = 'auto'
    if (control.longest) input.maxLength = control.longest
  }
  input.addEventListener('input', event => { event.stopPropagation(); changed(input.value) })
  // Enter in a field of one line would send the form that the text stands in.
  if (input instanceof HTMLInputElement) input.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault() })
  label.append(input)
  return { label, set: (value: string) => { if (input.value !== value) input.value = value } }
}

export const blockViews = Extension.create<{ acts: Record<string, Act[]> }>({
  name: 'blockViews',
  addOptions: () => ({ acts: {} }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [new Plugin({ props: { nodeViews: Object.fromEntries(Object.keys(controls).map(name => [name, view(editor, name, options.acts[name] ?? [])])) } })]
  },
})

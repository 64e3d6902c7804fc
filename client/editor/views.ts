// Blocks that are more than text: drawn with the few fields that belong to them, each a real labelled control.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeViewConstructor } from '@tiptap/pm/view'
import { t } from '../texts.ts'

export interface Picture { id: string, url: string, thumbnail: string, caption: string, altText: string, credit: string }

/** What is known of the pictures that the story uses. */
export const pictures = new Map<string, Picture>()

interface Control { attr: string, key: string, area?: boolean, choices?: string[], longest?: number, empty?: null }

const controls: Record<string, Control[]> = {
  picture: [
    { attr: 'caption', key: 'picture.caption', area: true, longest: 2000, empty: null },
    { attr: 'altText', key: 'picture.alt', longest: 2000, empty: null },
    { attr: 'size', key: 'picture.size', choices: ['column', 'wide', 'full', 'half'] },
  ],
  embed: [{ attr: 'title', key: 'embed.title', longest: 300 }],
  file: [{ attr: 'title', key: 'file.title', longest: 300 }],
  pullQuote: [{ attr: 'attribution', key: 'pullQuote.attribution', longest: 300 }],
  factBox: [{ attr: 'title', key: 'factBox.title', longest: 300 }],
  relatedBox: [{ attr: 'title', key: 'relatedBox.title', longest: 300 }],
}

const hasText = new Set(['pullQuote', 'factBox'])

function view(name: string): NodeViewConstructor {
  return (first, editor, position) => {
    let node = first
    const dom = document.createElement(name === 'picture' ? 'figure' : 'div')
    dom.className = `block ${name}`
    const contentDOM = hasText.has(name) ? document.createElement('div') : undefined
    const face = contentDOM ? undefined : document.createElement('div')
    if (face) dom.append(face)
    const bar = document.createElement('div')
    bar.className = 'block-fields'
    bar.contentEditable = 'false'
    const fields = controls[name]!.map(control => field(control, value => change(editor, position, control, value)))
    bar.append(...fields.map(made => made.label))
    if (name === 'factBox') dom.append(bar)
    if (contentDOM) dom.append(contentDOM)
    if (name !== 'factBox') dom.append(bar)

    const draw = () => {
      if (face) paint(face, node)
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
      stopEvent: event => bar.contains(event.target as HTMLElement),
      ignoreMutation: mutation => !contentDOM?.contains(mutation.target),
    }
  }
}

function paint(face: HTMLElement, node: Node) {
  if (node.type.name === 'picture') {
    const known = pictures.get(node.attrs['picture'])
    const image = face.querySelector('img') ?? document.createElement('img')
    if (known && image.getAttribute('src') !== known.url) image.src = known.url
    image.alt = node.attrs['altText'] ?? known?.altText ?? ''
    const credit = face.querySelector('small') ?? document.createElement('small')
    credit.textContent = known ? [node.attrs['caption'] ?? known.caption, known.credit].filter(Boolean).join(' ') : ''
    face.replaceChildren(image, credit)
    return
  }
  face.className = 'card'
  face.textContent = node.attrs['url'] ?? node.attrs['title'] ?? ''
}

function change(editor: EditorView, position: () => number | undefined, control: Control, value: string) {
  const at = position()
  if (at !== undefined) editor.dispatch(editor.state.tr.setNodeAttribute(at, control.attr, value === '' && control.empty === null ? null : value))
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
  label.append(input)
  return { label, set: (value: string) => { if (input.value !== value) input.value = value } }
}

export const blockViews = Extension.create({
  name: 'blockViews',
  addProseMirrorPlugins: () => [new Plugin({ props: { nodeViews: Object.fromEntries(Object.keys(controls).map(name => [name, view(name)])) } })],
})

// What comes from other programs, made into what the paper can hold: structure kept, no word lost.
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { soleAddress } from './addresses.ts'
import { wordLists } from './word.ts'

/** Cleans a clipboard's HTML. What it does not know it unwraps, never drops. */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const unseen of page.querySelectorAll('script, style, meta, link, title, xml, template, noscript, head')) unseen.remove()
  removeComments(page)
  wordLists(page.body)
  for (const element of [...page.body.querySelectorAll<HTMLElement>('*')]) {
    if (element.localName.includes(':')) unwrap(element) // o:p, v:shape, w:sdt
  }
  googleWrapper(page.body)
  styledSpans(page.body)
  captionsOfPictures(page.body)
  return page.body.innerHTML
}

function removeComments(page: Document) {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  comments.forEach(comment => (comment as Comment).remove())
}

// Google Docs wraps everything in <b style="font-weight:normal">.
function googleWrapper(body: HTMLElement) {
  for (const element of body.querySelectorAll<HTMLElement>('b, strong')) if (/^(normal|400)$/.test(style(element, 'font-weight'))) unwrap(element)
  for (const element of body.querySelectorAll<HTMLElement>('i, em')) if (style(element, 'font-style') === 'normal') unwrap(element)
}

/** One property of the style attribute: a parsed document without a window computes none. */
export function style(element: Element, property: string): string {
  const rules = (element.getAttribute('style') ?? '').split(';').map(rule => rule.split(':'))
  return rules.find(([name]) => name?.trim().toLowerCase() === property)?.slice(1).join(':').trim().toLowerCase() ?? ''
}

const styled: [string, RegExp, string][] = [
  ['font-weight', /^(bold|bolder|[6-9]00)$/, 'strong'],
  ['font-style', /^(italic|oblique)/, 'em'],
  ['text-decoration', /line-through/, 's'],
  ['text-decoration-line', /line-through/, 's'],
  ['vertical-align', /^sub$/, 'sub'],
  ['vertical-align', /^super$/, 'sup'],
]

function styledSpans(body: HTMLElement) {
  for (const element of body.querySelectorAll<HTMLElement>('span, font')) {
    for (const [property, value, tag] of styled) {
      if (!value.test(style(element, property))) continue
      const mark = body.ownerDocument.createElement(tag)
      mark.append(...element.childNodes)
      element.append(mark)
    }
  }
}

// A picture of another site cannot be taken along; what it says can.
function captionsOfPictures(body: HTMLElement) {
  for (const picture of body.querySelectorAll('img')) {
    if (picture.closest('figure[data-picture]')) continue
    const words = picture.getAttribute('alt')?.trim()
    picture.replaceWith(words ? body.ownerDocument.createTextNode(words) : '')
  }
}

export function unwrap(element: Element) {
  element.replaceWith(...element.childNodes)
}

export const pasting = Extension.create<{ upload: (files: File[], at: number) => void }>({
  name: 'pasting',
  addOptions: () => ({ upload: () => {} }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [new Plugin({
      props: {
        transformPastedHTML: html => cleanPaste(html),
        handlePaste(view, event) {
          const pictures = picturesIn(event.clipboardData)
          // Word puts a drawing of the text beside the text: words come first.
          if (pictures.length > 0 && !event.clipboardData?.getData('text/html').trim()) {
            options.upload(pictures, view.state.selection.from)
            return true
          }
          const address = soleAddress(event.clipboardData?.getData('text/plain') ?? '')
          if (!address) return false
          if (!view.state.selection.empty) return editor.chain().setMark('link', { href: address }).run()
          const { $from } = view.state.selection
          if ($from.parent.type.name !== 'paragraph' || $from.parent.content.size > 0) return false
          return editor.chain().insertContent({ type: 'embed', attrs: { url: address, provider: 'link', title: '' } }).run()
        },
        handleDrop(view, event, _, moved) {
          const pictures = moved ? [] : picturesIn(event.dataTransfer)
          if (pictures.length === 0) return false
          event.preventDefault()
          options.upload(pictures, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.from)
          return true
        },
      },
    })]
  },
})

const picturesIn = (transfer: DataTransfer | null) => [...transfer?.files ?? []].filter(file => file.type.startsWith('image/'))

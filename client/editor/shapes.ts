// How each node and mark of the schema looks in HTML: what is read from a paste, what the editor draws.
import type { DOMOutputSpec, TagParseRule, StyleParseRule } from '@tiptap/pm/model'
import { safeAddress } from './addresses.ts'

type Attrs = Record<string, any>

interface NodeShape {
  parse?: TagParseRule[]
  render?: (attrs: Attrs) => DOMOutputSpec
  defining?: boolean
  isolating?: boolean
  tableRole?: 'table' | 'row' | 'cell' | 'header_cell'
}

interface MarkShape {
  parse: (TagParseRule | StyleParseRule)[]
  render: (attrs: Attrs) => DOMOutputSpec
  inclusive?: boolean
  excludes?: string
}

// A block follows its own first letters unless the writer says otherwise.
const dir = (attrs: Attrs) => ({ dir: attrs['dir'] ?? 'auto' })
const saysDir = (element: HTMLElement) => {
  const said = element.getAttribute('dir')
  return { dir: said === 'rtl' || said === 'ltr' ? said : null }
}
const span = (element: HTMLElement, name: string) => Math.max(1, Math.min(100, Number(element.getAttribute(name)) || 1))
const cell = (element: HTMLElement) => ({ colspan: span(element, 'colspan'), rowspan: span(element, 'rowspan') })

export const nodes: Record<string, NodeShape> = {
  paragraph: { parse: [{ tag: 'p', getAttrs: saysDir }], render: attrs => ['p', dir(attrs), 0] },
  heading: {
    // A pasted page's own title is a heading of the story at most; deeper ones than the paper has become its smallest.
    parse: [[1, 2], [2, 2], [3, 3], [4, 4], [5, 4], [6, 4]].map(([from, level]) => ({ tag: `h${from}`, getAttrs: element => ({ level, ...saysDir(element) }) })),
    render: attrs => [`h${attrs['level']}`, dir(attrs), 0],
    defining: true,
  },
  bulletList: { parse: [{ tag: 'ul' }], render: () => ['ul', 0] },
  orderedList: {
    parse: [{ tag: 'ol', getAttrs: element => ({ start: Math.max(0, Number(element.getAttribute('start') ?? 1) || 0) }) }],
    render: attrs => ['ol', attrs['start'] === 1 ? {} : { start: attrs['start'] }, 0],
  },
  listItem: { parse: [{ tag: 'li' }], render: () => ['li', 0], defining: true },
  blockquote: { parse: [{ tag: 'blockquote' }], render: () => ['blockquote', 0], defining: true },
  pullQuote: {
    parse: [{ tag: 'aside[data-pull-quote]', contentElement: '[data-words]', getAttrs: element => ({ attribution: element.dataset['attribution'] ?? '' }) }],
    render: attrs => ['aside', { 'data-pull-quote': '', 'data-attribution': attrs['attribution'] }, ['p', { 'data-words': '', ...dir(attrs) }, 0]],
    defining: true,
  },
  picture: {
    parse: [{
      tag: 'figure[data-picture]',
      getAttrs: element => ({ picture: element.dataset['picture'], caption: element.dataset['caption'] ?? null, altText: element.dataset['alt'] ?? null, size: element.dataset['size'] ?? 'column' }),
    }],
    render: attrs => ['figure', { 'data-picture': attrs['picture'], 'data-size': attrs['size'], ...(attrs['caption'] !== null && { 'data-caption': attrs['caption'] }), ...(attrs['altText'] !== null && { 'data-alt': attrs['altText'] }) }],
  },
  gallery: { parse: [{ tag: 'div[data-gallery]' }], render: () => ['div', { 'data-gallery': '' }, 0], isolating: true },
  table: { parse: [{ tag: 'table' }], render: () => ['table', ['tbody', 0]], isolating: true, tableRole: 'table' },
  tableRow: { parse: [{ tag: 'tr' }], render: () => ['tr', 0], tableRole: 'row' },
  tableHeader: { parse: [{ tag: 'th', getAttrs: cell }], render: attrs => ['th', { colspan: attrs['colspan'], rowspan: attrs['rowspan'] }, 0], isolating: true, tableRole: 'header_cell' },
  tableCell: { parse: [{ tag: 'td', getAttrs: cell }], render: attrs => ['td', { colspan: attrs['colspan'], rowspan: attrs['rowspan'] }, 0], isolating: true, tableRole: 'cell' },
  rule: { parse: [{ tag: 'hr' }], render: () => ['hr'] },
  factBox: {
    parse: [{ tag: 'aside[data-fact-box]', getAttrs: element => ({ title: element.dataset['title'] ?? '' }) }],
    render: attrs => ['aside', { 'data-fact-box': '', 'data-title': attrs['title'] }, 0],
    isolating: true, defining: true,
  },
  relatedBox: {
    parse: [{ tag: 'aside[data-related-box]', getAttrs: element => ({ title: element.dataset['title'] ?? '', articles: JSON.parse(element.dataset['articles'] ?? '[]') }) }],
    render: attrs => ['aside', { 'data-related-box': '', 'data-title': attrs['title'], 'data-articles': JSON.stringify(attrs['articles']) }],
  },
  file: {
    parse: [{ tag: 'div[data-file]', getAttrs: element => ({ file: element.dataset['file'], title: element.dataset['title'] ?? '' }) }],
    render: attrs => ['div', { 'data-file': attrs['file'], 'data-title': attrs['title'] }],
  },
  embed: {
    parse: [{ tag: 'div[data-embed]', getAttrs: element => ({ url: element.dataset['embed'], provider: element.dataset['provider'] ?? 'link', title: element.dataset['title'] ?? '' }) }],
    render: attrs => ['div', { 'data-embed': attrs['url'], 'data-provider': attrs['provider'], 'data-title': attrs['title'] }],
  },
  hardBreak: { parse: [{ tag: 'br' }], render: () => ['br'] },
}

export const marks: Record<string, MarkShape> = {
  quotation: {
    parse: [{ tag: 'q[data-quotation]', getAttrs: element => ({ id: element.dataset['quotation'], speaker: element.dataset['speaker'] ?? '', role: element.dataset['role'] ?? '' }) }],
    render: attrs => ['q', { 'data-quotation': attrs['id'], 'data-speaker': attrs['speaker'], 'data-role': attrs['role'] }, 0],
    inclusive: false,
  },
  link: {
    parse: [{ tag: 'a[href]', getAttrs: element => { const href = safeAddress(element.getAttribute('href')); return href ? { href } : false } }],
    render: attrs => ['a', { href: attrs['href'], rel: 'noopener' }, 0],
    inclusive: false,
  },
  language: { parse: [{ tag: 'span[lang][data-language]', getAttrs: element => ({ lang: element.lang }) }], render: attrs => ['span', { lang: attrs['lang'], 'data-language': '' }, 0] },
  // What a weekday means: drawn quietly, and gone where the words change.
  date: {
    parse: [{ tag: 'time[datetime]', getAttrs: element => { const date = element.getAttribute('datetime')!; return /^\d{4}(-\d\d-\d\d|-\d\d|-W\d\d)?$/.test(date) ? { date } : false } }],
    render: attrs => ['time', { datetime: attrs['date'], title: attrs['date'] }, 0],
    inclusive: false,
  },
  bold: { parse: [{ tag: 'strong' }, { tag: 'b' }], render: () => ['strong', 0] },
  italic: { parse: [{ tag: 'em' }, { tag: 'i' }, { tag: 'cite' }], render: () => ['em', 0] },
  strike: { parse: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }], render: () => ['s', 0] },
  subscript: { parse: [{ tag: 'sub' }], render: () => ['sub', 0], excludes: 'subscript superscript' },
  superscript: { parse: [{ tag: 'sup' }], render: () => ['sup', 0], excludes: 'superscript subscript' },
  code: { parse: [{ tag: 'code' }], render: () => ['code', 0] },
}

// Word's lists are paragraphs: the level stands in their style ("mso-list:l0 level2 lfo1"), the bullet or number is typed
// before the words and marked "mso-list:Ignore". Word on the web sends real lists, one a line.
import { style } from './paste.ts'

export function wordLists(body: HTMLElement) {
  for (const first of body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')) {
    if (!first.isConnected || !isItem(first)) continue
    const items: HTMLElement[] = []
    for (let next: Element | null = first; next instanceof HTMLElement && isItem(next); next = next.nextElementSibling) items.push(next)
    const place = body.ownerDocument.createComment('')
    first.before(place)
    place.replaceWith(listOf(items, body.ownerDocument))
  }
}

const isItem = (element: HTMLElement) => /level\d/.test(style(element, 'mso-list'))
const level = (element: HTMLElement) => Number(/level(\d)/.exec(style(element, 'mso-list'))?.[1] ?? 1)

function listOf(items: HTMLElement[], page: Document): HTMLElement {
  const root = listFor(items[0]!, page)
  const open = [{ level: level(items[0]!), list: root }]
  for (const item of items) {
    const depth = level(item)
    while (open.length > 1 && depth < open.at(-1)!.level) open.pop()
    const parent = open.at(-1)!
    if (depth > parent.level && parent.list.lastElementChild) {
      const list = listFor(item, page)
      parent.list.lastElementChild.append(list)
      open.push({ level: depth, list })
    }
    const line = page.createElement('li')
    const words = page.createElement('p')
    if (item.hasAttribute('dir')) words.setAttribute('dir', item.getAttribute('dir')!)
    for (const marker of markers(item)) marker.remove()
    words.append(...item.childNodes)
    line.append(words)
    open.at(-1)!.list.append(line)
    item.remove()
  }
  return root
}

const markers = (item: HTMLElement) => [...item.querySelectorAll('span')].filter(span => style(span, 'mso-list') === 'ignore')

function listFor(item: HTMLElement, page: Document): HTMLElement {
  const sign = markers(item).map(marker => marker.textContent ?? '').join('').trim()
  const number = /^\(?([0-9]+|[a-z]|[ivx]+)[.)]/i.exec(sign)
  if (!number) return page.createElement('ul')
  const list = page.createElement('ol')
  const start = Number(number[1])
  if (start > 1) list.setAttribute('start', String(start))
  return list
}

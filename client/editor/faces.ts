// How a block looks that is not made of text.
import type { Node } from '@tiptap/pm/model'
import { files, line } from '../library/files.ts'
import { creditOf, pictures, type Picture } from '../library/pictures.ts'
import { stories } from '../library/stories.ts'
import { t } from '../texts.ts'

type Draw = (face: HTMLElement, node: Node, set: (attrs: Record<string, unknown>) => void) => void

export const faces: Record<string, Draw> = {
  picture: (face, node) => {
    const id = node.attrs['picture'] as string
    face.dataset['picture'] = id
    drawPicture(face, node, pictures.get(id))
    if (id && !pictures.get(id)) pictures.when(id, known => { if (face.dataset['picture'] === id) drawPicture(face, node, known) })
  },
  embed: (face, node) => card(face, node.attrs['title'] || t('embed.untitled'), node.attrs['url']),
  file: (face, node) => {
    const id = node.attrs['file'] as string
    const draw = () => card(face, node.attrs['title'] || files.get(id)?.title || files.get(id)?.fileName || t('file.unknown'), files.get(id)?.details ?? '')
    draw()
    if (id && !files.get(id)) files.when(id, draw)
  },
  factBox: (face, node) => face.replaceChildren(line(node.attrs['title'], 'box-title')),
  pullQuote: (face, node) => face.replaceChildren(line(node.attrs['attribution'], 'quiet')),
  relatedBox: (face, node, set) => {
    const ids = node.attrs['articles'] as string[]
    const list = document.createElement('ul')
    for (const id of ids) list.append(story(id, () => set({ articles: ids.filter(other => other !== id) })))
    face.replaceChildren(line(node.attrs['title'] || t('relatedBox.untitled'), 'box-title'), list)
  },
}

function drawPicture(face: HTMLElement, node: Node, known: Picture | undefined) {
  const image = face.querySelector('img') ?? document.createElement('img')
  // Its place is kept while it is being made: the text below must not jump.
  if (known && image.getAttribute('src') !== known.url) Object.assign(image, { src: known.url, width: known.width, height: known.height })
  image.alt = node.attrs['altText'] ?? known?.altText ?? ''
  const caption = line(node.attrs['caption'] ?? known?.caption ?? '', 'caption')
  face.replaceChildren(image, caption, ...known ? [creditOf(known)] : [])
}

function card(face: HTMLElement, title: string, details: string) {
  face.classList.add('card')
  face.replaceChildren(line(title, 'name'), line(details, 'quiet'))
}

function story(id: string, takeOut: () => void) {
  const item = document.createElement('li')
  const words = line('', 'name')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'plain'
  button.textContent = t('relatedBox.takeOut')
  button.addEventListener('click', takeOut)
  const draw = () => {
    words.textContent = stories.get(id)?.headline ?? t('relatedBox.unknown')
    button.setAttribute('aria-label', `${t('relatedBox.takeOut')}: ${words.textContent}`)
  }
  draw()
  if (!stories.get(id)) stories.when(id, draw)
  item.append(words, ' ', button)
  return item
}

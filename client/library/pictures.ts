// The library's pictures as the newsroom's scripts know them (Pictures/PictureJson.cs).
import { t } from '../texts.ts'
import { choose } from './choose.ts'
import { known } from './known.ts'

export interface Picture {
  id: string, fileName: string, width: number, height: number, url: string, thumbnail: string, caption: string, altText: string, credit: string, hasCredit: boolean, page: string
}

interface Uploaded { fileName: string, picture: Picture | null, problem: string | null }

/** Those that this page has met; what it has not met is asked for. */
export const pictures = known<Picture>(async ids =>
  ((await (await fetch(`/newsroom/pictures.json?${ids.map(id => `id=${id}`).join('&')}`)).json()) as { pictures: Picture[] }).pictures)

export const nameOf = (picture: Picture) => picture.altText || picture.caption || picture.fileName

/** Sends files to the library; the answer says what their own data tell. */
export async function upload(files: File[], token: string): Promise<{ taken: Picture[], problems: string[] }> {
  const form = new FormData()
  for (const file of files) form.append('files', file)
  const answer = await fetch('/newsroom/pictures', { method: 'POST', body: form, headers: { Accept: 'application/json', 'X-Antiforgery-Token': token } }).catch(() => undefined)
  if (!answer || (!answer.ok && answer.status !== 422)) return { taken: [], problems: [t(answer?.status === 401 ? 'library.signedOut' : 'library.failed')] }
  const all = await answer.json() as Uploaded[]
  const taken = all.flatMap(one => one.picture ? [one.picture] : [])
  pictures.learn(taken)
  return { taken, problems: all.flatMap(one => one.problem ? [`${one.fileName}: ${one.problem}`] : []) }
}

/** What a picture's credit says, or that it has none and cannot go out. */
export function creditOf(picture: Picture): HTMLElement {
  const words = document.createElement('span')
  words.dir = 'auto'
  words.className = picture.hasCredit ? 'quiet' : 'problem'
  words.textContent = picture.hasCredit ? picture.credit : t('picture.noCredit')
  return words
}

/** Opens the library. Empty when it is closed without a choice. */
export async function choosePictures(token: string, many: boolean): Promise<Picture[]> {
  const chosen = await choose<Picture>({
    title: t(many ? 'library.pictures' : 'library.picture'), many, className: 'pictures',
    first: words => `/newsroom/pictures.json?q=${encodeURIComponent(words)}`,
    read, draw,
    upload: { label: t('library.upload'), accept: 'image/*', send: files => upload(files, token) },
  })
  pictures.learn(chosen)
  return chosen
}

function read(answer: unknown) {
  const { pictures: items, next } = answer as { pictures: Picture[], next: string | null }
  return { items, next }
}

function draw(picture: Picture): HTMLElement[] {
  const image = document.createElement('img')
  Object.assign(image, { src: picture.thumbnail, alt: '', loading: 'lazy' })
  const name = document.createElement('span')
  name.dir = 'auto'
  name.className = 'name'
  name.textContent = nameOf(picture)
  return [image, name, creditOf(picture)]
}

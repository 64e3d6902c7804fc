// <picture-upload><form …><input type="file" multiple>…</form></picture-upload>
// Sends the chosen or dropped files one request each, two at a time, and tells of each how far it is. One that fails
// spoils no other. Without script the form sends them all at once and answers with a page.
import { t } from '../texts.ts'

interface Uploaded { fileName: string; picture: { page: string; hasCredit: boolean } | null; wasHere: boolean; problem: string | null }

const atOnce = 2

export class PictureUpload extends HTMLElement {
  #list = document.createElement('ul')
  #told = document.createElement('p')

  connectedCallback() {
    const form = this.querySelector('form')
    const input = this.querySelector<HTMLInputElement>('input[type=file]')
    if (!form || !input) return

    this.#list.className = 'uploaded'
    this.#told.setAttribute('role', 'status')
    const drop = document.createElement('span')
    drop.className = 'hint'
    drop.textContent = t('upload.drop')
    input.after(drop)
    this.append(this.#told, this.#list)

    form.addEventListener('submit', event => {
      event.preventDefault()
      void this.send(form, [...input.files ?? []]).then(() => { input.value = '' })
    })
    this.addEventListener('dragover', event => {
      event.preventDefault()
      this.classList.add('over')
    })
    this.addEventListener('dragleave', () => this.classList.remove('over'))
    this.addEventListener('drop', event => {
      event.preventDefault()
      this.classList.remove('over')
      void this.send(form, [...event.dataTransfer?.files ?? []])
    })
  }

  private async send(form: HTMLFormElement, files: File[]) {
    if (files.length === 0) return
    const waiting = files.map(file => ({ file, line: this.line(file) }))
    const count = waiting.length
    await Promise.all(Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await sendOne(form, next.file, next.line)
    }))
    this.#told.textContent = t('upload.done', { count })
  }

  private line(file: File) {
    const line = document.createElement('li')
    const words = document.createElement('span')
    const progress = document.createElement('progress')
    progress.max = 100
    progress.value = 0
    progress.setAttribute('aria-label', file.name)
    words.textContent = t('upload.sending', { name: file.name, percent: 0 })
    line.append(progress, words)
    this.#list.prepend(line)
    return line
  }
}

// XMLHttpRequest, since fetch does not tell how much has been sent.
function sendOne(form: HTMLFormElement, file: File, line: HTMLElement): Promise<void> {
  return new Promise(done => {
    const progress = line.querySelector('progress')
    const words = line.querySelector('span')!
    const body = new FormData()
    body.append('files', file)
    const request = new XMLHttpRequest()
    request.open('POST', form.action)
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('X-Antiforgery-Token', form.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')?.value ?? '')
    request.upload.addEventListener('progress', event => {
      const percent = Math.floor(100 * event.loaded / Math.max(1, event.total))
      if (progress) progress.value = percent
      words.textContent = percent < 100 ? t('upload.sending', { name: file.name, percent }) : t('upload.reading', { name: file.name })
    })
    request.addEventListener('loadend', () => {
      progress?.remove()
      tell(line, words, file.name, request)
      done()
    })
    request.send(body)
  })
}

function tell(line: HTMLElement, words: HTMLElement, name: string, request: XMLHttpRequest) {
  const answer = read(request)
  if (answer?.picture) {
    const link = document.createElement('a')
    link.href = answer.picture.page
    link.textContent = t(answer.wasHere ? 'upload.wasHere' : answer.picture.hasCredit ? 'upload.ready' : 'upload.noCredit', { name })
    words.replaceWith(link)
    return
  }
  line.className = 'problem'
  words.textContent = answer?.problem ? `${name}: ${answer.problem}` : t(request.status === 401 ? 'upload.signedOut' : 'upload.failed', { name })
}

function read(request: XMLHttpRequest): Uploaded | null {
  if (request.status !== 200 && request.status !== 422) return null
  try {
    return (JSON.parse(request.responseText) as Uploaded[])[0] ?? null
  } catch {
    return null
  }
}

customElements.define('picture-upload', PictureUpload)

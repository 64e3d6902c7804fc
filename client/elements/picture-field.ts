// <picture-field data-picture='{…}'><select name="LeadPicture">…</select></picture-field>
// The plain choice among the newest pictures becomes the picture itself with its credit, and a way into the library.
import { choosePictures, creditOf, nameOf, pictures, upload, type Picture } from '../library/pictures.ts'
import { t } from '../texts.ts'

export class PictureField extends HTMLElement {
  #input = document.createElement('input')
  #face = document.createElement('div')
  #said = document.createElement('p')
  #label = ''
  #choose = button(() => void this.choose())
  #remove = button(() => this.take(null))

  connectedCallback() {
    const select = this.querySelector('select')
    if (!select) return // moved within the page
    if (this.dataset['picture']) pictures.learn([JSON.parse(this.dataset['picture']) as Picture])

    // A field of text, out of sight: whatever reads and writes the form's fields finds it as it would any other.
    Object.assign(this.#input, { name: select.name, value: select.value, hidden: true, autocomplete: 'off' })
    // The label, and what says that something is wrong with the picture, lead to the button.
    this.#choose.id = select.id
    this.#label = select.labels[0]?.textContent?.trim() ?? ''
    const hint = select.getAttribute('aria-describedby')
    if (hint) this.#choose.setAttribute('aria-describedby', hint)
    this.#remove.textContent = t('picture.takeOut')
    this.#remove.className = 'plain'
    this.#face.className = 'picture-face'
    this.#said.setAttribute('role', 'status')
    const acts = document.createElement('div')
    acts.className = 'actions'
    acts.append(this.#choose, this.#remove)
    select.replaceWith(this.#input, this.#face, this.#said, acts)
    for (const event of ['input', 'written']) this.#input.addEventListener(event, () => this.draw())
    this.drops()
    this.draw()
  }

  private get token() { return this.closest('form')!.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')!.value }

  private async choose() {
    const [picture] = await choosePictures(this.token, false)
    if (picture) this.take(picture)
  }

  private take(picture: Picture | null) {
    this.#input.value = picture?.id ?? ''
    this.#input.dispatchEvent(new Event('input', { bubbles: true }))
    this.#choose.focus()
  }

  private draw() {
    const id = this.#input.value
    this.#choose.textContent = t(id ? 'picture.change' : 'picture.choose')
    this.#choose.setAttribute('aria-label', [this.#label, this.#choose.textContent].filter(Boolean).join(': '))
    this.#remove.hidden = !id
    this.#face.hidden = !id
    this.#face.replaceChildren()
    if (id) pictures.when(id, picture => { if (this.#input.value === id) this.#face.replaceChildren(...faceOf(picture)) })
  }

  private drops() {
    this.addEventListener('dragover', event => { event.preventDefault(); this.classList.add('over') })
    this.addEventListener('dragleave', () => this.classList.remove('over'))
    this.addEventListener('drop', async event => {
      event.preventDefault()
      this.classList.remove('over')
      const file = event.dataTransfer?.files[0]
      if (!file) return
      this.#said.textContent = t('library.sending', { count: 1 })
      const { taken, problems } = await upload([file], this.token)
      this.#said.textContent = problems.join(' ')
      if (taken[0]) this.take(taken[0])
    })
  }
}

function faceOf(picture: Picture): HTMLElement[] {
  const image = document.createElement('img')
  Object.assign(image, { src: picture.thumbnail, alt: nameOf(picture) })
  const words = document.createElement('p')
  words.className = 'quiet'
  words.dir = 'auto'
  words.textContent = picture.caption || picture.fileName
  const credit = document.createElement('p')
  credit.append(creditOf(picture))
  if (!picture.hasCredit) {
    const link = document.createElement('a')
    Object.assign(link, { href: picture.page, target: '_blank', textContent: t('picture.sayWhose') })
    credit.append(' ', link)
  }
  return [image, words, credit]
}

function button(act: () => void) {
  const made = document.createElement('button')
  made.type = 'button'
  made.addEventListener('click', act)
  return made
}

customElements.define('picture-field', PictureField)

// <page-body>: the editor in the place of a plain page's reading text. What is written stands in a field of the form, so
// that <keep-draft> keeps it on the device and an ordinary save sends it. Without script the field is not sent at all.
import { createEditor, replaceBody } from '../editor/create.ts'
import { pictures, type Picture } from '../library/pictures.ts'
import type { Body } from '../saving/merge.ts'

export class PageBody extends HTMLElement {
  connectedCallback() {
    pictures.learn(JSON.parse(this.querySelector('[data-pictures]')!.textContent!) as Picture[])
    const field = this.querySelector<HTMLTextAreaElement>('textarea[name=Body]')!
    this.querySelector('[data-read]')!.remove()
    const said = document.createElement('p')
    said.setAttribute('role', 'status')

    // Ids that the editor adds while it starts are nobody's typing.
    let ready = false
    let written = field.value
    const token = () => this.closest('form')!.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')!.value
    const editor = createEditor({
      place: this, body: JSON.parse(field.value) as Body, token, say: words => { said.textContent = words },
      changed: () => {
        if (!ready) return
        field.value = written = JSON.stringify(editor.getJSON())
        field.dispatchEvent(new Event('input', { bubbles: true }))
      },
    })
    this.append(said)
    // keep-draft brings an unsaved text back by writing it into the field.
    field.addEventListener('input', () => { if (field.value !== written) replaceBody(editor, JSON.parse(field.value) as Body) })
    field.disabled = false
    ready = true
    this.dataset['ready'] = ''
  }
}

customElements.define('page-body', PageBody)

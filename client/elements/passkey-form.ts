// <passkey-form mode="create|get" challenge="/path"> around a form with a field named Credential: asks the browser
// for a passkey when the form is sent, puts the answer into the field and sends the form on. Without script, or in
// a browser without passkeys, it stays hidden. The newsroom's pages use it and the readers' do.

type Options = PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON

class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form')
    if (!form || typeof PublicKeyCredential === 'undefined' || !PublicKeyCredential.parseCreationOptionsFromJSON) return
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.ask(form)
    })
    this.hidden = false
  }

  private async ask(form: HTMLFormElement) {
    const button = form.querySelector('button')
    if (button) button.disabled = true
    try {
      const credential = await this.credential(await this.options(form))
      form.querySelector<HTMLInputElement>('[name=Credential]')!.value = JSON.stringify(credential)
      form.submit() // not requestSubmit: that would come back here
    } catch {
      // Cancelled, or no passkey here: the other ways in stand beside this one.
      if (button) button.disabled = false
    }
  }

  private async options(form: HTMLFormElement): Promise<Options> {
    const token = form.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')?.value ?? ''
    const answer = await fetch(this.getAttribute('challenge')!, {
      method: 'POST',
      headers: { Accept: 'application/json', 'X-Antiforgery-Token': token },
      body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    })
    if (!answer.ok) throw new Error(`challenge: ${answer.status}`)
    return answer.json()
  }

  private credential(options: Options) {
    return this.getAttribute('mode') === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  }
}

customElements.define('passkey-form', PasskeyForm)

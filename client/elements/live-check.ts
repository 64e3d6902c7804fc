// <live-check data-ask="/newsroom/articles/7/live?since=…">: asks until the program knows, and says it where it is heard.
export class LiveCheck extends HTMLElement {
  async connectedCallback() {
    // What a page brings along is not announced; what changes is.
    if (!this.isLooking) return void setTimeout(() => this.show(this.innerHTML), 400)
    while (this.isConnected && this.isLooking) {
      const answer = await fetch(this.dataset['ask']!, { headers: { accept: 'text/html' } }).catch(() => null)
      // The link to look again is still there.
      if (!answer?.ok) return
      this.show(await answer.text())
      if (answer.status !== 202) return
    }
  }

  private get region() { return this.querySelector<HTMLElement>('[role=status]')! }

  private get isLooking() { return this.region.dataset['live'] === 'looking' }

  /** The region itself stays: a reader of screens listens to it, not to one that came later. */
  private show(html: string) {
    const made = document.createElement('template')
    made.innerHTML = html
    const region = this.region
    const next = made.content.querySelector<HTMLElement>('[role=status]')!
    region.dataset['live'] = next.dataset['live']
    region.replaceChildren(...next.childNodes)
    next.remove()
    for (const other of [...this.children]) if (other !== region) other.remove()
    this.append(...made.content.children)
  }
}

customElements.define('live-check', LiveCheck)

// <story-checklist data-ask="/newsroom/articles/7/checklist">: after each save the list is fetched anew. It is a quiet list: only that
// something changed in it is announced, by the region it stands in.
export class StoryChecklist extends HTMLElement {
  connectedCallback() {
    const state = document.querySelector('[data-save-state]')
    if (!state) return
    let wait = 0
    new MutationObserver(() => {
      if ((state as HTMLElement).dataset['state'] !== 'saved') return
      clearTimeout(wait)
      wait = window.setTimeout(() => void this.ask(), 150)
    }).observe(state, { attributes: true, childList: true, characterData: true, subtree: true })
  }

  private async ask() {
    const answer = await fetch(this.dataset['ask']!, { headers: { accept: 'text/html' } }).catch(() => null)
    if (!answer?.ok) return
    const region = this.querySelector('[role=status]')!
    const made = document.createElement('template')
    made.innerHTML = await answer.text()
    const holder = document.createElement('div')
    holder.append(made.content.cloneNode(true))
    if (holder.textContent !== region.textContent) region.replaceChildren(...holder.childNodes)
  }
}

customElements.define('story-checklist', StoryChecklist)

// <page-again data-after="1200">: something is being done; the page is fetched anew until this is no longer on it. Nobody types on such a page.
export class PageAgain extends HTMLElement {
  connectedCallback() { setTimeout(() => location.reload(), Number(this.dataset['after'])) }
}

customElements.define('page-again', PageAgain)

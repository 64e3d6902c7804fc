// All the script a reader's page has, and none of it is needed: pages are read, printed and navigated without.
// Nothing is loaded from elsewhere before a reader presses the button that says so.

for (const card of document.querySelectorAll<HTMLElement>('.embed[data-embed][data-embed-label]')) {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = card.dataset.embedLabel!
  button.addEventListener('click', () => load(card, button))
  card.append(button)
}

function load(card: HTMLElement, button: HTMLElement) {
  const frame = document.createElement('iframe')
  frame.src = card.dataset.embed!
  frame.title = card.querySelector('.embed-title')?.textContent ?? card.dataset.embedLabel!
  frame.allow = 'fullscreen; encrypted-media; picture-in-picture'
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  if (!card.dataset.ratio) card.classList.add('is-tall')
  button.replaceWith(frame)
  frame.focus()
}

if (navigator.share) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href
      // Closing the sheet rejects the promise: that is a choice, not an error.
      navigator.share({ title: document.title, url: address }).catch(() => {})
    })
  }
}

// A read is told of once somebody sees the page: one opened in a tab behind is not read yet. No cookie, and
// nothing but which story it is.
const read = document.querySelector<HTMLElement>('article[data-article]')?.dataset.article
if (read) whenSeen(() => navigator.sendBeacon('/reads', read))

function whenSeen(then: () => void) {
  if (document.visibilityState === 'visible') then()
  else document.addEventListener('visibilitychange', () => whenSeen(then), { once: true })
}

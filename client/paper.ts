// All the script a reader's page has, and none of it is needed: pages are read, printed and navigated without.
// Nothing is loaded from elsewhere before a reader presses the button that says so.

import './search'
import './elements/passkey-form'

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

// A story that others may print: copied at a press, which is counted without saying who pressed. Without script the text is selected by hand.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy!)
  if (!(field instanceof HTMLTextAreaElement) || !navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', () =>
    navigator.clipboard.writeText(field.value).then(
      () => {
        button.textContent = button.dataset.copied!
        const story = button.closest<HTMLElement>('[data-copies]')?.dataset.copies
        if (story) navigator.sendBeacon('/copies', story)
      },
      () => field.select(),
    ),
  )
}

// A read is told of once somebody sees the page: one opened in a tab behind is not read yet. No cookie, and
// nothing but which story it is.
const read = document.querySelector<HTMLElement>('article[data-article]')?.dataset.article
// A link of a newsletter's issue names the issue, the same for all who get it; it goes from the address, so that who is shown this one counts for no click.
const issue = /^#(issue-\d+)$/.exec(location.hash)?.[1]
if (issue) history.replaceState(null, '', location.pathname + location.search)
if (read) whenSeen(() => navigator.sendBeacon('/reads', issue ? `${read} ${issue}` : read))

function whenSeen(then: () => void) {
  if (document.visibilityState === 'visible') then()
  else document.addEventListener('visibilitychange', () => whenSeen(then), { once: true })
}

// Messages: the page's own inline script has chosen one (theme, parts/choose.liquid). Here it is counted when it comes into view, put away when the reader
// says so, and what led to a gift goes along with it.
type Days = { [message: string]: number }
type Facts = { s?: number; l?: number; n?: Days; x?: Days; h?: Days }

const today = Math.floor(Date.now() / 864e5)
const page = document.documentElement.dataset
if (page.notes) notes()
else document.addEventListener('notes', notes)

function recall(): Facts {
  try {
    return JSON.parse(localStorage.getItem('paper') ?? '{}') as Facts
  } catch {
    return {}
  }
}

function remember(change: (facts: Facts) => void) {
  const facts = recall()
  change(facts)
  for (const days of [facts.n, facts.x]) for (const id in days) if (today - days[id]! > 400) delete days[id]
  try {
    localStorage.setItem('paper', JSON.stringify(facts))
  } catch {
    // A browser that keeps nothing is asked again.
  }
}

function notes() {
  const watch = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue
      watch.unobserve(target)
      whenSeen(() => tellSeen(target as HTMLElement))
    }
  })
  for (const place of document.querySelectorAll('[data-seen]')) watch.observe(place)
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-away]')) {
    button.hidden = false
    button.addEventListener('click', () => {
      if (page.notes === 'kept') remember(facts => ((facts.x ??= {})[button.dataset.away!] = today))
      button.closest('aside')?.remove()
    })
  }
}

function tellSeen(place: HTMLElement) {
  const [id, lot, keeps] = place.dataset.seen!.split(' ') as [string, string, string]
  let isFirst = false
  if (keeps === '1') {
    remember(facts => {
      isFirst = !(id in (facts.n ??= {}))
      facts.n[id] = today
    })
  }
  navigator.sendBeacon('/seen', `${id} ${lot} ${isFirst ? 1 : 0}`)
}

// The support page is stored and has no query: which message led to it stands behind the #.
const led = /^#m=([0-9a-f-]{36})$/.exec(location.hash)?.[1]
if (led) {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href^="/give"], main a[href^="/members"]')) {
    const there = new URL(link.href)
    there.searchParams.set('message', led)
    link.href = there.href
  }
}

// Whatever led to a gift: which lots this browser drew, of messages whose turn came within a month.
const arms = document.querySelector<HTMLInputElement>('[data-arms]')
if (arms) {
  const { n = {}, h = {} } = recall()
  arms.value = Object.keys(h).filter(id => today - n[id]! < 30).map(id => `${id}.${h[id]}`).join(' ')
}

// Thank-you pages, a reader's own page and links in mails say that she gives or subscribes, and not who she is.
const marks = [...document.querySelectorAll<HTMLElement>('[data-mark]')].map(place => place.dataset.mark!)
if (!page.notes && (location.hash === '#s' || location.hash === '#l')) marks.push(location.hash[1]!)
if (marks.length > 0) {
  void fetch('/country', { cache: 'no-store' }).then(answer => answer.text()).then(country => {
    if (country.endsWith('-')) return
    remember(facts => {
      for (const mark of marks) {
        if (mark === '-l') delete facts.l
        else facts[mark as 's' | 'l'] = today
      }
    })
  })
}

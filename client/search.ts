// The search page answers while somebody types: the page to which the form would lead is fetched, and its results take the place of those shown.
// So a theme of one's own is answered in its own words, and without script the button asks.
const form = document.querySelector<HTMLFormElement>('form[data-typing]')
if (form) answer(form)

function answer(form: HTMLFormElement) {
  const field = form.elements.namedItem('q') as HTMLInputElement
  const told = document.createElement('p')
  told.className = 'unseen'
  told.setAttribute('role', 'status')
  form.append(told)
  let waiting = 0
  let asking: AbortController | undefined

  field.addEventListener('input', event => {
    clearTimeout(waiting)
    if (!(event as InputEvent).isComposing) waiting = window.setTimeout(() => void show(), 250)
  })

  async function show() {
    asking?.abort()
    if (field.value.trim().length < 2) return
    asking = new AbortController()
    const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const address = `${form.action}?${query}`
    // After a space the word is whole.
    if (!/\s$/.test(field.value)) query.set('typing', '1')
    try {
      const answer = await fetch(`${form.action}?${query}`, { signal: asking.signal })
      if (answer.ok) replace(new DOMParser().parseFromString(await answer.text(), 'text/html'), address)
    } catch {
      // A newer question, or no connection: the button is still there.
    }
  }

  function replace(page: Document, address: string) {
    const fresh = [...page.querySelectorAll('[data-results]')]
    for (const place of document.querySelectorAll('[data-results]')) {
      const next = fresh.shift()
      if (next) place.replaceWith(next)
    }
    told.textContent = document.querySelector('[data-results] [role=status]')?.textContent ?? ''
    document.title = page.title
    history.replaceState(null, '', address)
  }
}

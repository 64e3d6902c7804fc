// The desk's list: worst harm first, each with what can be done about it.
import { ask } from '../library/ask.ts'
import { t } from '../texts.ts'
import { keyOf, type Finding, type Shown } from './findings.ts'

interface Acts { fix(found: Finding): void, look(found: Finding): void, ignore(found: Finding, because: string): void }

export function drawPanel(place: HTMLElement, shown: Shown[], ignored: number, page: string, acts: Acts) {
  const focused = document.activeElement instanceof HTMLElement && place.contains(document.activeElement) ? document.activeElement.dataset['about'] : undefined
  const panel = place.querySelector<HTMLDetailsElement>('details') ?? frame(place)
  panel.querySelector('summary')!.textContent = t('check.count', { count: shown.length })
  const list = panel.querySelector<HTMLElement>('[data-desk-list]')!
  list.replaceChildren(...groups(shown).flatMap(([harm, findings]) => [element('h3', harm), items(findings, acts)]))
  const more = panel.querySelector<HTMLAnchorElement>('[data-desk-ignored]')!
  more.href = page
  more.hidden = ignored === 0
  more.textContent = t('check.ignored', { count: ignored })
  if (focused === undefined) return
  // What was pressed is gone with its finding: the next one, or the list itself, keeps the keyboard's place.
  const next = list.querySelector<HTMLElement>(`[data-about="${CSS.escape(focused)}"]`) ?? list.querySelector<HTMLElement>('button') ?? panel.querySelector<HTMLElement>('summary')
  next?.focus()
}

function frame(place: HTMLElement): HTMLDetailsElement {
  const panel = document.createElement('details')
  // On a phone it would stand between the text and everything else.
  panel.open = matchMedia('(min-width: 64rem)').matches
  panel.className = 'copy-desk'
  panel.innerHTML = '<summary></summary><p class="said" data-desk-said role="status"></p><div data-desk-list></div><p><a data-desk-ignored></a></p>'
  place.replaceChildren(panel)
  return panel
}

function groups(shown: Shown[]): [string, Finding[]][] {
  const groups = new Map<string, Finding[]>()
  for (const { harm, found } of shown) groups.set(harm, [...groups.get(harm) ?? [], found])
  return [...groups]
}

function items(findings: Finding[], acts: Acts) {
  const list = element('ul')
  list.className = 'findings'
  list.append(...findings.map(found => item(found, acts)))
  return list
}

function item(found: Finding, acts: Acts) {
  const item = element('li')
  item.className = 'finding'
  item.dataset['severity'] = found.severity
  const message = element('p', found.message)
  const advice = element('p', found.advice)
  advice.className = 'quiet'
  const actions = element('p')
  actions.className = 'finding-acts'
  if (found.words) {
    const look = button(found.words.length > 48 ? `${found.words.slice(0, 45)}…` : found.words, `look ${keyOf(found)}`, () => acts.look(found))
    look.className = 'finding-words'
    look.dir = 'auto'
    look.setAttribute('aria-label', t('check.show', { words: found.words }))
    item.append(look)
  }
  if (found.fix !== null) actions.append(button(found.fix === '' ? t('check.remove', { words: found.words }) : t('check.fix', { fix: found.fix }), `fix ${keyOf(found)}`, () => acts.fix(found)))
  actions.append(button(t('check.ignore'), `ignore ${keyOf(found)}`, async () => {
    const because = await ask({
      title: t('check.ignore.button'), label: t('check.because', { words: found.words }), value: '',
      problem: typed => typed === '' || typed.length > 500 ? t('check.because.missing') : null,
    })
    if (because !== null) acts.ignore(found, because)
  }))
  item.append(message, advice, actions)
  return item
}

function button(words: string, about: string, press: () => void) {
  const button = element('button', words)
  button.type = 'button'
  button.dataset['about'] = about
  button.addEventListener('click', press)
  return button
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, words = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  made.textContent = words
  return made
}

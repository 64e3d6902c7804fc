// A row of buttons for the text: one tab stop, arrows move inside it, Escape goes back to the text.
import type { Editor } from '@tiptap/core'

export function toolbar(editor: Editor, label: string): HTMLElement {
  const bar = document.createElement('div')
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', label)
  const stops = () => [...bar.querySelectorAll<HTMLElement>('button, select')]
  const only = (here: HTMLElement) => { for (const stop of stops()) stop.tabIndex = stop === here ? 0 : -1 }
  bar.addEventListener('focusin', event => only(event.target as HTMLElement))
  bar.addEventListener('keydown', event => {
    if (event.key === 'Escape') { event.preventDefault(); editor.view.focus() }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const all = stops()
    const rtl = getComputedStyle(bar).direction === 'rtl' ? -1 : 1
    all[(all.indexOf(event.target as HTMLElement) + step * rtl + all.length) % all.length]?.focus()
  })
  return bar
}

export function toolButton(bar: HTMLElement, name: string, sign: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = sign
  made.title = name
  if (sign !== name) made.setAttribute('aria-label', name)
  made.tabIndex = bar.childElementCount === 0 ? 0 : -1
  made.addEventListener('pointerdown', event => event.preventDefault()) // the selection stays in the text
  made.addEventListener('click', act)
  bar.append(made)
  return made
}

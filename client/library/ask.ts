// One line asked for in a dialog: an address, mostly. Null when it was closed.
import { t } from '../texts.ts'

export interface Question { title: string, label: string, value: string, type?: string, problem(answer: string): string | null }

export function ask({ title, label, value, type, problem }: Question): Promise<string | null> {
  return new Promise(done => {
    const dialog = document.createElement('dialog')
    dialog.className = 'ask'
    dialog.setAttribute('aria-label', title)
    dialog.innerHTML = '<form method="dialog" novalidate><h2></h2><div class="field"><label for="ask-answer"></label><input id="ask-answer" aria-describedby="ask-problem"><p class="problem" id="ask-problem" role="alert"></p></div><div class="actions"><button class="next" value="use"></button><button type="button"></button></div></form>'
    const part = <E extends HTMLElement>(selector: string) => dialog.querySelector<E>(selector)!
    const input = part<HTMLInputElement>('input')
    part('h2').textContent = title
    part('label').textContent = label
    part('.next').textContent = t('library.use')
    part('[type=button]').textContent = t('library.close')
    Object.assign(input, { value, type: type ?? 'text', dir: type === 'url' ? 'ltr' : 'auto' })
    part('form').addEventListener('submit', event => {
      const wrong = problem(input.value.trim())
      if (wrong === null) return
      event.preventDefault()
      part('.problem').textContent = wrong
      input.setAttribute('aria-invalid', 'true')
      input.focus()
    })
    part('[type=button]').addEventListener('click', () => dialog.close())
    dialog.addEventListener('close', () => { dialog.remove(); done(dialog.returnValue === 'use' ? input.value.trim() : null) })
    document.body.append(dialog)
    dialog.showModal()
    input.select()
  })
}

// Signing in again in place: the page and everything in it stays, and takes the new token.
import { t } from '../texts.ts'

const breath = 1000 // milliseconds without a key

let open: HTMLDialogElement | undefined
let isAwaited = false
let typedAt = -breath
addEventListener('beforeinput', () => { typedAt = performance.now() }, { capture: true })

/** Asks at the next pause: a dialog in the middle of a sentence would take the rest of it. */
export async function signInAgain(done: () => void) {
  if (open || isAwaited) return
  isAwaited = true
  for (let left; (left = typedAt + breath - performance.now()) > 0;) await new Promise(rest => setTimeout(rest, left))
  isAwaited = false
  ask(done)
}

function ask(done: () => void) {
  const dialog = document.createElement('dialog')
  dialog.className = 'sign-in'
  dialog.setAttribute('aria-labelledby', 'sign-in-again')
  const form = document.createElement('form')
  const title = document.createElement('h2')
  title.id = 'sign-in-again'
  title.textContent = t('signin.title')
  const words = document.createElement('p')
  words.textContent = t('signin.words')
  const problem = document.createElement('p')
  problem.className = 'problem'
  problem.setAttribute('role', 'alert')
  const code = field('code', 'text', 'one-time-code')
  code.hidden = true
  const submit = document.createElement('button')
  submit.className = 'next'
  submit.textContent = t('signin.submit')
  form.append(title, words, field('email', 'email', 'username'), field('password', 'password', 'current-password'), code, problem, submit)
  dialog.append(form)
  // Escape must not strand the text: the dialog comes back with the next save.
  dialog.addEventListener('close', () => { dialog.remove(); open = undefined })
  form.addEventListener('submit', async event => {
    event.preventDefault()
    const fields = Object.fromEntries(new FormData(form)) as Record<string, string>
    const answer = await post(fields)
    if (answer?.ok) {
      const { token } = await answer.json() as { token: string }
      for (const input of document.querySelectorAll<HTMLInputElement>('[name=__RequestVerificationToken]')) input.value = token
      dialog.close()
      return done()
    }
    const refusal = await answer?.json().catch(() => undefined) as { detail?: string, type?: string } | undefined
    if (refusal?.type?.endsWith('code-needed')) code.hidden = false
    problem.textContent = refusal?.detail ?? t('signin.unreachable')
  })
  document.body.append(dialog)
  open = dialog
  dialog.showModal()
}

const post = (fields: Record<string, string>) => fetch('/newsroom/sign-in.json', {
  method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  body: JSON.stringify({ email: fields['email'], password: fields['password'], code: fields['code'] || null }),
}).catch(() => undefined)

function field(name: string, type: string, autocomplete: AutoFill) {
  const label = document.createElement('label')
  label.className = 'field'
  const input = document.createElement('input')
  Object.assign(input, { name, type, autocomplete })
  label.append(t(`signin.${name}`), input)
  return label
}

// What the program and the pages say to each other (Articles/CoEditing).
import type { Fields } from '../saving/fields.ts'
import type { Body } from '../saving/merge.ts'

export interface Entry {
  revision: number
  client?: string
  sequence?: number
  /** ProseMirror's steps, as JSON. */
  steps?: Record<string, unknown>[]
  fields?: Fields
  lost?: { field: string, client?: string, values: Fields }[]
  /** The body's size afterwards. */
  size: number
  by: string
  at: string
}

export interface Whole { fields: Fields, body: Body, savedAt: string, savedBy: string }

export interface EntryList { revision: number, entries: Entry[], whole?: Whole }

export interface Push {
  client: string
  sequence: number
  revision: number
  steps: Record<string, unknown>[]
  fields: Record<string, { values: string[], since: number }>
}

export interface Place { revision: number, anchor: number, head: number, field?: string }

export interface Peer { client: string, member: number, name: string, at?: Place }

export type Pushed =
  | { is: 'taken', list: EntryList }
  | { is: 'behind', list: EntryList }
  | { is: 'unreachable' }
  | { is: 'signed-out' }
  | { is: 'refused', why: string }

const address = (article: string) => `/newsroom/articles/${article}/editing`

export async function push(article: string, push: Push, token: string, keepalive = false): Promise<Pushed> {
  const answer = await fetch(address(article), {
    method: 'POST', keepalive, redirect: 'error',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Antiforgery-Token': token },
    body: JSON.stringify(push),
    ...(keepalive ? {} : { signal: AbortSignal.timeout(20_000) }),
  }).catch(() => undefined)
  const said = await answer?.json().catch(() => undefined)
  if (!answer || said === undefined) return { is: 'unreachable' }
  if (answer.ok) return { is: 'taken', list: said as EntryList }
  if (answer.status === 409) return { is: 'behind', list: said as EntryList }
  return refusal(answer, said as { detail?: string })
}

function refusal(answer: Response, said: { detail?: string }): Pushed {
  // 400 is the token of a session that is over.
  if (answer.status === 401 || answer.status === 400) return { is: 'signed-out' }
  if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return { is: 'unreachable' }
  return { is: 'refused', why: String(said.detail ?? answer.statusText) }
}

export interface Question { after: number, client: string, place?: Place | undefined, stamp?: number | undefined, once?: boolean }

export function questionOf({ after, client, place, stamp, once }: Question): string {
  const asked = new URLSearchParams({ after: String(after), client })
  for (const [name, value] of Object.entries({ ...place, stamp, once })) if (value !== undefined) asked.set(name, String(value))
  return `?${asked}`
}

export type Heard =
  | { is: 'news', list: EntryList & { peers: Peer[], stamp: number } }
  | { is: 'unreachable' }
  | { is: 'signed-out' }
  | { is: 'refused', why: string }

/** Asks for what came since. The answer waits for news, unless the question is asked once. */
export async function ask(article: string, question: Question, stop?: AbortSignal): Promise<Heard> {
  const answer = await fetch(address(article) + questionOf(question), { headers: { Accept: 'application/json' }, redirect: 'error', signal: AbortSignal.any([AbortSignal.timeout(40_000), ...stop ? [stop] : []]) }).catch(() => undefined)
  const said = await answer?.json().catch(() => undefined)
  if (!answer || said === undefined) return { is: 'unreachable' }
  return answer.ok ? { is: 'news', list: said } : refusal(answer, said) as Heard
}

export const socketAddress = (article: string, question: Question) => `${location.origin.replace(/^http/, 'ws')}${address(article)}${questionOf(question)}`

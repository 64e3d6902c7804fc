// The journal of one article on this device: what this tab has written and the server has not confirmed.
import { within } from './database.ts'
import type { Content } from '../saving/merge.ts'

export interface Entry {
  key: string
  article: string
  client: string
  at: number
  /** The revision and the text that the writing began from. */
  revision: number
  base: Content
  mine: Content
  /** The steps since, as ProseMirror writes them. */
  steps: unknown[]
  /** The number of the last push that the server is known to have had. */
  sequence?: number
}

export const note = (entry: Entry) => within('articles', 'readwrite', store => store.put(entry))

export function forget(key: string) {
  localStorage.removeItem(lock(key))
  return within('articles', 'readwrite', store => store.delete(key))
}

const lock = (key: string) => `journal/${key}`

/** What a page that is going writes at once: the database answers later than the page lives. Too long for the browser's limit: false. */
export function leaveBehind(entry: Entry): boolean {
  try {
    localStorage.setItem(lock(entry.key), JSON.stringify(entry))
    return true
  } catch {
    return false
  }
}

function leftBehind(): Entry[] {
  const keys = Object.keys(localStorage).filter(key => key.startsWith(lock('')))
  return keys.map(key => JSON.parse(localStorage.getItem(key)!) as Entry)
}

/** Says, as long as this tab lives, that its entry has a writer. */
export function hold(key: string) {
  void navigator.locks.request(lock(key), () => new Promise(() => {}))
}

/** Entries of tabs that are gone: closed, crashed, reloaded. */
export async function orphans(article: string): Promise<Entry[]> {
  const noted = await within<Entry[]>('articles', 'readonly', store => store.getAll()) ?? []
  const newest = new Map<string, Entry>()
  for (const entry of [...noted, ...leftBehind()]) {
    if (entry.at >= (newest.get(entry.key)?.at ?? 0)) newest.set(entry.key, entry)
  }
  const found: Entry[] = []
  for (const entry of [...newest.values()].filter(entry => entry.article === article)) {
    if (await isOrphan(entry.key)) found.push(entry)
  }
  return found.sort((one, other) => one.at - other.at)
}

// A page that is just being left may hold its lock a moment longer than the next one needs to start.
async function isOrphan(key: string): Promise<boolean> {
  for (let attempt = 0; attempt < 4; attempt++) {
    const free = await navigator.locks.request(lock(key), { ifAvailable: true }, granted => granted !== null)
    if (free) return true
    await new Promise(resolve => setTimeout(resolve, 150))
  }
  return false
}

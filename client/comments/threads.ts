// What is said about the story, as the server tells it (Comments/ListComments.cs).
export interface Said { id: string, name: string, text: string, writtenAt: string, editedAt: string | null, deletedAt: string | null, isMine: boolean }

export interface Thread {
  id: string, kind: 'words' | 'block' | 'field' | 'story', key: string, quote: string, class: 'staff' | 'guest' | 'legal'
  resolvedAt: string | null, resolvedBy: string, comments: Said[]
}

export interface Review { me: { id: string | null, name: string }, staff: string[], threads: Thread[] }

export class Threads {
  review: Review = { me: { id: null, name: '' }, staff: [], threads: [] }

  constructor(private article: string, private token: () => string, private changed: () => void) {}

  get open() { return this.review.threads.filter(thread => !thread.resolvedAt) }

  async load(): Promise<boolean> { return this.#take(fetch(`${this.#path}.json`, { headers: { Accept: 'application/json' } })) }

  /** Says something; false when the server could not be told, so that what was written stays where it is. */
  async send(path: string, fields: Record<string, string> = {}): Promise<boolean> {
    const body = new URLSearchParams(fields)
    return this.#take(fetch(`${this.#path}${path}`, { method: 'POST', redirect: 'error', headers: { Accept: 'application/json', 'X-Antiforgery-Token': this.token() }, body }))
  }

  get #path() { return `/newsroom/articles/${this.article}/comments` }

  async #take(asked: Promise<Response>): Promise<boolean> {
    try {
      const answer = await asked
      if (!answer.ok) return false
      this.review = await answer.json() as Review
      this.changed()
      return true
    } catch {
      return false
    }
  }
}

// What a page has met of the newsroom's things, by id. What it has not met is asked for once, several in one request.
export interface Known<T> {
  get(id: string): T | undefined
  learn(items: T[]): void
  /** Calls back when what was unknown has come; at once when it is known. */
  when(id: string, then: (item: T) => void): void
}

export function known<T extends { id: string }>(ask: (ids: string[]) => Promise<T[]>): Known<T> {
  const all = new Map<string, T>()
  const waiting = new Map<string, ((item: T) => void)[]>()
  let asked = false

  const learn = (items: T[]) => {
    for (const item of items) {
      all.set(item.id, item)
      const then = waiting.get(item.id) ?? []
      waiting.delete(item.id)
      for (const one of then) one(item)
    }
  }
  const fetchAll = async () => {
    asked = false
    const ids = [...waiting.keys()]
    // Offline or gone: the block is drawn with what it says itself.
    learn(await ask(ids).catch(() => []))
    for (const id of ids) waiting.delete(id)
  }
  return {
    get: id => all.get(id),
    learn,
    when(id, then) {
      const item = all.get(id)
      if (item) return then(item)
      waiting.set(id, [...waiting.get(id) ?? [], then])
      if (asked) return
      asked = true
      queueMicrotask(() => void fetchAll())
    },
  }
}

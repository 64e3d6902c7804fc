// What was typed into forms and is not on the server yet.
import { within } from './database.ts'

export interface Kept {
  name: string
  at: number
  fields: [string, string][]
}

export const keep = (entry: Kept) => within('forms', 'readwrite', store => store.put(entry))

export const kept = (name: string) => within<Kept | undefined>('forms', 'readonly', store => store.get(name))

export const release = (name: string) => within('forms', 'readwrite', store => store.delete(name))

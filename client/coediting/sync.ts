// One editor's side of the log: what the server has, what is written here on top of it, and how what others wrote comes
// in between. It knows no page, so that a journal left by a closed tab is brought home by the same rules.
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Step, type StepMap } from '@tiptap/pm/transform'
import { receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { canonical, type Fields } from '../saving/fields.ts'
import { differing, fieldsOf, groupOf, pick } from './groups.ts'
import type { Entry, EntryList, Push } from './wire.ts'

export interface Text { readonly state: EditorState, dispatch(change: Transaction): void }
export interface Form { read(): Fields, write(fields: Fields): void }

/** Words of this editor that somebody else's change took away unseen. */
export interface Lost { field: string, words: string, values?: Fields, by: string }

const mapsKept = 300

export class Sync {
  lost: (words: Lost) => void = () => {}
  sequence: number
  revision: number
  savedAt: string | null
  /** What the server has. */
  base: Fields
  confirmed: Node
  /** Since which revision a field has been written in here. */
  readonly since = new Map<string, number>()
  #flight: { sequence: number, fields: Fields } | undefined
  #maps: { revision: number, maps: StepMap[] }[] = []

  constructor(readonly client: string, private text: Text, private form: Form, standing: { revision: number, fields: Fields, savedAt?: string, sequence?: number }) {
    this.base = canonical(standing.fields)
    this.confirmed = text.state.doc
    this.revision = standing.revision
    this.savedAt = standing.savedAt ?? null
    this.sequence = standing.sequence ?? 0
  }

  get steps() { return sendableSteps(this.text.state)?.steps ?? [] }

  get changedFields() { return differing(this.form.read(), this.base) }

  /** Nothing stands here that the server does not have: written and taken back counts as not written. */
  get isClean() { return !this.#flight && this.changedFields.length === 0 && (this.steps.length === 0 || this.text.state.doc.eq(this.confirmed)) }

  /** Notes from when on a field is being changed here. */
  noteFields() {
    const changed = this.changedFields
    for (const group of [...this.since.keys()]) if (!changed.includes(group)) this.since.delete(group)
    for (const group of changed) if (!this.since.has(group)) this.since.set(group, this.revision)
  }

  /** What is to be sent now. Sent again after a lost answer it has the same number: of the two the server takes one. */
  outgoing(): Push {
    this.noteFields()
    const changed = this.changedFields
    const flight = this.#flight ??= { sequence: ++this.sequence, fields: pick(canonical(this.form.read()), changed) }
    const fields = Object.entries(flight.fields).map(([name, values]) => [name, { values, since: this.since.get(groupOf(name)) ?? this.revision }])
    return { client: this.client, sequence: flight.sequence, revision: this.revision, steps: this.steps.map(step => step.toJSON()), fields: Object.fromEntries(fields) }
  }

  /** A push that the server has refused did not happen. */
  landed() { this.#flight = undefined }

  /** The number under which what is unconfirmed is sent next, less one: what a journal must know to go on from. */
  get lastSent() { return this.#flight ? this.#flight.sequence - 1 : this.sequence }

  /** Begins anew from a text that stands in the editor already; what was unconfirmed is forgotten. */
  restart(revision: number, fields: Fields, savedAt: string) {
    this.base = canonical(fields)
    this.confirmed = this.text.state.doc
    this.revision = revision
    this.savedAt = savedAt
    this.#flight = undefined
    this.#maps = []
    this.since.clear()
  }

  /** Takes what came. False: something between is missing. */
  take(list: EntryList): boolean {
    for (const entry of list.entries) {
      if (entry.revision <= this.revision) continue
      if (entry.revision !== this.revision + 1 || !this.#take(entry)) return false
    }
    return list.whole === undefined
  }

  #take(entry: Entry): boolean {
    const isOwn = entry.client === this.client
    const steps = (entry.steps ?? []).map(json => Step.fromJSON(this.text.state.schema, json))
    if (steps.length > 0) {
      const confirmed = applied(this.confirmed, steps)
      if (!confirmed || confirmed.content.size !== entry.size) return false
      this.#receive(steps, isOwn, entry.by)
      this.confirmed = confirmed
    }
    this.#maps.push({ revision: entry.revision, maps: steps.map(step => step.getMap()) })
    if (this.#maps.length > mapsKept) this.#maps.shift()
    this.revision = entry.revision
    this.savedAt = entry.at
    this.#takeFields(entry, isOwn)
    if (isOwn && entry.sequence === this.#flight?.sequence) this.#flight = undefined
    return true
  }

  #receive(steps: Step[], isOwn: boolean, by: string) {
    const { text, client } = this
    const before = sendableSteps(text.state)
    text.dispatch(receiveTransaction(text.state, steps, steps.map(() => isOwn ? client : 'others'), { mapSelectionBackward: true }))
    const after = sendableSteps(text.state)
    if (isOwn || !before) return
    // What was typed in a passage that somebody took out has no place any more. It is told, not dropped.
    const still = new Set(after?.origins ?? [])
    const gone = before.steps.filter((_, at) => !still.has(before.origins[at]!))
    const words = gone.map(insertedText).join('')
    if (words.trim() !== '') this.lost({ field: 'Body', words, by })
  }

  #takeFields(entry: Entry, isOwn: boolean) {
    const told = entry.fields ?? {}
    if (isOwn && entry.sequence === this.#flight?.sequence) Object.assign(this.base, canonical({ ...this.#flight!.fields, ...told }))
    else {
      const written = this.changedFields
      const groups = [...new Set(Object.keys(told).map(groupOf))]
      Object.assign(this.base, pick(canonical({ ...this.base, ...told }), groups))
      // What is being written here goes on: its writer is the last one, and the other is shown what was lost.
      const free = groups.filter(group => !written.includes(group))
      if (free.length > 0) this.form.write(pick(this.base, free))
    }
    this.noteFields()
    for (const lost of entry.lost ?? []) {
      if (lost.client !== this.client) continue
      const values = pick(canonical(lost.values), [lost.field])
      if (differing(values, pick(this.base, [lost.field])).length === 0) continue
      this.lost({ field: lost.field, words: fieldsOf(lost.field).flatMap(name => values[name] ?? []).join(' '), values, by: entry.by })
    }
  }

  /** A position here, as everybody counts it: without what only stands here. */
  toAll(position: number): number {
    for (const step of [...this.steps].reverse()) position = step.getMap().invert().map(position)
    return position
  }

  /** A position that somebody counted at a revision, as it is here now; null while that is not here yet, or long past. */
  fromAll(position: number, revision: number): number | null {
    if (revision > this.revision) return null
    if (revision < this.revision && this.#maps[0]?.revision !== undefined && this.#maps[0].revision > revision + 1) return null
    const since = this.#maps.filter(one => one.revision > revision).flatMap(one => one.maps)
    for (const map of [...since, ...this.steps.map(step => step.getMap())]) position = map.map(position)
    return position <= this.text.state.doc.content.size ? position : null
  }
}

function applied(document: Node, steps: Step[]): Node | null {
  for (const step of steps) {
    const { doc } = step.apply(document)
    if (!doc) return null
    document = doc
  }
  return document
}

function insertedText(step: Step): string {
  const { slice } = step as unknown as { slice?: { content: { textBetween(from: number, to: number, between: string): string, size: number } } }
  return slice ? slice.content.textBetween(0, slice.content.size, '\n') : ''
}

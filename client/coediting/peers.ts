// Who else is here: names in the bar, cursors and selections in the text, a name at the field that somebody writes in.
import { Extension, type Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { t } from '../texts.ts'
import type { Sync } from './sync.ts'
import type { Peer } from './wire.ts'

const key = new PluginKey<DecorationSet>('peers')
const colours = 8

export const peerMarks = Extension.create({
  name: 'peers',
  addProseMirrorPlugins: () => [new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      // Between two words from the others, their marks move along with the text.
      apply: (change, marks) => (change.getMeta(key) as DecorationSet | undefined) ?? marks.map(change.mapping, change.doc),
    },
    props: { decorations: state => key.getState(state) },
  })],
})

export class Peers {
  #peers: Peer[] = []
  #colours = new Map<string, number>()

  constructor(private editor: Editor, private sync: () => Sync, private form: HTMLFormElement) {}

  meet(peers: Peer[]) {
    const before = this.#names
    this.#peers = peers
    for (const client of [...this.#colours.keys()]) if (!peers.some(peer => peer.client === client)) this.#colours.delete(client)
    for (const { client } of peers) if (!this.#colours.has(client)) this.#colours.set(client, this.#free())
    if (before !== this.#names) this.#tell()
    this.#atFields()
    this.draw()
  }

  get #names() { return JSON.stringify(this.#peers.map(peer => [peer.client, peer.name])) }

  #free() {
    const taken = new Set(this.#colours.values())
    return Array.from({ length: colours }, (_, at) => at + 1).find(colour => !taken.has(colour)) ?? 1
  }

  #tell() {
    const place = document.querySelector<HTMLElement>('[data-peers]')
    if (!place) return
    const names = this.#peers.map(peer => {
      const name = document.createElement('span')
      name.className = `peer-name peer-${this.#colours.get(peer.client)}`
      name.textContent = peer.name
      return name
    })
    place.replaceChildren(...names.length > 0 ? [t('peers.here') + ' ', ...names] : [])
  }

  #atFields() {
    for (const old of this.form.querySelectorAll('.peer-at')) old.remove()
    for (const { client, name, at } of this.#peers) {
      if (!at?.field) continue
      const place = this.form.querySelector(`[name="${CSS.escape(at.field)}"]`)?.closest('.field')
      if (!place) continue
      const tag = document.createElement('span')
      tag.className = `peer-at peer-name peer-${this.#colours.get(client)}`
      tag.textContent = t('peers.writes', { name })
      place.append(tag)
    }
  }

  /** Puts their marks where their places have come to. */
  draw() {
    const { doc, tr } = this.editor.state
    const marks = this.#peers.flatMap(peer => this.#marksOf(peer))
    // Nothing was there and nothing is: the text need not be told.
    if (marks.length === 0 && key.getState(this.editor.state) === DecorationSet.empty) return
    this.editor.view.dispatch(tr.setMeta(key, DecorationSet.create(doc, marks)).setMeta('addToHistory', false))
  }

  #marksOf({ client, name, at }: Peer): Decoration[] {
    if (!at || at.field) return []
    const [anchor, head] = [this.sync().fromAll(at.anchor, at.revision), this.sync().fromAll(at.head, at.revision)]
    if (anchor === null || head === null) return []
    const colour = `peer-${this.#colours.get(client)}`
    const cursor = Decoration.widget(head, () => cursorOf(name, colour), { key: `${client}/${colour}`, side: 1 })
    return anchor === head ? [cursor] : [cursor, Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: `peer-chosen ${colour}` })]
  }
}

// It holds no text: a click behind the last word would put the caret into it, where nothing can be typed.
function cursorOf(name: string, colour: string) {
  const cursor = document.createElement('span')
  cursor.className = `peer-cursor ${colour}`
  cursor.dataset['name'] = name
  // For eyes alone: a reader of screens hears names where they are told, not in the middle of a sentence.
  cursor.setAttribute('aria-hidden', 'true')
  return cursor
}

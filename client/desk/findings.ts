// What the copy desk found, and where that stands in the editor.
import type { Node } from '@tiptap/pm/model'

export interface Finding {
  rule: string, severity: 'hint' | 'ask' | 'stop', harm: string, block: string, place: string
  start: number, length: number, words: string, message: string, advice: string, fix: string | null
}

export interface Shown { found: Finding, harm: string }

export interface Answer { findings: Shown[], ignored: number }

export const keyOf = (found: Finding) => `${found.rule} ${found.block} ${found.place} ${found.start} ${found.words}`

/** The places in the document, in the editor's own numbers; null where the words are none of the body's, or have changed. */
export function placeOf(doc: Node, found: Finding): [number, number] | null {
  let place: [number, number] | null = null
  doc.descendants((node, at) => {
    if (place) return false
    if (node.attrs['id'] !== found.block || !node.isTextblock) return true
    const from = at + 1 + found.start
    if (found.start + found.length > node.content.size) return false
    if (node.textBetween(found.start, found.start + found.length, undefined, '\n') === found.words) place = [from, from + found.length]
    return false
  })
  return place
}

/** The form's own field of a finding above the body. */
export function fieldOf(form: HTMLFormElement, found: Finding): HTMLInputElement | HTMLTextAreaElement | null {
  if (!/^[A-Z]/.test(found.block)) return null
  return form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${CSS.escape(found.block)}"]`)
}

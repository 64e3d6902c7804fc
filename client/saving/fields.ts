// The form's fields as the server names them (Articles/ArticleForm.cs): a name and all that stands in it.
export type Fields = Record<string, string[]>

// The act's own choice beside Publish is no part of the story.
const ours = (name: string) => name !== '' && !name.startsWith('_') && name !== 'Revision' && name !== 'saysUpdated'
// What is ticked is a set: the form lists it in its own order, and looking at a story is no change of it.
const ticked = ['Topics', 'AlsoIn']
const bylineParts = ['BylineContributor', 'BylineName', 'BylineRole']

export function readFields(form: HTMLFormElement): Fields {
  const fields: Fields = {}
  for (const [name, value] of new FormData(form)) {
    if (ours(name) && typeof value === 'string') (fields[name] ??= []).push(value)
  }
  return canonical(fields)
}

/** Two readings of the same matter become equal: empty choices and empty rows of the byline say nothing. */
export function canonical(fields: Fields): Fields {
  const result: Fields = {}
  for (const [name, values] of Object.entries(fields)) result[name] = bylineParts.includes(name) ? values : values.filter(value => value !== '')
  for (const name of ticked) result[name]?.sort()
  const rows = (fields['BylineContributor'] ?? []).map((_, row) => bylineParts.map(part => fields[part]?.[row] ?? '')).filter(row => row.some(value => value !== ''))
  bylineParts.forEach((part, column) => { result[part] = rows.map(row => row[column]!) })
  return result
}

export function writeFields(form: HTMLFormElement, fields: Fields) {
  writeBylines(form, fields)
  for (const [name, values] of Object.entries(fields)) {
    const controls = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(`[name="${CSS.escape(name)}"]`)]
    const boxes = controls.filter(control => control.type === 'checkbox') as HTMLInputElement[]
    for (const box of boxes) box.checked = values.includes(box.value)
    if (boxes.length > 0) continue
    controls.filter(control => control.type !== 'hidden').forEach((control, at) => {
      const value = values[at] ?? ''
      if (control.value === value) return
      control.value = value
      control.dispatchEvent(new CustomEvent('written', { bubbles: true }))
    })
  }
}

/** As many rows as names, and an empty one. */
export function writeBylines(form: HTMLFormElement, fields: Fields) {
  const rows = [...form.querySelectorAll<HTMLElement>('[data-rows] [data-row]')]
  for (let missing = (fields['BylineContributor']?.length ?? 0) + 1 - rows.length; missing > 0; missing--) addBylineRow(form)
}

export function addBylineRow(form: HTMLFormElement) {
  const last = [...form.querySelectorAll<HTMLElement>('[data-rows] [data-row]')].at(-1)!
  const row = last.cloneNode(true) as HTMLElement
  for (const control of row.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')) {
    control.value = ''
    control.removeAttribute('id')
  }
  last.after(row)
}

// Fields that are one thing (Articles/CoEditing/FieldGroups.cs): they change together.
import { canonical, type Fields } from '../saving/fields.ts'

const together = [
  ['BylineContributor', 'BylineName', 'BylineRole'],
  ['LeadPicture', 'LeadCaption', 'LeadAlt'],
  ['SourceKind', 'SourceItem', 'SourceCredit', 'SourceAddress', 'Withheld', 'RightsEnd'],
]

export const fieldsOf = (name: string) => together.find(group => group.includes(name)) ?? [name]

export const groupOf = (name: string) => fieldsOf(name)[0]!

const said = (fields: Fields, names: string[]) => JSON.stringify(names.map(name => fields[name] ?? []))

/** The groups in which two readings of the form differ. */
export function differing(one: Fields, other: Fields): string[] {
  const [mine, theirs] = [canonical(one), canonical(other)]
  const groups = new Set([...Object.keys(mine), ...Object.keys(theirs)].map(groupOf))
  return [...groups].filter(group => said(mine, fieldsOf(group)) !== said(theirs, fieldsOf(group)))
}

export function pick(fields: Fields, groups: string[]): Fields {
  return Object.fromEntries(groups.flatMap(fieldsOf).map(name => [name, fields[name] ?? []]))
}

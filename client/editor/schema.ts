// The editor's schema is made of the same file as the program's: what it can hold, the server can read.
import { Extension, Mark, Node, type Extensions } from '@tiptap/core'
import schema from '../../src/Broadsheet/Document/schema.json'
import { marks as markShapes, nodes as nodeShapes } from './shapes.ts'

interface Attribute { type: string, default?: unknown }
interface Spec { group?: string, content?: string, atom?: boolean, excludes?: string[], attrs?: Record<string, Attribute> }

const nodes = schema.nodes as unknown as Record<string, Spec>
const marks = schema.marks as unknown as Record<string, Spec>

export const nodesWithId = Object.keys(nodes).filter(name => nodes[name]!.attrs?.['id'])

// Attributes never come out of pasted HTML by their names: each shape reads what it knows (getAttrs). One without a
// default is null here, because ProseMirror must be able to make any node; a node is only put in with its value.
function attributes(spec: Spec) {
  return Object.fromEntries(Object.entries(spec.attrs ?? {}).map(([name, attribute]) =>
    [name, { default: attribute.default ?? null, rendered: false, parseHTML: () => undefined }]))
}

function node(name: string, spec: Spec) {
  const shape = nodeShapes[name]
  const isInline = spec.group === 'inline'
  return Node.create({
    name,
    topNode: name === 'doc',
    priority: name === 'paragraph' ? 1000 : 100, // what an empty place is filled with
    group: spec.group,
    content: spec.content,
    inline: isInline,
    atom: spec.atom ?? false,
    selectable: name !== 'hardBreak',
    draggable: spec.atom ?? false,
    defining: shape?.defining ?? false,
    isolating: shape?.isolating ?? false,
    addAttributes: () => attributes(spec),
    parseHTML: () => shape?.parse ?? [],
    ...(shape?.render && { renderHTML: ({ node }) => shape.render!(node.attrs) }),
    ...(name === 'hardBreak' && { renderText: () => '\n' }),
    ...(shape?.tableRole && { extendNodeSchema: () => ({}), addOptions: () => ({}) }),
  })
}

/** prosemirror-tables finds its nodes by their role. */
const tableRoles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: extension => {
    const role = nodeShapes[extension.name]?.tableRole
    return role ? { tableRole: role } : {}
  },
})

function mark(name: string, spec: Spec) {
  const shape = markShapes[name]!
  return Mark.create({
    name,
    inclusive: shape.inclusive ?? true,
    ...(spec.excludes && { excludes: spec.excludes.join(' ') }),
    addAttributes: () => attributes(spec),
    parseHTML: () => shape.parse,
    renderHTML: ({ mark }) => shape.render(mark.attrs),
  })
}

export function schemaExtensions(): Extensions {
  return [
    tableRoles,
    ...Object.entries(nodes).filter(([name]) => name !== 'text').map(([name, spec]) => node(name, spec)),
    Node.create({ name: 'text', group: 'inline' }),
    ...Object.entries(marks).map(([name, spec]) => mark(name, spec)),
  ]
}

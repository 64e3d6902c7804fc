// Random changes of random documents, made by the library that the editor is built on: each step with the document after it,
// or null where the library refuses it.
import { getSchema } from '@tiptap/core'
import { Slice, type Node } from '@tiptap/pm/model'
import { AddMarkStep, AddNodeMarkStep, AttrStep, DocAttrStep, RemoveMarkStep, RemoveNodeMarkStep, ReplaceAroundStep, ReplaceStep, Step, Transform, canJoin, canSplit, findWrapping, liftTarget } from '@tiptap/pm/transform'
import { schemaExtensions } from '../../../../client/editor/schema.ts'
import { input, random } from '../../CoEditing/random.ts'

const { seed, rounds, documents } = JSON.parse(await input()) as { seed: number, rounds: number, documents: object[] }
const schema = getSchema(schemaExtensions())
const { below, one, chance } = random(seed)

const marks = () => one([
  () => schema.marks['bold']!.create(), () => schema.marks['italic']!.create(), () => schema.marks['subscript']!.create(), () => schema.marks['superscript']!.create(),
  () => schema.marks['link']!.create({ href: one(['https://a.example/', 'https://b.example/']) }), () => schema.marks['language']!.create({ lang: one(['he', 'ar']) }),
])()

function steps(doc: Node, others: Node[]): Step[] {
  const at = () => below(doc.content.size + 1)
  const [from, to] = [at(), at()].sort((one, other) => one - other) as [number, number]
  const $from = doc.resolve(from)
  const tr = new Transform(doc)
  const range = $from.blockRange(doc.resolve(to))
  // A mark on a node can stand on a line break only, which chance alone rarely meets.
  const breaks: number[] = []
  doc.descendants((node, at) => { if (node.type.name === 'hardBreak') breaks.push(at) })
  const piece = () => { const other = one(others); const [a, b] = [below(other.content.size + 1), below(other.content.size + 1)].sort((x, y) => x - y) as [number, number]; return other.slice(a, b) }
  const random = () => new Slice(piece().content, below(3), below(3))
  try {
    switch (below(15)) {
      case 0: if ($from.parent.inlineContent) tr.insert(from, schema.text(one(['wall', 'é', '🌊', 'שלום', ' ']), chance(0.3) ? [marks()] : [])); break
      case 1: tr.delete(from, Math.min(to, from + below(12))); break
      case 2: tr.replace(from, to, piece()); break
      case 3: tr.replaceRange(from, Math.min(to, from + 5), piece()); break
      case 4: return [new ReplaceStep(from, to, chance(0.5) ? piece() : random(), chance(0.3))]
      case 5: if (canSplit(doc, from)) tr.split(from); break
      case 6: if (canJoin(doc, from)) tr.join(from); break
      case 7: if (range) { const depth = liftTarget(range); if (depth != null) tr.lift(range, depth) } break
      case 8: if (range) { const wrap = findWrapping(range, schema.nodes[one(['blockquote', 'bulletList', 'orderedList', 'factBox'])]!); if (wrap) tr.wrap(range, wrap) } break
      case 9: tr.setBlockType(from, to, schema.nodes[one(['paragraph', 'heading', 'pullQuote'])]!); break
      case 10: return [new AddMarkStep(from, to, marks())]
      case 11: return [new RemoveMarkStep(from, to, marks())]
      case 12: return [one([
        () => new AttrStep(from, one(['id', 'dir', 'level', 'none']), one([null, 'rtl', 3, 'abc'])), () => new DocAttrStep('schema', one([1, 2])),
        () => new AddNodeMarkStep(breaks.length > 0 ? one(breaks) : from, marks()), () => new RemoveNodeMarkStep(from, marks()),
      ])()]
      case 13: tr.addMark(from, to, marks()).removeMark(from, Math.min(to, from + 9), marks().type); break
      case 14: { const gap = [from, to, at(), at()].sort((x, y) => x - y) as [number, number, number, number]
        const slice = chance(0.5) ? piece() : random()
        return [new ReplaceAroundStep(gap[0], gap[3], gap[1], gap[2], slice, below(slice.size + 1), chance(0.3))] }
    }
  } catch {
    return [] // what cannot even be thought of is no step
  }
  return tr.steps
}

const nodes = documents.map(json => schema.nodeFromJSON(json))
const result = nodes.map((doc, number) => {
  const before = doc.toJSON()
  const tried: { step: object, after: object | null, size: number, goesOn: boolean }[] = []
  for (let round = 0; round < rounds; round++) {
    for (const made of steps(doc, [doc, nodes[(number + 1) % nodes.length]!])) {
      let after: Node | null = null
      // As it comes over the wire: an open slice of nothing is nothing there.
      const step = Step.fromJSON(schema, made.toJSON())
      try { after = step.apply(doc).doc } catch { after = null }
      // A document that the library itself finds wrong is none to go on from; the server checks the whole besides.
      // Half an emoji is text to a script and to nobody else: the server takes none.
      if ([step, after].some(one => /\\ud[89a-f]/i.test(JSON.stringify(one)))) break
      let goesOn = after !== null
      try { after?.check() } catch { goesOn = false }
      tried.push({ step: step.toJSON(), after: after?.toJSON() ?? null, size: after?.content.size ?? 0, goesOn })
      if (!after || !goesOn) break
      doc = after
    }
  }
  return { before, tried }
})
console.log(JSON.stringify(result))

// The same numbers for the same seed, so that what broke breaks again.
export function random(seed: number) {
  const next = () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (most: number) => Math.floor(next() * most)
  return { below, one: <T>(many: readonly T[]) => many[below(many.length)]!, chance: (share: number) => next() < share }
}

export async function input(): Promise<string> {
  let read = ''
  for await (const part of process.stdin.setEncoding('utf8')) read += part
  return read
}

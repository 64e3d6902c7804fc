// The words of the newsroom's scripts stand in Strings/en.json under "client." and come with the page.
const texts: Record<string, string> = JSON.parse(document.getElementById('texts')?.textContent ?? '{}')

const language = document.documentElement.lang || 'en'
const plurals = new Intl.PluralRules(language)
const numbers = new Intl.NumberFormat(language)

/** The text of a key with its {names} filled in and its {count, plural, one {…} other {…}} chosen. */
export function t(key: string, values: Record<string, string | number> = {}): string {
  return fill(texts[key] ?? key, values)
}

function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern
    .replace(/\{(\w+), plural,((?:\s*[=\w]+\s*\{[^{}]*\})+)\s*\}/g, (_, name: string, choices: string) => {
      const count = Number(values[name])
      const forms = new Map([...choices.matchAll(/([=\w]+)\s*\{([^{}]*)\}/g)].map(match => [match[1], match[2]]))
      const chosen = forms.get(`=${count}`) ?? forms.get(plurals.select(count)) ?? forms.get('other') ?? ''
      return chosen.replaceAll('#', numbers.format(count))
    })
    .replace(/\{(\w+)\}/g, (whole, name: string) => name in values ? String(values[name]) : whole)
}

/** A moment of today as its time with seconds; any other with its day. */
export function time(at: number | string): string {
  const moment = new Date(at)
  const today = moment.toDateString() === new Date().toDateString()
  return moment.toLocaleString(language, today
    ? { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }
    : { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

// Which addresses may stand in a link: the same rule as Document/LinkSafety.cs.
const schemes = ['http', 'https', 'mailto', 'tel']

export function safeAddress(address: string | null): string | null {
  const clean = (address ?? '').replace(/[\t\r\n]/g, '').replace(/^[\u0000-\u0020\u00a0\ufeff]+|[\u0000-\u0020\u00a0\ufeff]+$/g, '')
  if (!clean || clean.length > 4000 || /[\u0000-\u001f\u007f-\u009f]/.test(clean)) return null
  const colon = clean.indexOf(':')
  if (colon < 0 || /[/?#]/.test(clean.slice(0, colon))) return clean.includes('\\') ? null : clean
  const scheme = clean.slice(0, colon).toLowerCase()
  if (!schemes.includes(scheme)) return null
  return scheme.startsWith('http') && !URL.canParse(clean) ? null : clean
}

/** The address, if the text is nothing but one. */
export function soleAddress(text: string): string | null {
  const trimmed = text.trim()
  return /^https?:\/\/\S+$/i.test(trimmed) ? safeAddress(trimmed) : null
}

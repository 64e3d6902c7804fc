// PDFs and recordings of the newsroom (Files/ListFiles.cs).
import { t } from '../texts.ts'
import { choose } from './choose.ts'
import { known } from './known.ts'

export interface StoredFile { id: string, fileName: string, title: string, details: string, url: string }

export const files = known<StoredFile>(async ids => await (await fetch(`/newsroom/files.json?${ids.map(id => `id=${id}`).join('&')}`)).json() as StoredFile[])

async function upload(sent: File[], token: string): Promise<{ taken: StoredFile[], problems: string[] }> {
  const form = new FormData()
  for (const file of sent) form.append('files', file)
  const answer = await fetch('/newsroom/files', { method: 'POST', body: form, headers: { Accept: 'application/json', 'X-Antiforgery-Token': token } }).catch(() => undefined)
  if (!answer || (!answer.ok && answer.status !== 422)) return { taken: [], problems: [t(answer?.status === 401 ? 'library.signedOut' : 'library.failed')] }
  const { files: taken, problems } = await answer.json() as { files: StoredFile[], problems: string[] }
  return { taken, problems }
}

export async function chooseFile(token: string): Promise<StoredFile | undefined> {
  const chosen = await choose<StoredFile>({
    title: t('library.file'), many: false,
    first: words => `/newsroom/files.json?q=${encodeURIComponent(words)}`,
    read: answer => ({ items: answer as StoredFile[], next: null }),
    draw: file => [line(file.title || file.fileName, 'name'), line([file.fileName, file.details].filter(Boolean).join(' · '), 'quiet')],
    upload: { label: t('library.upload'), accept: '.pdf,application/pdf,audio/*', send: sent => upload(sent, token) },
  })
  files.learn(chosen)
  return chosen[0]
}

export function line(words: string, className: string) {
  const made = document.createElement('span')
  made.dir = 'auto'
  made.className = className
  made.textContent = words
  return made
}

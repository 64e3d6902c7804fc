// Pictures dropped, pasted or chosen go to the library; the answer says what their own data tell.
import { pictures, type Picture } from './views.ts'

interface Uploaded { fileName: string, picture: Picture | null, problem: string | null }

export async function upload(files: File[], token: string): Promise<{ taken: Picture[], problems: string[] }> {
  const form = new FormData()
  for (const file of files) form.append('files', file)
  const answer = await fetch('/newsroom/pictures', { method: 'POST', body: form, headers: { Accept: 'application/json', 'X-Antiforgery-Token': token } }).catch(() => undefined)
  const all: Uploaded[] = answer && (answer.ok || answer.status === 422) ? await answer.json().catch(() => []) : []
  const taken = all.flatMap(one => one.picture ? [one.picture] : [])
  for (const picture of taken) pictures.set(picture.id, picture)
  const problems = all.flatMap(one => one.problem ? [`${one.fileName}: ${one.problem}`] : [])
  return { taken, problems: all.length > 0 ? problems : [answer?.statusText || '—'] }
}

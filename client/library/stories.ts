// Published stories of the article's edition, to be named in a box of related ones (Articles/FindStories.cs).
import { t } from '../texts.ts'
import { choose } from './choose.ts'
import { line } from './files.ts'
import { known } from './known.ts'

export interface Story { id: string, headline: string, section: string, published: string }

export const stories = known<Story>(async ids => await (await fetch(`/newsroom/articles.json?${ids.map(id => `id=${id}`).join('&')}`)).json() as Story[])

/** @param beside The article that is being written: its edition's stories are found, itself is not. Empty on a plain page. */
export async function chooseStories(beside: string): Promise<Story[]> {
  const chosen = await choose<Story>({
    title: t('library.stories'), many: true,
    first: words => `/newsroom/articles.json?q=${encodeURIComponent(words)}${beside ? `&beside=${beside}` : ''}`,
    read: answer => ({ items: answer as Story[], next: null }),
    draw: story => [line(story.headline, 'name'), line([story.section, story.published].filter(Boolean).join(' · '), 'quiet')],
  })
  stories.learn(chosen)
  return chosen
}

// A front end of a paper that knows nothing but its public API: draws the front page and each story on it. { api, edition } in, { front, stories: [{ url, html }] } out.
let input = ''
for await (const part of process.stdin) input += part
const { api, edition } = JSON.parse(input)

const read = async path => {
  const answer = await fetch(api + path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
const safe = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const ofEdition = path => `${path}?edition=${encodeURIComponent(edition)}`

const card = (story, isLarge) => `<article class="story"><h2><a href="${safe(story.url)}">${safe(isLarge ? story.headline : story.shortHeadline)}</a></h2>${story.label ? `<p class="kind">${safe(story.label)}</p>` : ''}<p>${safe(story.standfirst)}</p></article>`
const zone = ({ name, section, stories }) => stories.length === 0 ? '' :
  `<section class="zone">${section ? `<h2 class="title"><a href="${safe(section.url)}">${safe(section.name)}</a></h2>` : ''}${stories.map((story, at) => card(story, name === 'lead' || (section && at === 0))).join('')}</section>`

const picture = shown => {
  const whole = shown.renditions.find(one => one.shape === 'whole')
  return `<figure class="lead"><picture>${whole.sources.map(one => `<source type="${one.type}" srcset="${safe(one.srcSet)}">`).join('')}<img src="${safe(whole.url)}" width="${whole.width}" height="${whole.height}" alt="${safe(shown.altText)}"></picture><figcaption>${safe([shown.caption, shown.credit, shown.filePhoto].filter(Boolean).join(' '))}</figcaption></figure>`
}
const article = story => `<!doctype html><html lang="${story.language}"><article><h1>${safe(story.headline)}</h1><p class="standfirst">${safe(story.standfirst)}</p>
<p class="names">${story.bylines.map(one => safe(one.name)).join(', ')}</p>${story.picture ? picture(story.picture) : ''}
<div class="body">${story.bodyHtml}</div>${story.isAccessibleForFree ? '' : `<p><a class="read-on" href="${safe(story.readOn)}">…</a></p>`}
<ul class="corrections">${story.corrections.map(one => `<li>${safe(one.label)}: ${one.paragraphs.map(safe).join(' ')}</li>`).join('')}</ul>
<ul class="topics">${story.topics.map(one => `<li>${safe(one.name)}</li>`).join('')}</ul></article></html>`

const [paper, front, sections, menus, popular, latest] = await Promise.all([read(''), read(ofEdition('/front-page')), read(ofEdition('/sections')), read(ofEdition('/menus')), read(ofEdition('/popular')), read(`${ofEdition('/stories')}&limit=8&fields=headline,url`)])
const links = list => list.map(one => `<a href="${safe(one.url)}">${safe(one.name ?? one.headline)}</a>`).join('')
const html = `<!doctype html><html lang="${front.edition.language}" dir="${front.edition.direction}"><header><h1>${safe(front.edition.name)}</h1><nav class="sections">${links(sections.items)}</nav></header>
<main>${front.zones.map(zone).join('')}</main><aside class="popular">${links(popular.items)}</aside><aside class="latest">${links(latest.items)}</aside><footer>${menus.items.map(menu => links(menu.links)).join('')}<p>${paper.editions.length}</p></footer></html>`

const stories = []
for (const { id } of front.zones.flatMap(one => one.stories)) {
  const story = await read(`/stories/${id}`)
  stories.push({ url: story.url, html: article(story) })
}
console.log(JSON.stringify({ front: html, stories }))

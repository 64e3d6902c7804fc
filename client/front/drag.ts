// Drags a story by its grip, with a mouse or a finger, to a place of a zone or back among the stories.

export interface Place { zone: string, slot: number }

const near = 60 // so close to an edge of the window it scrolls
const meant = 5 // less than this is a click with a shaking hand

/** @param drop Told where it was let go; null: among the stories, so that it has no place. */
export function drag(desk: HTMLElement, drop: (story: string, place: Place | null) => void) {
  desk.addEventListener('pointerdown', down => {
    const item = (down.target as HTMLElement).closest('[data-drag]')?.closest<HTMLElement>('[data-story]')
    if (!item || !down.isPrimary || down.button !== 0) return
    down.preventDefault()
    let ghost: HTMLElement | null = null
    let over: HTMLElement | null = null
    let scrolling = 0
    const ends = new AbortController()
    const scroll = () => {
      if (ends.signal.aborted) return
      scrollBy(0, scrolling)
      requestAnimationFrame(scroll)
    }

    const move = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return
      if (!ghost) {
        if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < meant) return
        ghost = ghostOf(item)
        item.classList.add('dragged')
        requestAnimationFrame(scroll)
      }
      ghost.style.translate = `${event.clientX - down.clientX}px ${event.clientY - down.clientY}px`
      scrolling = event.clientY < near ? -12 : event.clientY > innerHeight - near ? 12 : 0
      const found = document.elementFromPoint(event.clientX, event.clientY)
      const next = found?.closest<HTMLElement>('[data-slot]') ?? found?.closest<HTMLElement>('[data-tray]') ?? null
      if (next === over) return
      over?.classList.remove('over')
      next?.classList.add('over')
      over = next
    }
    const end = (event: PointerEvent | KeyboardEvent) => {
      if (event instanceof KeyboardEvent ? event.key !== 'Escape' : event.pointerId !== down.pointerId) return
      ends.abort()
      ghost?.remove()
      over?.classList.remove('over')
      item.classList.remove('dragged')
      if (event.type !== 'pointerup' || !ghost || !over || over === item) return
      if (over.dataset['slot'] !== undefined) drop(item.dataset['story']!, { zone: over.dataset['zone']!, slot: Number(over.dataset['slot']) })
      else if (item.dataset['slot'] !== undefined) drop(item.dataset['story']!, null)
    }
    const { signal } = ends
    addEventListener('pointermove', move, { signal })
    addEventListener('pointerup', end, { signal })
    addEventListener('pointercancel', end, { signal })
    addEventListener('keydown', end, { signal })
  })
}

/** What the hand holds: the story as it stands there, above everything and in nothing's way. */
function ghostOf(item: HTMLElement) {
  const box = item.getBoundingClientRect()
  const ghost = item.cloneNode(true) as HTMLElement
  ghost.classList.add('ghost')
  ghost.inert = true
  Object.assign(ghost.style, { insetInlineStart: `${box.left}px`, insetBlockStart: `${box.top}px`, inlineSize: `${box.width}px` })
  // Its fields would be sent with the form a second time.
  ghost.querySelectorAll('input, select, button, details').forEach(one => one.remove())
  document.body.append(ghost)
  return ghost
}

// The page's ear: a WebSocket that the server closes before a minute is over, so that each opening passes the gate anew.
// Where none passes, the same is asked again and again. Nothing is sent here but where the cursor is.
import { ask, socketAddress, type EntryList, type Peer, type Place } from './wire.ts'

export interface Listener {
  revision(): number
  place(): Place | undefined
  entries(list: EntryList): void
  peers(peers: Peer[]): void
  signedOut(): void
  refused(why: string): void
  /** Whether the server hears this page. */
  isThere(isThere: boolean): void
}

// A page that nobody touches for so long lets go, so that an open tab keeps no session alive.
const sleepsAfter = 30 * 60_000
const placeEvery = 120
const socketsTried = 3
// The program speaks first. A socket on which nothing comes has something in between that lets its opening pass and nothing else.
const silentFor = 6_000
// It ends each socket within 45 seconds. One that lives longer has lost its other end, and nobody said so.
const livesFor = 60_000
// While nothing but questions passes, a moved cursor asks anew, and not at each key.
const askedAnewEvery = 1_000

export class Link {
  #socket: WebSocket | undefined
  #asking: AbortController | undefined
  #failures = 0
  #unopened = 0
  #stamp: number | undefined
  #hasMoved = false
  #timer = 0
  #placeTimer = 0
  #told = ''
  #touchedAt = Date.now()
  #isOver = false

  constructor(private article: string, private client: string, private listener: Listener) {
    const wake = () => {
      const slept = this.#isAsleep
      this.#touchedAt = Date.now()
      if (slept) this.open()
    }
    for (const touch of ['keydown', 'pointerdown', 'focus']) addEventListener(touch, wake, { capture: true, passive: true })
    addEventListener('online', () => { this.#failures = 0; this.open() })
    addEventListener('pageshow', event => { if (event.persisted) { this.#isOver = false; this.open() } })
  }

  get #isAsleep() { return Date.now() - this.#touchedAt > sleepsAfter }

  get #question() { return { after: this.listener.revision(), client: this.client, place: this.listener.place() } }

  open() {
    clearTimeout(this.#timer)
    if (this.#socket || this.#asking || this.#isOver || this.#isAsleep) return
    if (this.#unopened < socketsTried) this.#openSocket()
    else void this.#askOn()
  }

  #openSocket() {
    const socket = this.#socket = new WebSocket(socketAddress(this.article, this.#question))
    let opened = false
    let patience = setTimeout(() => socket.close(), silentFor)
    socket.onmessage = message => {
      if (!opened) {
        opened = true
        clearTimeout(patience)
        patience = setTimeout(() => socket.close(), livesFor)
        this.#unopened = this.#failures = 0
        this.#told = ''
        this.listener.isThere(true)
        this.placeChanged()
      }
      this.#hear(JSON.parse(message.data as string))
    }
    socket.onclose = event => {
      clearTimeout(patience)
      this.#socket = undefined
      if (this.#isOver) return
      if (opened && event.code === 1000) return this.open() // renewed
      // A socket says nothing of why it did not open: whoever asks by the other road is told.
      if (!opened) void this.#askOnce()
      else this.#failed()
    }
  }

  #hear(news: Partial<EntryList> & { peers?: Peer[] }) {
    if (news.peers) this.listener.peers(news.peers)
    if (news.entries) this.listener.entries(news as EntryList)
  }

  // Answered here and not there: something between lets no socket pass. A server that is away answers neither.
  async #askOnce() {
    if (!await this.#ask()) return
    this.#unopened++
    this.#again(0)
  }

  async #askOn() {
    while (!this.#isOver && !this.#isAsleep && await this.#ask()) { /* each answer asks the next question */ }
  }

  async #ask(): Promise<boolean> {
    this.#asking = new AbortController()
    this.#told = JSON.stringify(this.listener.place() ?? null)
    const heard = await ask(this.article, { ...this.#question, stamp: this.#stamp }, this.#asking.signal)
    this.#asking = undefined
    if (this.#isOver) return false
    if (this.#hasMoved && heard.is === 'unreachable') {
      this.#hasMoved = false
      return true
    }
    this.#hasMoved = false
    if (heard.is === 'news') {
      this.#failures = 0
      this.#stamp = heard.list.stamp
      this.listener.isThere(true)
      this.#hear(heard.list)
      return true
    }
    if (heard.is === 'signed-out') this.listener.signedOut()
    else if (heard.is === 'refused') this.listener.refused(heard.why)
    else this.#failed()
    return false
  }

  #failed() {
    this.#failures++
    this.listener.isThere(false)
    this.#again(Math.min(5_000, 250 * 2 ** Math.min(this.#failures, 5)))
  }

  #again(wait: number) {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => this.open(), wait)
  }

  /** Tells the others, a little later, where the cursor has come to. */
  placeChanged() {
    if (this.#placeTimer) return
    const asks = this.#unopened >= socketsTried
    this.#placeTimer = window.setTimeout(() => {
      this.#placeTimer = 0
      const place = JSON.stringify(this.listener.place() ?? null)
      if (place === this.#told || place === 'null') return
      if (asks && this.#asking) {
        this.#hasMoved = true
        this.#asking.abort()
      } else if (this.#socket?.readyState === WebSocket.OPEN) {
        this.#told = place
        this.#socket.send(place)
      }
    }, asks ? askedAnewEvery : placeEvery)
  }

  /** The page is being left: the others need not wait to see it go. */
  leave() {
    this.#isOver = true
    clearTimeout(this.#timer)
    this.#asking?.abort()
    if (this.#socket) this.#socket.close(1000, 'left')
  }
}

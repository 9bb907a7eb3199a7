// Asks Pagefind for each word of a query, and puts together what it found. docs/architecture.md tells how.

import { readCatalogue } from "./catalogue.js"
import { filtered } from "./filters.js"
import { better, grouped, ranked } from "./ranking.js"
import { nearest, plainWords, wordsOf } from "./words.js"

/** Length matters little where every text is short. */
const RANKING = { pageLength: 0.4 }
const BY_ITS_BEGINNING = 0.5
/** From so many entries on, Pagefind works beside the page and not in it; that costs a little to load. */
const MANY = 4000

/**
 * Loads what is known of the entries. `base` is the address of the site. Pagefind and the words that it knows come with
 * the first query, or at once where somebody `isAsking` already.
 */
export async function openEngine(base, isAsking = true) {
  const folder = new URL("pagefind/", base)
  const data = async name => (await fetch(new URL(name, folder))).json()
  const load = () => Promise.all([import(new URL("pagefind.js", folder)), data("words.json")])
  let early = isAsking ? load() : null
  const [facts] = await Promise.all([data("entries.json"), early])
  const catalogue = readCatalogue(facts)
  return new Engine(catalogue, async () => {
    const loading = early ?? load()
    early = null
    const [pagefind, known] = await loading
    const noWorker = catalogue.entries.length < MANY
    return { index: pagefind.createInstance({ noWorker, ranking: RANKING }), known: known.split(" ") }
  })
}

class Engine {
  #load
  #loaded
  #asked = new Map()

  /** `load` gives Pagefind's index and the words that it knows. */
  constructor(catalogue, load) {
    this.catalogue = catalogue
    this.#load = load
  }

  /**
   * What a query finds: `groups` of hits, the best first, `total` hits, `counts` for the filters, `unknown` words with
   * what was looked for `instead`, whether these are only the `nearest`, and what a word of the glossary `means`.
   * Without a query it is everything that passes the filters. While somebody is `typing`, the last word may go on.
   */
  async find(query, chosen = {}, { typing = false } = {}) {
    const words = wordsOf(query, typing)
    const found = await Promise.all(words.map((word, i) => this.#look(word, typing && i === words.length - 1)))
    const hits = ranked(this.catalogue, found)
    const { kept, counts } = filtered(hits, chosen, this.catalogue.facets)
    return {
      groups: grouped(kept),
      total: kept.length,
      counts,
      unknown: found.filter(({ instead }) => instead !== undefined).map(({ text, instead }) => ({ text, instead })),
      nearest: !hits.some(hit => hit.held === words.length),
      means: this.catalogue.meanings.get(plainWords(query).join(" ")),
    }
  }

  /** The pages that hold a word, or what is meant by it, or begin with it; else those that hold the nearest word. */
  async #look({ text, place }, typing) {
    const meant = this.catalogue.meant.get(text)
    const [own, other] = await Promise.all([this.#pages(text, typing), meant && this.#pages(meant, false)])
    if (own || other) return { text, place, pages: better(own, other) }
    const instead = nearest(text, (await this.#tools()).known)
    return { text, place, instead, pages: (instead && await this.#pages(instead, false)) || new Map() }
  }

  #pages(text, typing) {
    const key = `${text} ${typing}`
    if (!this.#asked.has(key)) {
      this.#asked.set(key, this.#ask(text, typing))
      this.#asked.get(key).catch(() => this.#asked.delete(key))
    }
    return this.#asked.get(key)
  }

  /** Pages by the id of their fragment, each with its score and the places of the word; null if the word is unknown. */
  async #ask(text, typing) {
    const { index, known } = await this.#tools()
    const [exact, begun] = await Promise.all([index.search(`"${text}"`), index.search(text)])
    const whole = new Map(exact.results.map(({ id, words }) => [id, words]))
    const mayGoOn = text.length > 1 && known.some(word => word.startsWith(text))
    if (!whole.size && !mayGoOn) return null
    const isBegun = !whole.size || (typing && mayGoOn)
    const results = isBegun ? begun.results : begun.results.filter(({ id }) => whole.has(id))
    return new Map(results.map(({ id, score, words }) => [
      id, { score: whole.has(id) ? score : score * BY_ITS_BEGINNING, at: isBegun ? words : whole.get(id) },
    ]))
  }

  #tools() {
    this.#loaded ??= this.#load().catch(error => {
      this.#loaded = null // What comes next tries again.
      throw error
    })
    return this.#loaded
  }
}

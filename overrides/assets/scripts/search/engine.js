// Search: Pagefind finds each word of a query, and this puts together what it found. docs/architecture.md tells how.

import { readCatalogue } from "./catalogue.js"
import { filtered } from "./filters.js"
import { nearest, plainWords, wordsOf } from "./words.js"

/** What an entry gets of the score that the name of its review, or of a theme that it carries, has for a word. */
const INHERITED = 0.5
const BY_ITS_BEGINNING = 0.5
const BY_WHAT_IS_MEANT = 0.85
/** How much better an entry is in which the words stand in a row, as they were typed. */
const IN_A_ROW = 0.5
/** Entries that hold less than this share of what the best one holds (a rare word weighs more) are no results. */
const LEAST_HELD = 0.4
/** If so many groups hold all words, those that hold fewer are no results. */
const ENOUGH = 12
/** What a theme gets of the score of each hit that carries it; by that alone it is a result from this share of the best on. */
const VOTE = 0.25
const LEAST_VOTE = 0.5
/** What the second best entry adds to the score of a group. */
const SECOND = 0.3
const KINDS = { theme: 1.2, happened: 0.7, section: 0.7, letter: 0.7, questions: 0.6 }

/** From so many entries on, Pagefind works beside the page and not in it: that costs a little to load. */
const MANY = 4000

/**
 * Loads what is known of the entries. `base` is the address of the site. Pagefind itself and its words come with the
 * first query, or at once where somebody `isAsking` already.
 */
export async function openEngine(base, isAsking = true) {
  const folder = new URL("pagefind/", base)
  const data = async name => (await fetch(new URL(name, folder))).json()
  const load = () => Promise.all([import(new URL("pagefind.js", folder)), data("words.json")])
  const early = isAsking && load()
  const catalogue = readCatalogue(await data("entries.json"))
  return new Engine(catalogue, async () => {
    const [pagefind, known] = await (early || load())
    const noWorker = catalogue.entries.length < MANY
    return { index: pagefind.createInstance({ noWorker, ranking: { pageLength: 0.4 } }), known: known.split(" ") }
  })
}

export class Engine {
  #load
  #loaded
  #asked = new Map()

  /** `load` gives Pagefind's index and the words that it knows. */
  constructor(catalogue, load) {
    this.catalogue = catalogue
    this.#load = load
  }

  #tools() {
    this.#loaded ??= this.#load()
    return this.#loaded
  }

  /**
   * What a query finds: `groups` of hits, the best first, `total` hits, `counts` for the filters, `unknown` words with
   * what was looked for `instead`, whether these are only the `nearest`, and what a word of the glossary `means`.
   * Without a query it is everything that passes the filters. While somebody is `typing`, the last word may go on.
   */
  async find(query, chosen = {}, { typing = false } = {}) {
    const words = wordsOf(query, typing)
    const found = await Promise.all(words.map((word, i) => this.#look(word, typing && i === words.length - 1)))
    const hits = words.length ? this.#hits(found) : this.catalogue.entries.map(entry => ({ entry, score: 0, held: 0 }))
    const { kept, counts } = filtered(hits, chosen, this.catalogue.facets)
    return {
      groups: grouped(kept),
      total: kept.length,
      counts,
      unknown: found.filter(({ instead }) => instead !== undefined).map(({ text, instead }) => ({ text, instead })),
      nearest: words.length > 0 && !hits.some(hit => hit.held === words.length),
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
    if (!this.#asked.has(key)) this.#asked.set(key, this.#ask(text, typing))
    return this.#asked.get(key)
  }

  /** Pages by the id of their fragment, each with its score and the places of the word; null if the word is unknown. */
  async #ask(text, typing) {
    const { index, known } = await this.#tools()
    const [exact, begun] = await Promise.all([index.search(`"${text}"`), index.search(text)])
    const whole = new Set(exact.results.map(({ id }) => id))
    const mayGoOn = text.length > 1 && known.some(word => word.startsWith(text))
    if (!whole.size && !mayGoOn) return null
    const results = typing && mayGoOn || !whole.size ? begun.results : begun.results.filter(({ id }) => whole.has(id))
    return new Map(results.map(({ id, score, words }) => [
      id, { score: whole.has(id) ? score : score * BY_ITS_BEGINNING, at: words },
    ]))
  }

  /** The entries that hold the words, each with its score; those that hold much less than the best are left out. */
  #hits(found) {
    const { entries, groups } = this.catalogue
    const weights = found.map(({ pages }) => Math.log(1 + entries.length / (1 + pages.size)))
    const names = new Map(groups.map(group => [group, { scores: scoresOf(found, group.names), row: rowOf(found, group.names) }]))
    const hits = withThemes(entries.map(entry => hitOf(entry, found, weights, names)).filter(hit => hit.isAbout))
    const most = Math.max(0, ...hits.map(hit => hit.share))
    const whole = new Set(hits.filter(hit => hit.held === found.length).map(hit => hit.entry.group))
    return hits.filter(hit => (whole.size >= ENOUGH ? hit.held === found.length : hit.share >= most * LEAST_HELD))
  }
}

/**
 * The hits, with the themes that they teach: a theme is an answer where many good hits carry it, though its own page may
 * use none of the words.
 */
function withThemes(hits) {
  const leads = new Map(hits.filter(({ entry }) => entry.kind === "theme").map(hit => [hit.entry.group, hit]))
  const votes = new Map()
  for (const hit of hits) {
    for (const theme of hit.entry.themes) votes.set(theme, [...(votes.get(theme) ?? []), hit])
  }
  const best = Math.max(0, ...hits.map(hit => hit.score))
  for (const [theme, carrying] of votes) {
    const vote = VOTE * carrying.reduce((sum, hit) => sum + hit.score, 0)
    const lead = leads.get(theme)
    if (lead) lead.score += vote
    else if (vote >= LEAST_VOTE * best) hits.push({ ...carrying[0], entry: theme.entries[0], score: vote, at: [] })
  }
  return hits
}

/** Each page of either, with the better of its scores. */
function better(own, other) {
  const pages = new Map(own)
  for (const [id, { score, at }] of other ?? []) {
    const lessened = score * BY_WHAT_IS_MEANT
    if (!(pages.get(id)?.score >= lessened)) pages.set(id, { score: lessened, at })
  }
  return pages
}

/**
 * How well an entry answers. It holds a word by itself, by the name of a theme that it carries, or by the name of its
 * group; the last alone does not make it about the word, unless it is the group's own entry.
 */
function hitOf(entry, found, weights, names) {
  const isLead = entry.place === 0
  const ofGroup = names.get(entry.group)
  const ofThemes = entry.themes.map(theme => names.get(theme))
  let sum = 0, held = 0, weight = 0, isAbout = false
  scoresOf(found, entry.id).forEach((own, i) => {
    const byTheme = INHERITED * Math.max(0, ...ofThemes.map(({ scores }) => scores[i]))
    const byGroup = ofGroup.scores[i] * (isLead ? 1 : INHERITED)
    const score = isLead ? own + byGroup : Math.max(own, byTheme, byGroup)
    isAbout ||= own > 0 || byTheme > 0 || (isLead && byGroup > 0)
    sum += score
    held += score > 0 ? 1 : 0
    weight += score > 0 ? weights[i] : 0
  })
  const share = weight / weights.reduce((all, each) => all + each, 0)
  const row = Math.max(
    rowOf(found, entry.id), ofGroup.row * (isLead ? 1 : INHERITED), ...ofThemes.map(theme => theme.row * INHERITED))
  const score = sum * share ** 1.5 * (1 + IN_A_ROW * row) * (KINDS[entry.kind] ?? 1)
  return { entry, score, held, share, isAbout, at: found.flatMap(({ pages }) => [...(pages.get(entry.id)?.at ?? [])]) }
}

function scoresOf(found, id) {
  return found.map(({ pages }) => pages.get(id)?.score ?? 0)
}

/** Which share of the words stands in a page as it was typed, each after the one before it. */
function rowOf(found, id) {
  if (found.length < 2) return 0
  const pairs = found.slice(1).filter((word, i) => {
    const before = found[i].pages.get(id)?.at ?? []
    const places = new Set(word.pages.get(id)?.at)
    return before.some(place => places.has(place + word.place - found[i].place))
  })
  return pairs.length / (found.length - 1)
}

/** Hits by their theme or review, the best first; what is as good stands in the order of the catalogue. */
function grouped(hits) {
  const groups = new Map()
  for (const hit of hits) {
    if (!groups.has(hit.entry.group)) groups.set(hit.entry.group, [])
    groups.get(hit.entry.group).push(hit)
  }
  for (const own of groups.values()) own.sort((one, other) => other.score - one.score || one.entry.place - other.entry.place)
  const score = ([first, second]) => first.score + SECOND * (second?.score ?? 0)
  return [...groups]
    .map(([group, own]) => ({ group, hits: own, score: score(own) }))
    .sort((one, other) => other.score - one.score || one.group.rank - other.group.rank)
}

// From the pages that hold each word to the entries that answer a query, the best first. Pure: no page, no network.
// The numbers were set on the questions `tune` of tests/search_questions.yml; around them little changes.

/** What an entry gets of the score that the name of its review, or of a theme that it carries, has for a word. */
const INHERITED = 0.5
/** What a page gets that holds not what was typed, but what is meant by it. */
const MEANT = 0.85
/** How much better an entry is in which the words stand in a row, as they were typed. */
const IN_A_ROW = 0.5
/** How much it matters to hold all words: a rare word weighs more. */
const WHOLE = 1.5
/** Entries that hold less than this share of what the best one holds are no results. */
const LEAST_HELD = 0.4
/** If so many groups hold all words, entries that hold fewer are no results. */
const ENOUGH = 12
/** What a theme gets of the score of each hit that carries it. By that alone it is a result from this share of the best on. */
const VOTE = 0.25
const LEAST_VOTE = 0.5
/** What the second best entry adds to the score of a group. */
const SECOND = 0.3
/** How much an entry of a kind counts, where that is not 1. */
const KINDS = { theme: 1.2, happened: 0.7, section: 0.7, letter: 0.7, questions: 0.6 }

/** Each page of either, with the better of its scores. */
export function better(own, meant) {
  const pages = new Map(own)
  for (const [id, { score, at }] of meant ?? []) {
    const lessened = score * MEANT
    if (!(pages.get(id)?.score >= lessened)) pages.set(id, { score: lessened, at })
  }
  return pages
}

/** The entries that answer, each with its score and the places of the words; all of them, if no word was asked for. */
export function ranked({ entries, groups }, found) {
  if (!found.length) return entries.map(entry => ({ entry, score: 0, held: 0, at: [] }))
  const weights = found.map(({ pages }) => Math.log(1 + entries.length / (1 + pages.size)))
  const names = new Map(groups.map(({ names: id }) => [id, { scores: scoresOf(found, id), row: rowOf(found, id) }]))
  const hits = withThemes(entries.map(entry => hitOf(entry, found, weights, names)).filter(hit => hit.isAbout))
  const whole = hits.filter(hit => hit.held === found.length)
  if (new Set(whole.map(hit => hit.entry.group)).size >= ENOUGH) return whole
  const least = greatest(hits, hit => hit.share) * LEAST_HELD
  return hits.filter(hit => hit.share >= least)
}

/**
 * How well an entry answers. It holds a word by itself, by the name of a theme that it carries, or by the name of its
 * group; the last alone does not make it about the word, unless it is the group's own entry.
 */
function hitOf(entry, found, weights, names) {
  const isOwn = entry.place === 0
  const group = names.get(entry.group.names)
  const themes = entry.themes.map(theme => names.get(theme.names))
  const hit = { entry, score: 0, held: 0, share: 0, isAbout: false, at: placesOf(found, entry.id) }
  scoresOf(found, entry.id).forEach((own, i) => {
    const byTheme = INHERITED * greatest(themes, theme => theme.scores[i])
    const byGroup = group.scores[i] * (isOwn ? 1 : INHERITED)
    const score = isOwn ? own + byGroup : Math.max(own, byTheme, byGroup)
    if (!score) return
    hit.score += score
    hit.held += 1
    hit.share += weights[i]
    hit.isAbout ||= own > 0 || byTheme > 0 || isOwn
  })
  hit.share /= weights.reduce((all, weight) => all + weight, 0)
  const inherited = greatest([group, ...themes], name => name.row) * (isOwn ? 1 : INHERITED)
  const row = Math.max(rowOf(found, entry.id), inherited)
  hit.score *= hit.share ** WHOLE * (1 + IN_A_ROW * row) * (KINDS[entry.kind] ?? 1)
  return hit
}

/**
 * The hits, with the themes that they teach: a theme is an answer where many good hits carry it, though its own page may
 * use none of the words.
 */
function withThemes(hits) {
  const own = new Map(hits.filter(({ entry }) => entry.kind === "theme").map(hit => [hit.entry.group, hit]))
  const votes = new Map()
  for (const hit of hits) {
    for (const theme of hit.entry.themes) {
      const vote = votes.get(theme) ?? { ...hit, entry: theme.entries[0], score: 0, at: [] }
      vote.score += VOTE * hit.score
      vote.held = Math.max(vote.held, hit.held)
      vote.share = Math.max(vote.share, hit.share)
      votes.set(theme, vote)
    }
  }
  const least = greatest(hits, hit => hit.score) * LEAST_VOTE
  for (const [theme, vote] of votes) {
    const hit = own.get(theme)
    if (hit) hit.score += vote.score
    else if (vote.score >= least) hits.push(vote)
  }
  return hits
}

function scoresOf(found, id) {
  return found.map(({ pages }) => pages.get(id)?.score ?? 0)
}

function placesOf(found, id) {
  return found.flatMap(({ pages }) => [...(pages.get(id)?.at ?? [])])
}

/** Which share of the words stands in a page as it was typed, each after the one before it. */
function rowOf(found, id) {
  const pairs = found.slice(1).filter((word, i) => {
    const before = found[i].pages.get(id)?.at ?? []
    const places = new Set(word.pages.get(id)?.at)
    return before.some(place => places.has(place + word.place - found[i].place))
  })
  return found.length > 1 ? pairs.length / (found.length - 1) : 0
}

/** Hits by their theme or review, the best first; those that are as good stand in the order of the catalogue. */
export function grouped(hits) {
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

function greatest(values, measure) {
  return values.reduce((most, value) => Math.max(most, measure(value)), 0)
}

// What is known of every entry without its text: `entries.json`, which the plugin writes beside Pagefind's index.

import { plainWords } from "./words.js"

/**
 * Reads it into groups (themes and reviews), entries (the places in them) and the words of the glossary.
 * An entry's `facets` hold the numbers of its values; `facets` of the whole say each value's id and name.
 */
export function readCatalogue({ facets, groups, glossary, words, meant, searches }) {
  const read = groups.map(([names, name, address, shared, own], rank) => {
    const group = { names, name, address, rank, facets: shared }
    group.entries = own.map((fields, place) => entryOf(fields, place, group, facets))
    group.isTheme = group.entries[0].kind === "theme"
    return group
  })
  const entries = read.flatMap(group => group.entries)
  const ofThemes = entries.filter(entry => entry.kind === "theme")
  const themes = new Map(ofThemes.map(entry => [entry.facets.theme[0], entry.group]))
  for (const entry of entries) {
    const carried = CARRIES_THEMES.has(entry.kind) ? entry.facets.theme : []
    entry.themes = carried.map(number => themes.get(number)).filter(group => group && group !== entry.group)
  }
  return { facets, groups: read, entries, meant: new Map(Object.entries(meant)), meanings: meaningsOf(words, glossary), searches }
}

/** Entries that are about each of their themes; a whole review is not, nor its one thing, which has none of its own. */
const CARRIES_THEMES = new Set(["learning", "recommendations", "strengths", "family", "findings"])

function entryOf([id, anchor, kind, audience = [], theme = [], agency = []], place, group, facets) {
  const all = { kind: [kind], audience, theme, ...group.facets, agency: [...agency, ...(group.facets.agency ?? [])] }
  return { id, anchor, place, group, kind: facets.kind[kind][0], audiences: audience, facets: all }
}

/** What words of the glossary mean, by each of their forms. A form that is a word of its own has its own meaning. */
function meaningsOf(words, glossary) {
  const found = new Map()
  const add = (form, meaning) => {
    const key = plainWords(form).join(" ")
    if (!found.has(key)) found.set(key, meaning)
  }
  const meanings = words.map(([id, anchor, term, ...forms]) => ({ id, term, forms, address: `${glossary}#${anchor}` }))
  for (const meaning of meanings) add(meaning.term, meaning)
  for (const meaning of meanings) for (const form of meaning.forms) add(form, meaning)
  return found
}

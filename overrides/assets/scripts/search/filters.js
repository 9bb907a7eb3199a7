// Filters: which entries pass, how many would, and how a choice is written in an address.

/** What a reader can filter by, in order. `most` values are shown before "Show all"; the first few stand open. */
export const FACETS = [
  { name: "kind", title: "Kind", isOpen: true },
  { name: "audience", title: "For whom", isOpen: true },
  { name: "theme", title: "Theme", isOpen: true },
  { name: "agency", title: "Agency" },
  { name: "harm", title: "Harm" },
  { name: "age", title: "Age" },
  { name: "type", title: "Kind of review" },
  { name: "partnership", title: "Partnership" },
  { name: "year", title: "Year" },
]

/**
 * The hits that pass, and for each value how many would if it were chosen too.
 * Of one facet any chosen value will do, so its own counts pass over its own choice. `chosen` maps facets to ids.
 */
export function filtered(hits, chosen, facets) {
  const wanted = FACETS.map(({ name }) => {
    const ids = new Set(chosen[name])
    return { name, numbers: new Set(facets[name].flatMap(([id], number) => (ids.has(id) ? [number] : []))) }
  }).filter(({ numbers }) => numbers.size)
  const counts = Object.fromEntries(FACETS.map(({ name }) => [name, facets[name].map(() => 0)]))
  const kept = hits.filter(({ entry }) => {
    const failed = wanted.filter(({ name, numbers }) => !entry.facets[name]?.some(number => numbers.has(number)))
    for (const { name } of failed.length ? failed.length === 1 ? failed : [] : FACETS) {
      for (const number of new Set(entry.facets[name])) counts[name][number] += 1
    }
    return !failed.length
  })
  return { kept, counts }
}

/** The query and the choice that an address holds. What is none of our values is left out. */
export function readAddress(search, facets) {
  const fields = new URLSearchParams(search)
  const chosen = {}
  for (const { name } of FACETS) {
    const ids = facets[name].map(([id]) => id).filter(id => fields.getAll(name).includes(id))
    if (ids.length) chosen[name] = ids
  }
  return { query: fields.get("q") ?? "", chosen }
}

/** The part of an address that holds a query and a choice: `?q=neglect&audience=managers`. */
export function writeAddress(query, chosen) {
  const fields = new URLSearchParams(query.trim() ? { q: query.trim() } : {})
  for (const { name } of FACETS) for (const id of chosen[name] ?? []) fields.append(name, id)
  return `${fields}` && `?${fields}`
}

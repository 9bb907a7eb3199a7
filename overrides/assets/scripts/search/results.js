// What was found, as HTML: the same in the dialog and on the search page. Nothing that was found is put in as HTML.

import { excerpt } from "./texts.js"

/** Makes an element: `make("a", { href }, "text", …)`. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value)
    else if (value !== false) element.setAttribute(key, value === true ? "" : value)
  }
  element.append(...children)
  return element
}

/** `3 results`, `1 review`. */
export const counted = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`

/** What was found, in one line. */
export function summary({ total, groups }) {
  if (!total) return "Nothing found"
  const themes = groups.filter(({ group }) => group.isTheme).length
  const kinds = [[groups.length - themes, "review"], [themes, "theme"]].filter(([count]) => count)
  return `${counted(total, "result")} in ${kinds.map(([count, noun]) => counted(count, noun)).join(" and ")}`
}

/** What there is to say about how it was found: words that are written nowhere, and results that are only near. */
export function remarks({ unknown, nearest, total }) {
  const said = unknown.filter(({ instead }) => instead).map(({ text, instead }) => `Nothing says “${text}”. Showing “${instead}”.`)
  const missed = unknown.filter(({ instead }) => !instead).map(({ text }) => `“${text}”`)
  const near = nearest && total ? " This comes nearest." : ""
  if (missed.length) said.push(`Nothing says ${missed.join(" or ")}.${near}`)
  else if (near) said.push(`Nothing holds all of these words.${near}`)
  return said
}

/** A line of plain words above results. */
export const remark = words => make("p", { class: "lb-found__remark" }, words)

/** What is read out once somebody stops typing. */
export const spoken = found => [...remarks(found), summary(found)].join(" ")

/** The kinds that ask somebody to do something. */
const FOR_SOMEBODY = new Set(["learning", "one-thing", "recommendations"])

/** Shows groups of hits. `site` has the address of the site, the catalogue and what loads a text. */
export class Results {
  constructor(site, { each }) {
    Object.assign(this, { site, each })
  }

  /** What the glossary says of the words that were asked for. */
  async meaning({ term, id, address }) {
    const words = await this.#words(id)
    const link = make("a", { href: new URL(address, this.site.base) }, term)
    return make("p", { class: "lb-found__meaning" }, make("strong", {}, link), ` ${words.join(" ")}`)
  }

  /** One group: its name, what it is, and its best hits, each a link to its place. */
  async group({ group, hits }) {
    const name = make("h3", { class: "lb-found__name" }, make("a", { href: this.#address(group) }, group.name))
    const list = make("ul", { class: "lb-found__hits" }, ...(await this.#rows(hits.slice(0, this.each))))
    const rest = hits.slice(this.each)
    const more = rest.length && make("button", { type: "button", class: "lb-found__more" },
      `${rest.length} more here`, make("span", { class: "lb-unseen" }, `: ${group.name}`))
    if (more) {
      more.addEventListener("click", async () => {
        const rows = await this.#rows(rest)
        list.append(...rows)
        more.remove()
        rows[0].querySelector("a")?.focus()
      }, { once: true })
    }
    const what = make("p", { class: "lb-found__what" }, this.#what(group))
    return make("li", { class: "lb-found__group" }, name, what, list, ...(more ? [more] : []))
  }

  #what(group) {
    const [type] = group.facets.type ?? []
    return type === undefined ? "Theme" : this.site.catalogue.facets.type[type][1]
  }

  #rows(hits) {
    return Promise.all(hits.map(hit => this.#row(hit)))
  }

  /** A hit: a link to its place, with what it is; the group's own entry is where its name leads already. */
  async #row({ entry, at = [] }) {
    const words = await this.#words(entry.id)
    if (!entry.anchor) return make("li", { class: "lb-found__own" }, ...excerpt(words, at, 0))
    const label = make("span", { class: `lb-found__kind ${this.#mark(entry)}` }, this.#label(entry))
    const text = make("span", { class: "lb-found__text" }, ...excerpt(words, at))
    return make("li", {}, make("a", { class: "lb-found__hit", href: this.#address(entry.group, entry.anchor) }, label, " ", text))
  }

  /** What an entry is, and for whom: `Learning point for managers`. */
  #label(entry) {
    const { kind, audience } = this.site.catalogue.facets
    const name = kind[entry.facets.kind[0]][1]
    const everyone = entry.audiences.length === audience.length
    if (!entry.audiences.length || !FOR_SOMEBODY.has(entry.kind) || (everyone && entry.kind !== "learning")) return name
    const whom = everyone ? ["everyone"] : entry.audiences.map(number => audience[number][2])
    return `${name} for ${whom.join(" and ")}`
  }

  /** The class that gives an entry its audience's mark. */
  #mark(entry) {
    const { audience } = this.site.catalogue.facets
    return entry.audiences.length === 1 ? audience[entry.audiences[0]][0] : "everyone"
  }

  #address(group, anchor) {
    return new URL(`${group.address}${anchor ? `#${anchor}` : ""}`, this.site.base)
  }

  /** The words of a text; none where it cannot be loaded: the way to it is worth showing all the same. */
  #words(id) {
    return this.site.textOf(id).catch(() => [])
  }
}

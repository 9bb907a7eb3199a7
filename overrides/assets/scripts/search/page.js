// The search page: its address holds the query and the filters, so that going back and bookmarks work.

import { openEngine } from "./engine.js"
import { readAddress, writeAddress } from "./filters.js"
import { Panel } from "./panel.js"
import { Results, make, remark, remarks, spoken, summary } from "./results.js"
import { textLoader } from "./texts.js"
import { announcer, soon } from "./timing.js"

const GROUPS_AT_A_TIME = 10
const HITS_OF_A_GROUP = 3
const LISTS = ".lb-body"
const NOT_AVAILABLE = "Search is not available here. These lists lead to everything."

/** Shows the search of the search page. `base` is the address of the site. */
export async function showPage(box, base) {
  const field = box.querySelector(".lb-search-box input")
  const asked = new URLSearchParams(location.search).get("q") ?? ""
  field.value ||= asked
  try {
    const engine = await openEngine(base, asked !== "")
    new SearchPage(box, engine, base).start()
  } catch {
    notAvailable(box)
  }
}

function notAvailable(box) {
  document.querySelector(LISTS).hidden = false
  const place = box.querySelector(".lb-search-page__results")
  place.replaceChildren(remark(NOT_AVAILABLE))
}

class SearchPage {
  #asked = 0
  #chosen = {}
  /** Whether the address is one to come back to: what is typed next is then a step of its own. */
  #isSettled = false

  constructor(box, engine, base) {
    Object.assign(this, { box, engine })
    this.lists = document.querySelector(LISTS)
    this.form = box.querySelector(".lb-search-box")
    this.field = this.form.querySelector("input")
    this.place = box.querySelector(".lb-search-page__results")
    this.announce = announcer(box.querySelector("[role=status]"))
    this.title = document.title
    this.panel = new Panel(box.querySelector(".lb-filters"), engine.catalogue.facets, chosen => this.#choose(chosen))
    this.results = new Results({ base, catalogue: engine.catalogue, textOf: textLoader(base) }, { each: HITS_OF_A_GROUP })
  }

  start() {
    this.form.addEventListener("submit", event => {
      event.preventDefault()
      this.#go()
    })
    this.field.addEventListener("input", soon(() => this.#type()))
    addEventListener("popstate", () => this.#read())
    const typed = this.field.value
    this.#read()
    if (typed !== this.field.value) {
      this.field.value = typed // Somebody typed while search was loading.
      this.#type()
    }
  }

  #read() {
    const { query, chosen } = readAddress(location.search, this.engine.catalogue.facets)
    this.field.value = query
    this.#chosen = chosen
    this.#isSettled = query !== ""
    this.#show()
  }

  #choose(chosen) {
    this.#chosen = chosen
    this.#go()
  }

  /** Makes query and filters a step to come back to. */
  #go() {
    this.#put("pushState")
    this.#isSettled = true
    this.#show()
  }

  /** Follows somebody who types: all letters together are one step. */
  #type() {
    if (writeAddress(this.field.value, this.#chosen) === location.search) return // Asked for already, by the key Enter.
    this.#put(this.#isSettled ? "pushState" : "replaceState")
    this.#isSettled = false
    this.#show(true)
  }

  #put(how) {
    const address = writeAddress(this.field.value, this.#chosen)
    if (address !== location.search) history[how](null, "", address || location.pathname)
  }

  #show(typing = false) {
    const mine = ++this.#asked
    this.#look(mine, typing).catch(() => {
      if (mine !== this.#asked) return
      notAvailable(this.box)
      this.announce(NOT_AVAILABLE)
    })
  }

  async #look(mine, typing) {
    const query = this.field.value.trim()
    const chosen = this.#chosen
    const isAsked = Boolean(query || Object.values(chosen).flat().length)
    const found = await this.engine.find(query, chosen, { typing })
    const shown = isAsked ? await this.#shown(found, query, chosen) : []
    if (mine !== this.#asked) return
    this.panel.show(found.counts, chosen)
    const hadFocus = this.place.contains(document.activeElement)
    this.place.replaceChildren(this.#chips(), ...shown)
    const count = this.place.querySelector(".lb-found__count")
    if (hadFocus) (count ?? this.field).focus()
    this.lists.hidden = found.total > 0 && isAsked
    document.title = query ? `${query} – ${this.title}` : this.title
    this.announce(!isAsked ? "" : hadFocus && count ? remarks(found).join(" ") : spoken(found)) // The focus says the count.
  }

  #chips() {
    return make("ul", { class: "lb-chips" }, ...this.panel.roleChip(), ...this.panel.chips())
  }

  async #shown(found, query, chosen) {
    const meaning = found.means ? [await this.results.meaning(found.means)] : []
    const list = make("ol", { class: "lb-found" })
    const asked = make("p", { class: "lb-found__asked" }, this.#asking(query, chosen))
    const count = make("h2", { class: "lb-found__count", tabindex: "-1" }, summary(found))
    const nothing = found.total ? [] : [remark(advice(chosen))]
    const more = await this.#more(list, found.groups)
    return [asked, ...meaning, ...remarks(found).map(remark), count, ...nothing, list, ...more]
  }

  /** What was asked for, for paper: the field and the filters are not printed. */
  #asking(query, chosen) {
    return [...(query ? [`“${query}”`] : []), ...this.panel.names(chosen)].join(" · ")
  }

  /** Adds the next groups to the list; the button that adds the ones after them, if there are any. */
  async #more(list, groups) {
    const rows = await Promise.all(groups.slice(0, GROUPS_AT_A_TIME).map(group => this.results.group(group)))
    list.append(...rows)
    const rest = groups.slice(GROUPS_AT_A_TIME)
    if (!rest.length) return []
    const button = make("button", { type: "button", class: "lb-button lb-found__next" }, "Show more results")
    button.addEventListener("click", async () => {
      const next = await this.#more(list, rest)
      button.replaceWith(...next)
      list.children[list.children.length - Math.min(rest.length, GROUPS_AT_A_TIME)].querySelector("a").focus()
    }, { once: true })
    return [button]
  }
}

/** What to do where nothing is found. */
function advice(chosen) {
  return Object.values(chosen).flat().length
    ? "No result passes these filters. Take one away, or start from a list below."
    : "Try fewer words, or another word for it. Or start from a list below."
}

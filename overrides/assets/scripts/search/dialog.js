// The dialog of the header: results as somebody types, and the way to all of them.

import { openEngine } from "./engine.js"
import { Results, make, remark, remarks, spoken, summary } from "./results.js"
import { textLoader } from "./texts.js"
import { announcer, soon } from "./timing.js"

const MOST_GROUPS = 6
const MOST_HITS = 2
const NOT_AVAILABLE = "Search is not available here. The lists in the menu are."

/** Wires the dialog, which is open already, and looks for what was typed while this was on its way. */
export async function showDialog(dialog, base) {
  const field = dialog.querySelector("input")
  const place = dialog.querySelector(".lb-search__results")
  const all = dialog.querySelector(".lb-search__all")
  const announce = announcer(dialog.querySelector("[role=status]"))
  let opened
  const engineOf = () => {
    opened ??= openEngine(base).catch(error => {
      opened = null // The next letter tries again.
      throw error
    })
    return opened
  }
  const textOf = textLoader(base)
  let asked = 0

  const look = async mine => {
    const engine = await engineOf()
    const query = field.value.trim()
    const found = query ? await engine.find(query, {}, { typing: true }) : null
    const results = new Results({ base, catalogue: engine.catalogue, textOf }, { each: MOST_HITS })
    const shown = found ? await shownOf(found, results) : searchesToOffer(engine.catalogue.searches, choose)
    if (mine !== asked) return
    place.replaceChildren(...shown)
    place.scrollTop = 0
    all.hidden = !found?.total
    announce(found ? spoken(found) : "")
  }
  const lookOrTell = () => {
    const mine = ++asked
    return look(mine).catch(() => {
      if (mine !== asked) return
      place.replaceChildren(remark(NOT_AVAILABLE))
      announce(NOT_AVAILABLE)
    })
  }
  const choose = words => {
    field.value = words
    field.focus()
    lookOrTell()
  }

  field.addEventListener("input", soon(lookOrTell))
  dialog.addEventListener("click", event => { if (event.target.closest("a")) dialog.close() })
  lookOrTell()
}

async function shownOf(found, results) {
  const meaning = found.means ? [await results.meaning(found.means)] : []
  const groups = await Promise.all(found.groups.slice(0, MOST_GROUPS).map(group => results.group(group)))
  return [
    ...meaning,
    ...remarks(found).map(remark),
    make("p", { class: "lb-found__count" }, summary(found)),
    make("ol", { class: "lb-found" }, ...groups),
  ]
}

/** The searches that the site offers, as buttons; none, if it offers none. */
function searchesToOffer(searches, choose) {
  if (!searches.length) return []
  const buttons = searches.map(words => make("li", {}, make("button", { type: "button", onclick: () => choose(words) }, words)))
  return [make("h2", { class: "lb-search__often" }, "People often look for"), make("ul", { class: "lb-chips" }, ...buttons)]
}

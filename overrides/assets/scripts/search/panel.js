// The filters of the search page: what can be chosen with how many results it leaves, and what is chosen.

import { PARTS, kept } from "../role.js"
import { FACETS } from "./filters.js"
import { counted, make } from "./results.js"

const MOST_VALUES = 8

/** Builds the filters once; `show` brings counts and choice up to date. `change` is called with each new choice. */
export class Panel {
  #facets
  #change
  #parts
  #chosen = {}

  constructor(box, facets, change) {
    this.#facets = facets
    this.#change = change
    this.#parts = FACETS.map(facet => this.#part(facet))
    const list = box.querySelector(".lb-filters__list")
    list.append(...this.#parts.map(({ details }) => details))
    list.addEventListener("submit", event => event.preventDefault())
    this.button = box.querySelector(".lb-filters__open")
    this.button.addEventListener("click", () => {
      this.button.setAttribute("aria-expanded", String(this.button.getAttribute("aria-expanded") !== "true"))
    })
  }

  #part({ name, title, isOpen = false }) {
    const values = this.#facets[name].map(([id, label], number) => this.#value(name, id, label, number))
    const all = make("button", { type: "button", class: "lb-filters__all", "aria-expanded": "false" })
    const fields = make("fieldset", {}, make("legend", { class: "lb-unseen" }, title), ...values.map(({ row }) => row), all)
    const details = make("details", { open: isOpen }, make("summary", {}, title), fields)
    const part = { name, details, values, all }
    all.addEventListener("click", () => {
      all.setAttribute("aria-expanded", String(all.getAttribute("aria-expanded") !== "true"))
      this.#fold(part)
    })
    return part
  }

  #value(facet, id, label, number) {
    const input = make("input", { type: "checkbox", name: facet, value: id })
    const count = make("span", { class: "lb-filters__count" })
    input.addEventListener("change", () => this.#change(withValue(this.#chosen, facet, id, input.checked)))
    return { id, input, count, number, row: make("label", { class: "lb-filters__value" }, input, make("span", {}, label), count) }
  }

  /** Shows how many results each value leaves, and which are chosen. */
  show(counts, chosen) {
    this.#chosen = chosen
    for (const part of this.#parts) {
      for (const value of part.values) {
        value.left = counts[part.name][value.number]
        value.input.checked = chosen[part.name]?.includes(value.id) ?? false
        value.count.textContent = ` ${value.left}`
      }
      this.#fold(part)
    }
    const many = Object.values(chosen).flat().length
    this.button.textContent = many ? `Filters (${many})` : "Filters"
  }

  /** Shows the values that leave something, of many the most frequent, and what is chosen in any case. */
  #fold({ details, values, all }) {
    const useful = values.filter(({ left, input }) => left > 0 || input.checked)
    const isWhole = all.getAttribute("aria-expanded") === "true" || useful.length <= MOST_VALUES + 1
    const most = [...useful].sort((one, other) => other.left - one.left || one.number - other.number).slice(0, MOST_VALUES)
    const kept = ({ input }) => input.checked || input === document.activeElement
    const shown = new Set(isWhole ? useful : [...most, ...useful.filter(kept)])
    for (const value of values) value.row.hidden = !shown.has(value)
    all.hidden = useful.length <= MOST_VALUES + 1
    all.textContent = isWhole ? "Show fewer" : `Show all ${useful.length}`
    details.hidden = !useful.length
  }

  #listed(chosen) {
    return FACETS.flatMap(({ name }) => (chosen[name] ?? []).map(id => {
      const [, label] = this.#facets[name].find(([other]) => other === id)
      return { name, id, label }
    }))
  }

  /** The names of what is chosen. */
  names(chosen) {
    return this.#listed(chosen).map(({ label }) => label)
  }

  /** What is chosen, each as a button that takes it away again. */
  chips() {
    const chosen = this.#listed(this.#chosen)
    const buttons = chosen.map(({ name, id, label }) =>
      this.#chip(label, `Take away the filter ${label}`, () => this.#change(withValue(this.#chosen, name, id, false))))
    if (chosen.length > 1) buttons.push(this.#chip("Clear all", `Clear all ${counted(chosen.length, "filter")}`, () => this.#change({})))
    return buttons
  }

  /** A button for the role that the reader chose on this site, unless it is chosen here already. */
  roleChip() {
    const role = chosenRole(this.#facets)
    if (!role.length || role.every(([facet, [id]]) => this.#chosen[facet]?.includes(id))) return []
    const names = role.map(([, [, label]]) => label).join(", ")
    const choice = Object.fromEntries(role.map(([facet, [id]]) => [facet, [id]]))
    const chip = make("button", { type: "button", class: "lb-chips__add" }, `For my role: ${names}`)
    chip.addEventListener("click", () => this.#change({ ...this.#chosen, ...choice }))
    return [make("li", {}, chip)]
  }

  #chip(label, name, onclick) {
    const cross = make("span", { class: "lb-chips__cross", "aria-hidden": "true" }, "×")
    return make("li", {}, make("button", { type: "button", class: "lb-chips__chosen", "aria-label": name, onclick }, label, cross))
  }
}

function withValue(chosen, facet, id, isChosen) {
  const others = (chosen[facet] ?? []).filter(other => other !== id)
  return { ...chosen, [facet]: isChosen ? [...others, id] : others }
}

/** The reader's own audience and agency, as far as they are among the values. */
function chosenRole(facets) {
  const role = kept() ?? {}
  return PARTS.flatMap(facet => {
    const value = facets[facet].find(([id]) => id === role[facet])
    return value ? [[facet, value]] : []
  })
}

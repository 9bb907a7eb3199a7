// Search: a dialog in front of the worker and index that Material builds, loaded when somebody wants to search.

(() => {
"use strict"

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3 // The worker's kinds of message.
const MOST_PAGES = 20
const MOST_READ = 4000 // Letters of a place, in which the first mark is looked for.
const MOST_BEFORE_A_MARK = 40
const MOST_PLACES_ON_A_PAGE = 3

const openButton = document.querySelector(".lb-search-open")
const dialog = document.querySelector("dialog.lb-search")

if (openButton && dialog) {
  const config = JSON.parse(document.getElementById("__config").textContent)
  const base = new URL(config.base.replace(/\/?$/, "/"), location)
  const form = dialog.querySelector("form")
  const field = dialog.querySelector("input")
  const status = dialog.querySelector("[role=status]")
  const list = dialog.querySelector("ol")
  let worker

  const start = async () => {
    status.textContent = "Getting the index…"
    const answer = await fetch(new URL("search/search_index.json", base))
    if (!answer.ok) throw new Error(answer.statusText)
    const index = await answer.json()
    worker = new Worker(new URL(config.search, location))
    worker.onmessage = ({ data }) => {
      if (data.type === READY) ask()
      else if (data.type === RESULT) show(data.data.items)
    }
    worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } })
  }

  const ask = () => {
    const words = field.value.trim()
    if (words) worker.postMessage({ type: QUERY, data: words })
    else show([])
  }

  const show = pages => {
    const count = pages.length
    status.textContent = !field.value.trim()
      ? "Type a word or two, such as a theme, an agency or the name of a review."
      : count === 0 ? "Nothing found. Try fewer words, or another word for it."
      : count === 1 ? "1 page found" : `${count > MOST_PAGES ? `First ${MOST_PAGES} of ` : ""}${count} pages found`
    list.replaceChildren(...pages.slice(0, MOST_PAGES).map(resultOf))
  }

  const resultOf = places => {
    const page = places.find(place => !place.location.includes("#")) ?? places[0]
    const inside = places.filter(place => place !== page && place.score > 0)
    const item = document.createElement("li")
    item.append(linkTo(page, "lb-search__page"))
    const shown = inside.length ? inside.slice(0, MOST_PLACES_ON_A_PAGE) : [page]
    for (const place of shown) {
      if (place !== page) item.append(linkTo(place, "lb-search__place"))
      const excerpt = document.createElement("p")
      excerpt.append(...fromFirstMark(marked(place.text)))
      if (excerpt.textContent.trim()) item.append(excerpt)
    }
    return item
  }

  const linkTo = (place, className) => {
    const link = document.createElement("a")
    link.href = new URL(place.location, base)
    link.className = className
    link.append(...marked(place.title))
    link.addEventListener("click", () => dialog.close())
    return link
  }

  /** The text of a piece of HTML and the marks in it, and nothing else: what is found is never put in as HTML. */
  const marked = html => {
    const body = new DOMParser().parseFromString(html, "text/html").body
    const pieces = []
    let length = 0
    const walk = (node, within) => {
      for (const child of node.childNodes) {
        if (length > MOST_READ) return
        if (child.nodeType === Node.TEXT_NODE) {
          length += child.data.length
          pieces.push(within ? markOf(child.data) : child.data)
        } else if (child.nodeType === Node.ELEMENT_NODE) {
          walk(child, within || child.localName === "mark")
          if (/^(p|li|h\d|td)$/.test(child.localName)) pieces.push(" ")
        }
      }
    }
    walk(body, false)
    return pieces
  }

  /** An excerpt that shows what was asked for: it starts a few words before the first mark. */
  const fromFirstMark = pieces => {
    const first = pieces.findIndex(piece => typeof piece !== "string")
    const before = pieces.slice(0, Math.max(first, 0)).join("")
    const start = before.lastIndexOf(" ", before.length - MOST_BEFORE_A_MARK)
    return before.length > MOST_BEFORE_A_MARK && start > 0
      ? [`… ${before.slice(start + 1)}`, ...pieces.slice(first)]
      : pieces
  }

  const markOf = text => {
    const mark = document.createElement("mark")
    mark.textContent = text
    return mark
  }

  const open = words => {
    if (words !== undefined) field.value = words
    if (!dialog.open) dialog.showModal()
    field.focus()
    field.select()
    if (worker) ask()
    else start().catch(() => { status.textContent = "Search is not available here. The lists of reviews and themes are." })
  }

  openButton.addEventListener("click", () => open())
  form.addEventListener("submit", event => event.preventDefault())
  form.querySelector("button").addEventListener("click", () => dialog.close())
  field.addEventListener("input", () => { if (worker) ask() })
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close() })
  openButton.hidden = false

  const box = document.querySelector("form.lb-search-box")
  if (box) {
    box.addEventListener("submit", event => {
      event.preventDefault()
      open(box.elements.q.value)
    })
    box.hidden = false
  }

  const asked = new URLSearchParams(location.search).get("q")
  if (asked) open(asked)
}

})()

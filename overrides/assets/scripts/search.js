// Search, until somebody uses it: the header's link becomes a button that opens the dialog. The rest is loaded then.

(() => {
"use strict"

const link = document.querySelector(".lb-search-open")
const dialog = document.querySelector("dialog.lb-search")
const page = document.querySelector(".lb-search-page")
if (!link || !dialog) return

const base = new URL("..", link.href)
const load = name => import(new URL(`assets/scripts/search/${name}.js`, base))
const PARTS = ["engine", "catalogue", "words", "filters", "ranking", "results", "texts", "timing"]
/** Loads a module with all that it needs, at once and not one after the other. */
const loadWith = name => {
  for (const part of PARTS) load(part).catch(() => {}) // Whoever needs it is told.
  return load(name)
}
/** Fetches what the engine will ask for as soon as it is there. */
const fetchEarly = (name, how) => {
  const link = document.createElement("link")
  Object.assign(link, { ...how, href: new URL(`pagefind/${name}`, base) })
  document.head.append(link)
}
const DATA = { rel: "preload", as: "fetch", crossOrigin: "anonymous" }
const button = document.createElement("button")
button.type = "button"
button.className = link.className
button.append(...link.childNodes)

if (page) {
  button.addEventListener("click", () => page.querySelector("input").focus())
  const lists = document.querySelector(".lb-body")
  lists.hidden = location.search.length > 1
  fetchEarly("entries.json", DATA)
  if (new URLSearchParams(location.search).get("q")) {
    fetchEarly("pagefind.js", { rel: "modulepreload" })
    fetchEarly("words.json", DATA)
  }
  load("panel").catch(() => {})
  loadWith("page").then(({ showPage }) => showPage(page, base)).catch(() => { lists.hidden = false })
} else {
  button.setAttribute("aria-haspopup", "dialog")
  let isWired = false
  button.addEventListener("click", async () => {
    dialog.showModal()
    if (isWired) return
    isWired = true
    try {
      const { showDialog } = await loadWith("dialog")
      showDialog(dialog, base)
    } catch {
      isWired = false
      dialog.querySelector(".lb-search__all").hidden = false // It leads to the search page, which has the lists.
    }
  })
  dialog.querySelector(".lb-search__close").addEventListener("click", () => dialog.close())
  dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close() })
}
link.replaceWith(button)

})()

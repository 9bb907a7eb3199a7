// "On this page": open beside the text on a wide screen, a folded bar on a narrow one; it says where the reader is.

(() => {
"use strict"

const nav = document.querySelector(".lb-toc")
if (!nav) return

const withRail = matchMedia("(min-width: 80em)")
const fold = nav.querySelector("details")
const summary = fold.querySelector("summary")
const MANY_PARTS = 4

/** What each link leads to. */
const places = new Map([...fold.querySelectorAll("a")]
  .map(link => [link, document.getElementById(decodeURIComponent(link.hash.slice(1)))]))
const partOf = link => link.closest(".lb-toc details > ul > li")

// On a page of many parts only the part that is being read shows what is in it.
if (fold.querySelectorAll(":scope > ul > li").length > MANY_PARTS) nav.dataset.foldParts = ""

function unfold() { fold.open = withRail.matches }
withRail.addEventListener("change", unfold)
unfold()

fold.addEventListener("click", event => {
  if (event.target.closest("a") && !withRail.matches) fold.open = false
})
document.addEventListener("click", event => {
  if (!withRail.matches && !nav.contains(event.target)) fold.open = false
})
nav.addEventListener("focusout", event => {
  if (!withRail.matches && event.relatedTarget && !nav.contains(event.relatedTarget)) fold.open = false
})
nav.addEventListener("keydown", event => {
  if (event.key !== "Escape" || withRail.matches || !fold.open) return
  fold.open = false
  summary.focus()
})

const here = document.createElement("span")
here.className = "lb-toc__here"
summary.append(here)

/** The link to the last heading that has passed the upper third of the screen. role.js hides headings, and moves them. */
function current() {
  const line = innerHeight / 3
  const hasPassed = place => place?.checkVisibility() && place.getBoundingClientRect().top < line
  return [...fold.querySelectorAll("a")].findLast(link => hasPassed(places.get(link)))
}

let shown
function follow() {
  const link = current()
  if (link === shown) return
  shown?.removeAttribute("aria-current")
  if (shown) partOf(shown).removeAttribute("data-here")
  shown = link
  here.textContent = link?.textContent ?? ""
  if (!link) return
  link.setAttribute("aria-current", "true")
  partOf(link).setAttribute("data-here", "")
  keepInView(link)
}

/** Scrolls the list, never the page. */
function keepInView(link) {
  const list = withRail.matches ? nav : fold.querySelector("ul")
  const { top, bottom } = link.getBoundingClientRect()
  const box = list.getBoundingClientRect()
  if (top < box.top + 40 || bottom > box.bottom - 40) list.scrollTop += top - box.top - list.clientHeight / 3
}

let waiting = false
function soon() {
  if (waiting) return
  waiting = true
  requestAnimationFrame(() => { waiting = false; follow() })
}
addEventListener("scroll", soon, { passive: true })
addEventListener("resize", soon)
follow()

})()

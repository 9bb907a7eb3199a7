// My role, which this browser alone keeps (role-choice.js writes it): lists show first what is for it, a briefing leads
// with its learning, the front page with its ways. It runs before the first paint; without a role it changes nothing.

export const KEY = "lb-role"
export const PARTS = ["audience", "agency"]
export const site = new URL("../../", import.meta.url)
const myRolePage = new URL("my-role/", site)

function raw() {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null // Storage can be forbidden.
  }
}

/** The role that is kept, or null. `audience` and `agency` are ids, one of which may be missing. */
export function kept() {
  try {
    const role = JSON.parse(raw())
    return role?.audience || role?.agency ? role : null
  } catch {
    return null // It can hold what is not ours.
  }
}

/** The address of a page of this site, whatever was kept as one. */
function pageOf(address) {
  const page = new URL(String(address), site)
  return page.href.startsWith(site.href) ? page : myRolePage
}

/** Each part of a role that was chosen: what it is called, and its page. */
export const parts = role => PARTS.filter(part => role[part]).map(part => ({
  name: String(role.names?.[part] ?? role[part]),
  page: pageOf(role.pages?.[part] ?? "my-role/"),
}))

export const words = role => parts(role).map(part => part.name).join(", ")

/** A new element: its own properties, then what stands in it. */
export function made(tag, properties, ...inside) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...inside)
  return element
}

const undo = []

/** Put an element before another, until it is undone. */
function lead(element, first) {
  const place = document.createComment("")
  element.replaceWith(place)
  first.before(element)
  undo.push(() => place.replaceWith(element))
}

function tellHeader(role) {
  const value = document.querySelector(".lb-nav__role-value")
  if (!value) return
  value.textContent = `: ${words(role)}`
  undo.push(() => { value.textContent = "" })
}

function leadHome(role) {
  const body = document.querySelector(".lb-kind-home .lb-body")
  if (!body) return
  const links = parts(role).map(({ name, page }) => made("li", {}, made("a", { href: page }, name)))
  const change = made("a", { href: myRolePage }, "Change my role")
  const ways = made("nav", { className: "lb-mine", ariaLabel: "My role" },
    made("p", { className: "lb-mine__said" }, "Learning for my role"),
    made("ul", { className: "lb-mine__links" }, ...links),
    made("p", { className: "lb-mine__change" }, change))
  body.before(ways)
  undo.push(() => ways.remove())
}

/** On a briefing my learning comes first, and first in the list of sections; the others keep their order. */
function leadBriefing(role) {
  const learning = [...document.querySelectorAll(".lb-kind-briefing .lb-section.learning")]
  const mine = learning.find(section => section.classList.contains(role.audience))
  if (!mine || mine === learning[0]) return
  const entry = section => document.querySelector(`.lb-toc a[href="#${section.getAttribute("aria-labelledby")}"]`)
  const [myEntry, firstEntry] = [mine, learning[0]].map(entry).map(link => link?.closest("li"))
  lead(mine, learning[0])
  if (myEntry && firstEntry) lead(myEntry, firstEntry)
}

const LISTS = ".points > ul, .lb-kind-reviews .reviews > ul, .lb-kind-one-things .one-things > ul"
const named = (record, fact) => record.dataset[fact]?.split(" ") ?? []
const involved = item => named(item.querySelector(":scope > [data-involved]") ?? item, "involved")
const speaksTo = (id, those) => !id || !those.length || those.includes(id)

/** Whether an item of a list is for a role: it names what I am, or nobody. A page about one agency is not asked about agencies. */
function isFor(role, item) {
  const list = item.closest(".lb-section").classList
  return (list.contains("of-audience") || speaksTo(role.audience, named(item, "for")))
    && (list.contains("of-agency") || speaksTo(role.agency, named(item, "agencies")))
    && speaksTo(role.agency, involved(item))
}

function markMine(role) {
  for (const record of document.querySelectorAll("[data-agencies]")) {
    const mine = named(record, "agencies").includes(role.agency)
    record.classList.toggle("lb-names-mine", mine)
    if (mine) undo.push(() => record.classList.remove("lb-names-mine"))
  }
}

/** Show of a list only what is mine; where that is nothing, it goes. */
function showOf(list, mine) {
  const items = [...list.children]
  for (const item of items) item.hidden = !mine(item)
  const shown = items.filter(mine).length
  list.hidden = !shown
  if (list.parentElement.classList.contains("points")) tellReview(list.previousElementSibling, shown, items.length)
}

/** The line above the points of one review says how many are shown; where none are, it goes with the heading above it. */
function tellReview(meta, shown, all) {
  for (const element of [meta, meta.previousElementSibling]) element.hidden = !shown
  meta.querySelector(".lb-mine__part")?.remove()
  if (shown && shown < all) meta.append(made("span", { className: "lb-mine__part" }, `, ${shown} shown`))
}

/** Show only what of the page's lists is mine, with its headings, here and in the list of sections; the bar always stays. */
function showOnly(mine) {
  const lists = [...document.querySelectorAll(LISTS)]
  for (const list of lists) showOf(list, mine)
  for (const section of new Set(lists.map(list => list.parentElement))) {
    section.hidden = !section.querySelector(":scope > :is(.lb-mine, ul:not([hidden]))")
  }
  for (const link of document.querySelectorAll(".lb-toc a")) {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    link.parentElement.hidden = Boolean(place?.closest("[hidden]"))
  }
}

/** The bar above a page's lists: how many are shown of how many, the way to all of them, and to the choice. */
function barOf(role, mine, many) {
  const said = made("p", { className: "lb-mine__said", role: "status" })
  const toggle = made("button", { className: "lb-button", type: "button", hidden: !mine })
  const change = made("a", { href: myRolePage }, "Change my role")
  const bar = made("div", { className: "lb-mine" }, said, made("p", { className: "lb-mine__change" }, toggle, change))
  const tell = only => {
    said.textContent = only ? `Showing ${mine} of ${many} here, chosen for: ${words(role)}`
      : `Showing all ${many}. ${mine || "None"} chosen for: ${words(role)}`
    toggle.textContent = only ? `Show all ${many}` : `Only mine (${mine})`
    bar.classList.toggle("lb-mine--all", !only)
  }
  return { bar, toggle, tell }
}

function leadLists(role) {
  const items = [...document.querySelectorAll(LISTS)].flatMap(list => [...list.children])
  const mine = item => isFor(role, item)
  const count = items.filter(mine).length
  if (count === items.length) return
  const { bar, toggle, tell } = barOf(role, count, items.length)
  const show = only => {
    tell(only)
    showOnly(only ? mine : () => true)
  }
  toggle.addEventListener("click", () => {
    const only = bar.classList.contains("lb-mine--all")
    history.replaceState({ ...history.state, isAll: !only }, "") // Going back to this page shows as much again.
    show(only)
  })
  const showWhatIsAskedFor = () => { if (target()?.closest("[hidden]")) show(false) }
  putAbove(bar, items[0].closest(".lb-section"))
  addEventListener("hashchange", showWhatIsAskedFor)
  undo.push(() => bar.remove(), () => showOnly(() => true), () => removeEventListener("hashchange", showWhatIsAskedFor))
  show(count > 0 && !history.state?.isAll)
  showWhatIsAskedFor()
}

/** What the address of the page leads to on it. */
function target() {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)))
  } catch {
    return null // An address can end in anything.
  }
}

/** Points are one section, whose heading stays; other lists are a section each, and any of them may go. */
function putAbove(bar, section) {
  if (section.classList.contains("points")) section.querySelector(":scope > h2").after(bar)
  else section.before(bar)
}

function undoAll() {
  for (const step of undo.splice(0).reverse()) step()
}

let applied = null

/** Let the page lead with the role that is kept now. */
export function apply() {
  applied = raw()
  undoAll()
  const role = kept()
  if (!role) return
  for (const step of [tellHeader, leadHome, leadBriefing, markMine, leadLists]) step(role)
}

apply()
addEventListener("storage", event => { if (event.key === KEY || event.key === null) apply() })
addEventListener("pageshow", event => { if (event.persisted && raw() !== applied) apply() })

// Paper is for the whole team: a briefing prints in its author's order. A list prints as it is shown, and says so.
if (document.querySelector(".lb-kind-briefing")) {
  addEventListener("beforeprint", undoAll)
  addEventListener("afterprint", apply)
}

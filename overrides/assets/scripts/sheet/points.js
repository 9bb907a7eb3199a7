// Fetches each review's page of this site once, and takes records out of it: their words and their plainest markup, copied
// node by node, so that nothing else of a page ever gets here.

const KEPT = new Set(["p", "ul", "ol", "li", "strong", "em", "abbr", "code", "blockquote", "br", "table", "thead", "tbody", "tr", "th", "td"])
const DROPPED = new Set(["script", "style", "template", "button"])
const pages = new Map()
const unread = new Set()

/** Try again, at the next asking, to read the reviews that could not be read. */
export function forgetUnread() {
  for (const review of unread) pages.delete(review)
  unread.clear()
}

/** A point in the words of its review, with where it comes from; or why there is none: ``gone`` or ``unread``. */
export async function pointOf(id, site) {
  const [review, record] = id.split(".")
  const address = new URL(`reviews/${review}/`, site)
  if (!pages.has(review)) pages.set(review, pageAt(address))
  const page = await pages.get(review)
  if (page === "unread") unread.add(review)
  if (typeof page === "string") return { id, missing: page }
  const found = page.querySelector(`[data-record="${review}#${record}"]`)
  return found ? pointFrom(found, id, new URL(`#${record}`, address)) : { id, missing: "gone" }
}

async function pageAt(address) {
  try {
    const answer = await fetch(address, { mode: "same-origin" })
    if (answer.ok) return new DOMParser().parseFromString(await answer.text(), "text/html")
    return answer.status === 404 || answer.status === 410 ? "gone" : "unread"
  } catch {
    return "unread"
  }
}

function pointFrom(found, id, address) {
  const text = document.createDocumentFragment()
  for (const child of found.childNodes) {
    if (!child.matches?.(".about, h2")) text.append(...copied(child, address))
  }
  const page = found.ownerDocument
  return {
    id,
    text,
    address: address.href,
    review: page.querySelector("[data-name]")?.dataset.name ?? id.split(".")[0],
    kind: wordsOf(found.closest("section")?.querySelector("h2")),
    place: wordsOf(found.querySelector(":scope > .about .place"), ".permalink"),
  }
}

/** The words of an element, without those of some parts of it. */
function wordsOf(element, without = ".headerlink") {
  const copy = element?.cloneNode(true)
  for (const part of copy?.querySelectorAll(without) ?? []) part.remove()
  return copy?.textContent.replace(/\s+/g, " ").trim() ?? ""
}

/** An element's copy: known markup without its attributes, links that lead to pages, and of all else only the words. */
function copied(node, base) {
  if (node.nodeType === Node.TEXT_NODE) return [node.data]
  if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(node.localName)) return []
  const inside = [...node.childNodes].flatMap(child => copied(child, base))
  const copy = node.localName === "a" ? linkTo(node, base) : KEPT.has(node.localName) ? document.createElement(node.localName) : null
  if (node.localName === "abbr") copy.title = node.title
  copy?.append(...inside)
  return copy ? [copy] : inside
}

function linkTo(node, base) {
  const link = document.createElement("a")
  try {
    link.href = new URL(node.getAttribute("href"), base).href
  } catch {
    return null
  }
  return /^(https?|mailto):$/.test(link.protocol) ? link : null
}

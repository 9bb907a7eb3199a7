// What the tests measure in an open page: sizes, colours, headings, text that is cut off, and each stop of the Tab key.

window.lbMeasures = (() => {
"use strict"

const TARGETS = "a[href], button, summary, input, select, textarea, [tabindex='0']"
const LEAST = 24 // CSS pixels, by WCAG 2.5.8.
const MOST = 12

const isVisible = element =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  [...element.getClientRects()].some(({ width, height }) => width > 1 && height > 1) &&
  !element.closest("[inert]")

const describe = element =>
  `${element.localName}${element.className && typeof element.className === "string" ? "." + element.className.split(" ").join(".") : ""} “${(element.textContent || element.name || "").trim().replace(/\s+/g, " ").slice(0, 40)}”`

// Colours ----------------------------------------------------------------------------------------------------------

const channels = colour => colour.match(/[\d.]+/g).map(Number)

const luminance = colour => {
  const [red, green, blue] = channels(colour).map(value => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** The colour that an element stands on: its own, or that of the first thing around it that has one. */
const ground = element => {
  for (let here = element; here; here = here.parentElement) {
    const colour = getComputedStyle(here).backgroundColor
    if ((channels(colour)[3] ?? 1) > 0.5) return colour
  }
  return "rgb(255, 255, 255)"
}

const ownText = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())

const faintText = () => [...document.body.querySelectorAll("*")]
  .filter(element => ownText(element) && isVisible(element) && !element.closest("svg"))
  .filter(element => contrast(getComputedStyle(element).color, ground(element)) < 4.5)
  .map(element => `${describe(element)} ${getComputedStyle(element).color} on ${ground(element)}`)

// Targets ----------------------------------------------------------------------------------------------------------

/** A link in a sentence is as high as its line: WCAG excepts it. */
const isInSentence = element => {
  if (getComputedStyle(element).display !== "inline") return false
  const block = element.parentElement.closest("p, li, dd, dt, td, h1, h2, h3, h4, div")
  const links = [...block.querySelectorAll("a, button")].map(link => link.textContent).join("")
  return /\p{L}/u.test(block.textContent.replace(links, "").slice(0, 4000)) && block.textContent.trim() !== element.textContent.trim()
}

const distance = (x, y, { left, right, top, bottom }) =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom))

/** Targets under 24 by 24 pixels that have another target within 12 pixels of their middle. */
const smallTargets = () => {
  const all = [...document.querySelectorAll(TARGETS)].filter(isVisible)
    .map(element => ({ element, box: element.getBoundingClientRect() }))
  const small = all.filter(({ box }) => Math.round(box.width) < LEAST || Math.round(box.height) < LEAST)
  return small
    .filter(({ element }) => !isInSentence(element))
    .filter(({ element, box }) => {
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
      return all.some(other => other.element !== element && !element.contains(other.element) &&
        !other.element.contains(element) && distance(x, y, other.box) < LEAST / 2)
    })
    .map(({ element, box }) => `${describe(element)} ${box.width.toFixed(0)}×${box.height.toFixed(0)}`)
}

// Structure ----------------------------------------------------------------------------------------------------------

/** In sight, or there for those who listen. */
const isTold = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert]")

const headings = () => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(isTold)
  .map(heading => Number(heading.localName[1]))

const landmarks = () => ({
  banner: document.querySelectorAll("body > header, body > .md-container > header, [role=banner]").length,
  main: document.querySelectorAll("main, [role=main]").length,
  contentinfo: document.querySelectorAll("footer:not(main footer), [role=contentinfo]").length,
  unnamed: [...document.querySelectorAll("nav")].filter(nav => !nav.ariaLabel && !nav.getAttribute("aria-labelledby")).length,
  names: [...document.querySelectorAll("nav")].filter(isVisible).map(nav => nav.ariaLabel),
})

/** Links of the same words that lead to different places, outside the line about a record: its words say which. */
const doubtfulLinks = () => {
  const places = new Map()
  for (const link of document.querySelectorAll("a[href]")) {
    if (!isVisible(link) || link.closest(".record, li, p, td, dd, h3")) continue
    const name = (link.ariaLabel ?? link.textContent).trim().toLowerCase()
    places.set(name, (places.get(name) ?? new Set()).add(link.href.replace(/#.*/, "")))
  }
  return [...places].filter(([name, there]) => !name || there.size > 1).map(([name]) => name)
}

/** Links and buttons that say nothing of where they lead. "More" is a good name for a menu, and none for a link. */
const wordlessLinks = () => [...document.querySelectorAll("a[href], button")].filter(isVisible)
  .filter(link => {
    const name = (link.ariaLabel ?? link.textContent).trim()
    return !name || (link.localName === "a" && /^(here|click here|more|read more|link)$/i.test(name))
  })
  .map(describe)

// Room ----------------------------------------------------------------------------------------------------------------

/** Text that its box cuts off, so that nothing can bring it into view. */
const lostText = () => [...document.body.querySelectorAll("*")]
  .filter(element => !element.closest("svg") && isVisible(element))
  .filter(element => {
    const { overflowX, overflowY } = getComputedStyle(element)
    return (["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (["hidden", "clip"].includes(overflowY) && element.scrollHeight > element.clientHeight + 1)
  })
  .map(describe)
  .concat([...document.querySelectorAll("svg text")].filter(isVisible).filter(text => {
    const [box, frame] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()]
    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1
  }).map(describe))

/** The share of the window's height that is taken by what stays in place while the page moves. */
const shareThatStays = () => [...document.body.querySelectorAll("*")]
  .filter(element => isVisible(element) && getComputedStyle(element).position === "fixed")
  .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0) / innerHeight

const moving = () => [...document.body.querySelectorAll("*")]
  .filter(element => {
    const { transitionDuration, animationDuration } = getComputedStyle(element)
    return [...transitionDuration.split(","), ...animationDuration.split(",")].some(time => parseFloat(time) > 0)
  })
  .map(describe)
  .concat(getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["scrolling"] : [])

// The Tab key --------------------------------------------------------------------------------------------------------

/** Tab stops at one radio button of a group: the chosen one, or the first. The arrow keys go on from there. */
const isStopOfItsGroup = element => {
  if (element.type !== "radio") return true
  const group = [...document.querySelectorAll("[type=radio]")].filter(({ name, form }) => name === element.name && form === element.form)
  return element === (group.find(({ checked }) => checked) ?? group[0])
}

const stopsInOrder = () => [...document.querySelectorAll(TARGETS)]
  .filter(element => isVisible(element) && element.tabIndex >= 0 && !element.disabled && isStopOfItsGroup(element))

let order = []
let stops = []

const isCovered = element => {
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 1 && height > 1)
  return !boxes.some(box => {
    const [x, y] = [(box.left + box.right) / 2, Math.min((box.top + box.bottom) / 2, box.top + 100)]
    const hit = document.elementFromPoint(x, y)
    return hit && (element.contains(hit) || hit.contains(element))
  })
}

const faultsOf = element => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
  const faults = []
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) faults.push("no outline")
  else if (contrast(outlineColor, ground(element.parentElement)) < 3) faults.push(`outline ${outlineColor} is faint`)
  if (isCovered(element)) faults.push("covered or out of sight")
  return faults.map(fault => `${describe(element)}: ${fault}`)
}

const note = () => {
  const element = document.activeElement
  if (element && element !== document.body) stops.push({ place: order.indexOf(element), faults: faultsOf(element), name: describe(element) })
}

const startWalk = () => {
  order = stopsInOrder()
  stops = []
  addEventListener("keydown", event => { if (event.key === "Tab") note() }, true)
  return { count: order.length, outlined: order.filter(element => getComputedStyle(element).outlineStyle !== "none").map(describe) }
}

const endWalk = () => { note(); return stops }

/** Take out what only repeats, beyond the first dozen of a list or of a section: it is the same markup over again. */
const shorten = () => {
  for (const box of document.querySelectorAll("main ul, main ol, main section, main tbody")) {
    for (const more of [...box.children].slice(MOST)) more.remove()
  }
}

return { shorten, faintText, smallTargets, headings, landmarks, doubtfulLinks, wordlessLinks, lostText, shareThatStays, moving, startWalk, endWalk }

})()

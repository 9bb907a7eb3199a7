// The page of a sheet: reads it from the address, shows it, and writes each change back to the address.

import { codeOf } from "./code.js"
import { MOST_POINTS, counted, keep, ownSheet, queryOf, sheetOf, titleOf, whenKeptElsewhere } from "./choice.js"
import { focusOn, showPoints } from "./list.js"
import { layOut } from "./paper.js"
import { pointOf } from "./points.js"

const PAUSE = 400 // Milliseconds after the last letter of a title: browsers refuse addresses that change too often.

const body = document.querySelector(".lb-body")
body.prepend(document.getElementById("lb-sheet").content.cloneNode(true))
const part = name => body.querySelector(`.lb-sheet__${name}`)
const button = what => body.querySelector(`[data-do=${what}]`)
const paper = body.querySelector(".lb-paper")
const titleField = body.querySelector("#lb-sheet-title")
const addressField = body.querySelector("#lb-sheet-where")
const status = part("said").querySelector("p")
const site = new URL("../", document.querySelector(".lb-sheet-way").href)

let sheet = sheetOf(location.search)
let isOwn = false
let undo // What takes the last change back.
let points = []
let sides = { number: 1, tooMany: 0 }

/** A sheet is the reader's own if this place in the browser's history showed it as such, or if the address says the same. */
function open() {
  const own = ownSheet()
  isOwn = history.state?.isOwn || !location.search || queryOf(own) === queryOf(sheet)
  if (isOwn) sheet = own
  writeAddress()
  return show()
}

function writeAddress() {
  const query = queryOf(sheet)
  history.replaceState({ isOwn }, "", query ? `?${query}` : location.pathname)
}

// ── what is shown ───────────────────────────────────────────────────────────────────────────────────────────────────

let latest = 0 // Of several changes while reviews are fetched, only the last is shown.

async function show() {
  const turn = latest += 1
  showSetting()
  if (sheet.points.length > points.length) part("sides").textContent = "Getting the points from their reviews…"
  const found = await Promise.all(sheet.points.map(id => pointOf(id, site)))
  if (turn !== latest) return
  points = found.filter(point => !point.missing)
  showPoints(part("points"), points)
  showMissing(found.filter(point => point.missing))
  showEmpty()
  showPaper()
}

function showSetting() {
  const own = ownSheet()
  part("guest").hidden = isOwn
  button("join").hidden = part("own").hidden = own.points.length === 0
  part("own").href = `?${queryOf(own)}`
  if (document.activeElement !== titleField) titleField.value = sheet.title
  for (const box of body.querySelectorAll("[name=room]")) box.checked = sheet.room.includes(box.value)
}

function showMissing(missing) {
  const unread = missing.filter(point => point.missing === "unread").length
  const gone = missing.length - unread
  const sentences = [
    gone && `${counted(gone, "point")} of this sheet ${gone === 1 ? "is" : "are"} not on the site. The review may have been withdrawn.`,
    unread && `${counted(unread, "point")} could not be read just now. Are you online?`,
    sheet.left && `A sheet holds ${MOST_POINTS} points. This address names ${sheet.left} more, which are left out.`,
  ].filter(Boolean)
  part("missing").hidden = sentences.length === 0
  part("missing").querySelector("p").textContent = sentences.join(" ")
  button("drop").hidden = missing.length === 0
  button("again").hidden = unread === 0
}

/** Without points there is nothing to print or send: the page says how to make a sheet, as it does without scripts. */
function showEmpty() {
  const isEmpty = points.length === 0
  for (const name of ["bar", "more"]) part(name).hidden = isEmpty
  for (const section of body.querySelectorAll(".lb-sheet > section")) section.hidden = isEmpty
  body.querySelector(".lb-section.how").hidden = !isEmpty
  body.querySelector(".lb-paper-box").hidden = isEmpty
  if (isEmpty && !status.textContent && sheet.points.length === 0) status.textContent = "Your sheet is empty."
}

function showPaper() {
  const code = codeOf(location.href)
  addressField.value = location.href
  part("code").replaceChildren(code?.cloneNode(true) ?? "This address is too long for a QR code, so the sheet has it in words only.")
  sides = layOut(paper, { sheet, points, address: location.href, code })
  part("sides").textContent = `${counted(points.length, "point")}. ${wordsOfSides()}`
}

function wordsOfSides() {
  if (sides.number === 1) return "Prints on one side of A4."
  const less = sides.tooMany ? `take ${counted(sides.tooMany, "point")} off for one` : "take off room to write for fewer"
  return `This prints on ${sides.number} sides of A4; ${less}.`
}

// ── what the reader does ────────────────────────────────────────────────────────────────────────────────────────────

/** Make a change, tell it, and keep the way back. */
async function change(next, words, back) {
  const before = sheet
  const sidesBefore = sides.number
  sheet = { ...next, left: 0 }
  undo = back === undefined ? () => change(before, "Undone.", null) : back
  button("undo").hidden = !undo
  status.textContent = ""
  if (isOwn) keep(sheet)
  writeAddress()
  await show()
  status.textContent = sides.number === sidesBefore || !points.length ? words : `${words} ${wordsOfSides()}`
}

async function move(id, by) {
  const order = sheet.points.filter(point => points.some(({ id }) => id === point))
  const place = order.indexOf(id) + by
  if (place < 0 || place >= order.length) {
    status.textContent = by < 0 ? "It is the first point." : "It is the last point."
    return
  }
  const other = order[place]
  const swapped = sheet.points.map(point => point === id ? other : point === other ? id : point)
  await change({ ...sheet, points: swapped }, `Moved: now point ${place + 1} of ${order.length}.`, null)
  focusOn(part("points"), id, by < 0 ? "up" : "down")
}

async function takeOff(id) {
  const place = points.findIndex(point => point.id === id)
  const next = points[place + 1] ?? points[place - 1]
  await change({ ...sheet, points: sheet.points.filter(point => point !== id) }, `Taken off. ${counted(points.length - 1, "point")} left.`)
  if (next) focusOn(part("points"), next.id, "off")
  else button("undo").focus()
}

function adopt(next, words) {
  const own = ownSheet()
  const shown = sheet
  isOwn = true
  return change(next, words, () => {
    keep(own)
    isOwn = false
    return change(shown, "Undone.", null)
  })
}

function joined() {
  const own = ownSheet()
  return { ...own, points: [...new Set([...own.points, ...sheet.points])].slice(0, MOST_POINTS) }
}

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href)
    status.textContent = "The address is copied."
  } catch {
    addressField.focus()
    addressField.select()
    status.textContent = "Copy the address from the field below."
  }
}

const DEEDS = {
  up: id => move(id, -1),
  down: id => move(id, 1),
  off: takeOff,
  print: () => print(),
  copy: copyAddress,
  adopt: () => adopt(sheet, "This is now your sheet."),
  join: () => adopt(joined(), "Its points are on your sheet now."),
  drop: () => change({ ...sheet, points: points.map(({ id }) => id) }, "Taken off."),
  again: () => show(),
  clear: () => change({ ...sheet, points: [] }, "All points are taken off.").then(() => button("undo").focus()),
  undo: () => undo?.(),
}

body.addEventListener("click", event => {
  const pressed = event.target.closest("[data-do]")
  if (pressed) DEEDS[pressed.dataset.do](pressed.closest("[data-point]")?.dataset.point)
})

for (const box of body.querySelectorAll("[name=room]")) {
  box.addEventListener("change", () => {
    const room = [...body.querySelectorAll("[name=room]:checked")].map(({ value }) => value)
    change({ ...sheet, room }, box.checked ? "Room to write is on." : "Room to write is off.", null)
  })
}

let pause
titleField.addEventListener("input", () => {
  clearTimeout(pause)
  pause = setTimeout(() => change({ ...sheet, title: titleOf(titleField.value) }, "", null), PAUSE)
})
addressField.addEventListener("focus", () => addressField.select())

whenKeptElsewhere(() => {
  if (!isOwn || queryOf(ownSheet()) === queryOf(sheet)) return showSetting()
  sheet = ownSheet()
  writeAddress()
  return show()
})
document.fonts.addEventListener("loadingdone", () => { if (points.length) showPaper() })

open()

// The page of a sheet: reads it from the address, shows it, and writes each change back to the address.

import { codeOf } from "./code.js"
import { MOST_POINTS, counted, keep, ownSheet, queryOf, sheetOf, titleOf, whenKept } from "./choice.js"
import { focusOn, showPoints } from "./list.js"
import { layOut } from "./paper.js"
import { forgetUnread, pointOf } from "./points.js"
import { addressField, begin, body, button, part, showAddress, showEmpty, showMissing, showSetting, titleField, wordsOfSides } from "./screen.js"

const PAUSE = 400 // Milliseconds after the last letter of a title: browsers refuse addresses that change too often.

const site = new URL("../", document.querySelector(".lb-sheet-way").href)
let sheet = sheetOf(location.search)
let isOwn = false
let points = [] // Those of the sheet that were found.
let sides = { number: 1, tooMany: 0 }
let undo = null // What takes the last change back.
let latest = 0 // Of several changes while reviews are fetched, only the last is shown.

/** A sheet is the reader's own if this place in the browser's history showed it as such, or if the address says the same. */
function open() {
  const own = ownSheet()
  isOwn = history.state?.isOwn || !location.search || queryOf(own) === queryOf(sheet)
  if (isOwn) sheet = own
  begin(sheet.points.length === 0)
  writeAddress()
  tell(sheet.points.length ? "Getting the points from their reviews…" : "Your sheet is empty.")
  return show()
}

function writeAddress() {
  const query = queryOf(sheet)
  history.replaceState({ isOwn }, "", query ? `?${query}` : location.pathname)
}

function tell(words) {
  part("said").querySelector("p").textContent = words
}

async function show() {
  const turn = latest += 1
  showSetting(sheet, isOwn, ownSheet())
  const found = await Promise.all(sheet.points.map(id => pointOf(id, site)))
  if (turn !== latest) return
  points = found.filter(point => !point.missing)
  showPoints(part("points"), points)
  showMissing(found.filter(point => point.missing), sheet.left)
  showEmpty(points.length === 0)
  if (sheet.points.length) tell("")
  if (points.length) showPaper()
}

function showPaper() {
  const address = location.href
  const code = codeOf(address)
  showAddress(address, code)
  sides = layOut(body.querySelector(".lb-paper"), { sheet, points, address, code })
  part("sides").textContent = `${counted(points.length, "point")}. ${wordsOfSides(sides, sheet)}`
}

// ── what the reader does ────────────────────────────────────────────────────────────────────────────────────────────

/** Make a change and tell it, with how it prints where that changes too. ``back`` takes it back, if that is offered. */
async function change(next, words, back = null) {
  const sidesBefore = sides.number
  sheet = { ...next, left: 0 }
  undo = back
  button("undo").hidden = !back
  if (isOwn) keep(sheet)
  writeAddress()
  await show()
  tell(sides.number === sidesBefore || !points.length ? words : `${words} ${wordsOfSides(sides, sheet)}`)
}

/** The way back to the sheet as it is now. */
function undoing() {
  const before = sheet
  return () => change(before, "Undone.")
}

async function move(id, by) {
  const order = points.map(point => point.id)
  const place = order.indexOf(id) + by
  const other = order[place]
  if (!other) return tell(by < 0 ? "It is the first point." : "It is the last point.")
  const swapped = sheet.points.map(point => point === id ? other : point === other ? id : point)
  await change({ ...sheet, points: swapped }, `Moved: now point ${place + 1} of ${order.length}.`)
  focusOn(part("points"), id, by < 0 ? "up" : "down")
}

async function takeOff(id) {
  const place = points.findIndex(point => point.id === id)
  const next = points[place + 1] ?? points[place - 1]
  const left = sheet.points.filter(point => point !== id)
  await change({ ...sheet, points: left }, `Taken off. ${counted(points.length - 1, "point")} left.`, undoing())
  if (next) focusOn(part("points"), next.id, "off")
  else button("undo").focus()
}

async function takeAllOff() {
  await change({ ...sheet, points: [] }, "All points are taken off.", undoing())
  button("undo").focus()
}

/** Keep a sheet as the reader's own, in place of the one kept so far. */
async function adopt(next, words) {
  const own = ownSheet()
  const shown = sheet
  isOwn = true
  await change(next, words, () => {
    isOwn = false
    keep(own)
    return change(shown, "Undone.")
  })
  button("undo").focus()
}

/** Put the points of this sheet behind the reader's own, as many as there is room for. */
function join() {
  const own = ownSheet()
  const all = [...new Set([...own.points, ...sheet.points])]
  const left = Math.max(0, all.length - MOST_POINTS)
  const words = left ? `A sheet holds ${MOST_POINTS} points: ${left} did not fit.` : "Its points are on your sheet now."
  return adopt({ ...own, points: all.slice(0, MOST_POINTS) }, words)
}

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href)
    tell("The address is copied.")
  } catch {
    addressField().select()
    tell("Copy the address from the field below.")
  }
}

/** Where the focus goes from a button that its own press has taken away. */
function focusAfter(pressed) {
  if (pressed.checkVisibility()) return
  (points.length ? document.getElementById("lb-sheet-points") : document.querySelector("h1")).focus()
}

const DEEDS = {
  up: id => move(id, -1),
  down: id => move(id, 1),
  off: takeOff,
  clear: takeAllOff,
  print: () => print(),
  copy: copyAddress,
  adopt: () => adopt(sheet, "This is now your sheet."),
  join,
  drop: () => change({ ...sheet, points: points.map(({ id }) => id) }, "Taken off.", undoing()),
  again: () => {
    forgetUnread()
    return show()
  },
  undo: () => undo?.(),
}

let pause
function takeTitle() {
  clearTimeout(pause)
  const title = titleOf(titleField().value)
  if (title !== sheet.title) change({ ...sheet, title }, "")
}

function takeRoom(box) {
  const room = [...body.querySelectorAll("[name=room]:checked")].map(({ value }) => value)
  return change({ ...sheet, room }, box.checked ? "Room to write is on." : "Room to write is off.")
}

function showWhatIsKept() {
  const own = ownSheet()
  if (!isOwn || queryOf(own) === queryOf(sheet)) return showSetting(sheet, isOwn, own)
  sheet = own
  writeAddress()
  return show()
}

open()
document.querySelector("h1").tabIndex = -1
body.addEventListener("click", async event => {
  const pressed = event.target.closest("[data-do]")
  if (!pressed) return
  await DEEDS[pressed.dataset.do](pressed.closest("[data-point]")?.dataset.point)
  if (document.activeElement === document.body) focusAfter(pressed)
})
body.addEventListener("change", event => {
  if (event.target.name === "room") takeRoom(event.target)
  else if (event.target === titleField()) takeTitle()
})
titleField().addEventListener("input", () => {
  clearTimeout(pause)
  pause = setTimeout(takeTitle, PAUSE)
})
addressField().addEventListener("focus", () => addressField().select())
whenKept(showWhatIsKept)
document.fonts.addEventListener("loadingdone", () => { if (points.length) showPaper() })

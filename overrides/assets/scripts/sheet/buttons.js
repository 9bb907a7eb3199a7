// A button beside each record puts it on the reader's sheet or takes it off; the header says how many are on it.

import { MOST_POINTS, counted, keep, ownSheet, queryOf, whenKept } from "./choice.js"

const way = document.querySelector(".lb-sheet-way")
const page = way && new URL(way.href)

function countInHeader(sheet) {
  page.search = queryOf(sheet)
  way.href = page.href
  document.documentElement.classList.toggle("lb-has-sheet", sheet.points.length > 0)
  way.querySelector(".lb-sheet-way__count").textContent = sheet.points.length
}

function buttonFor(point) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "lb-add"
  button.dataset.point = point
  const words = document.createElement("span")
  words.className = "lb-add__words"
  button.append(words)
  return button
}

function showOnButton(button, isOn) {
  button.classList.toggle("lb-add--on", isOn)
  button.firstChild.textContent = isOn ? "On my sheet: remove" : "Add to my sheet"
}

function showAll() {
  const sheet = ownSheet()
  countInHeader(sheet)
  for (const button of document.querySelectorAll(".lb-add")) {
    showOnButton(button, sheet.points.includes(button.dataset.point))
  }
}

/** The line about a record, where its button goes; a record without one gets one. */
function lineAbout(record) {
  const line = record.querySelector(":scope > .about") ?? document.createElement("p")
  if (!line.isConnected) {
    line.className = "about"
    record.append(line)
  }
  return line
}

/** The way to the sheet stands beside the button that was used last. */
const wayOn = document.createElement("a")
wayOn.className = "lb-add-way"
const said = document.createElement("p")
said.className = "lb-unseen"
said.setAttribute("role", "status")

function press(button) {
  const sheet = ownSheet()
  const isOn = sheet.points.includes(button.dataset.point)
  const isFull = !isOn && sheet.points.length >= MOST_POINTS
  if (!isFull) {
    const others = sheet.points.filter(point => point !== button.dataset.point)
    keep({ ...sheet, points: isOn ? others : [...others, button.dataset.point] })
  }
  tell(button, isFull ? "Your sheet is full." : isOn ? "Taken off." : "Added.", isFull)
}

function tell(button, what, isFull) {
  const { length } = ownSheet().points
  const points = counted(length, "point")
  said.textContent = `${what} Your sheet has ${points}.`
  wayOn.href = page.href
  wayOn.textContent = isFull ? `My sheet is full (${points})` : `See my sheet (${points})`
  if (length) button.after(wayOn)
  else wayOn.remove()
}

if (way) {
  for (const record of document.querySelectorAll("main [data-record]")) {
    lineAbout(record).append(buttonFor(record.dataset.record.replace("#", ".")))
  }
  document.body.append(said)
  document.addEventListener("click", event => {
    const button = event.target.closest?.(".lb-add")
    if (button) press(button)
  })
  whenKept(showAll)
  showAll()
}

// The way out: hides the page at once and puts the other one in its place, so that Back does not bring it back.
// Shift, pressed three times with nothing else between, does the same from anywhere, also out of a dialog.

(() => {
"use strict"

const PRESSES = 3
const LONGEST_PAUSE = 5000 // Milliseconds between two of them.

const box = document.querySelector(".lb-leave")
if (!box) return
const home = box.parentElement
const link = box.querySelector("a")
const status = box.querySelector("[role=status]")
const keys = box.querySelector(".lb-leave__keys")
let presses = 0
let alone = false
let pause

const leave = () => {
  document.body.hidden = true
  document.title = link.hostname
  const policy = document.createElement("meta")
  policy.name = "referrer" // What `rel` says of the link; a script has to say it so.
  policy.content = "no-referrer"
  document.head.append(policy)
  location.replace(link.href)
}

const forget = () => {
  presses = 0
  alone = false
  status.textContent = ""
}

const count = () => {
  clearTimeout(pause)
  presses += 1
  if (presses === PRESSES) return leave()
  const left = PRESSES - presses
  status.textContent = `Press Shift ${left} more ${left === 1 ? "time" : "times"} to leave.`
  pause = setTimeout(forget, LONGEST_PAUSE)
}

link.addEventListener("click", event => {
  event.preventDefault()
  leave()
})
document.addEventListener("keydown", event => {
  if (event.key !== "Shift") forget()
  else if (!event.repeat) alone = true
}, true)
document.addEventListener("keyup", event => {
  if (event.key === "Shift" && alone) count()
}, true)
document.addEventListener("pointerdown", forget, true)

// Nothing outside an open dialog can be reached: the way out goes in with the reader.
document.addEventListener("toggle", event => {
  if (!(event.target instanceof HTMLDialogElement)) return
  if (event.newState === "open" && event.target.matches(":modal")) event.target.append(box)
  else if (event.target.contains(box)) home.prepend(box)
}, true)

keys.hidden = false
link.setAttribute("aria-describedby", keys.id)

})()

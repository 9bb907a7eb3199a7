// What stands around the points on the screen: whose sheet it is, what is missing, how it prints, where to send it.

import { MOST_POINTS, counted, queryOf } from "./choice.js"

export const body = document.querySelector(".lb-body")
export const part = name => body.querySelector(`.lb-sheet__${name}`)
export const button = what => body.querySelector(`[data-do=${what}]`)
export const titleField = () => body.querySelector("#lb-sheet-title")
export const addressField = () => body.querySelector("#lb-sheet-where")

/** Bring in what the page's template keeps for a browser that runs scripts. */
export function begin(isEmpty) {
  body.prepend(document.getElementById("lb-sheet").content.cloneNode(true))
  body.querySelector(".lb-section.how").hidden = !isEmpty
}

/** Whose sheet it is, its title and its room to write. */
export function showSetting(sheet, isOwn, own) {
  document.querySelector("h1").textContent = isOwn ? "My sheet" : "A sheet to share"
  part("guest").hidden = isOwn
  button("join").hidden = part("own").hidden = own.points.length === 0
  part("own").href = `?${queryOf(own)}`
  if (document.activeElement !== titleField()) titleField().value = sheet.title
  for (const box of body.querySelectorAll("[name=room]")) box.checked = sheet.room.includes(box.value)
}

/** Which points of an address are not shown, and why. */
export function showMissing(missing, left) {
  const unread = missing.filter(point => point.missing === "unread").length
  const gone = missing.length - unread
  const sentences = [
    gone && `${counted(gone, "point")} of this sheet ${gone === 1 ? "is" : "are"} not on the site. The review may have been withdrawn.`,
    unread && `${counted(unread, "point")} could not be read just now. Are you online?`,
    left && `A sheet holds ${MOST_POINTS} points. This address names ${left} more, which are left out.`,
  ].filter(Boolean)
  part("missing").hidden = sentences.length === 0
  part("missing").querySelector("p").textContent = sentences.join(" ")
  button("drop").hidden = missing.length === 0
  button("again").hidden = unread === 0
}

/** Without points there is nothing to print or send: the page says how to make a sheet, as it does without scripts. */
export function showEmpty(isEmpty) {
  for (const name of ["bar", "more"]) part(name).hidden = isEmpty
  for (const section of body.querySelectorAll(".lb-sheet > section")) section.hidden = isEmpty
  body.querySelector(".lb-section.how").hidden = !isEmpty
  body.querySelector(".lb-paper-box").hidden = isEmpty
}

/** The address, in words and as a code. */
export function showAddress(address, code) {
  addressField().value = address
  part("code").replaceChildren(code?.cloneNode(true) ?? "This address is too long for a QR code. On paper it stands in words only.")
}

/** How many sides come out, and what would make it one. */
export function wordsOfSides({ number, tooMany }, sheet) {
  if (number === 1) return "Prints on one side of A4."
  const what = `This prints on ${number} sides of A4`
  if (tooMany) return `${what}; take ${counted(tooMany, "point")} off for one.`
  return sheet.room.length ? `${what}; with less room to write it takes fewer.` : `${what}.`
}

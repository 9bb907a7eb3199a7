// The side that is printed. It is laid out at its true width and measured, so that the screen can say how many sides come out.

const WIDTH = 182, HEIGHT = 268 // Millimetres inside the margins of A4, less one for safety; as in paper.css.
const MOST_LINES = 30

/** Write the paper anew: title, points with their sources, room to write, and where to find it again. */
export function layOut(paper, { sheet, points, address, code }) {
  paper.querySelector(".lb-paper__title").textContent = sheet.title || "Learning for our team"
  paper.querySelector(".lb-paper__points").replaceChildren(...points.map(point => itemOf(point, sheet.room.includes("lines"))))
  paper.querySelector(".lb-paper__plan").hidden = !sheet.room.includes("table")
  paper.querySelector(".lb-paper__code").replaceChildren(...(code ? [code] : []))
  paper.querySelector(".lb-paper__where").textContent = `This sheet, with links to each review: ${address}`
  return setType(paper)
}

/** Large type where that still makes one side, as a sheet on a table is read from further off. */
function setType(paper) {
  let sides
  for (const isLarge of [true, false]) {
    paper.classList.remove("lb-paper--one")
    paper.classList.toggle("lb-paper--large", isLarge)
    sides = sidesOf(paper)
    if (sides.number === 1) break
  }
  paper.classList.toggle("lb-paper--one", sides.number === 1)
  return sides
}

function itemOf(point, withLines) {
  const item = document.createElement("li")
  const source = document.createElement("p")
  source.className = "lb-paper__source"
  source.textContent = [point.kind, point.review, point.place].filter(Boolean).join(" · ")
  item.append(point.text.cloneNode(true), source)
  if (withLines) item.append(linesToWriteOn())
  return item
}

/** As many as a side could hold; those that there is no room for are cut off. */
function linesToWriteOn() {
  const lines = document.createElement("div")
  lines.className = "lb-paper__lines"
  lines.append(...Array.from({ length: MOST_LINES }, () => document.createElement("span")))
  return lines
}

/** How many sides it takes, and how many of the last points must go for one (0 where even none would do). */
export function sidesOf(paper) {
  const room = HEIGHT * paper.getBoundingClientRect().width / WIDTH
  const points = [...paper.querySelectorAll(".lb-paper__points > li")].map(outerHeight)
  const [head, , ...tail] = [...paper.children].map(outerHeight)
  const below = tail.reduce((sum, height) => sum + height, 0)
  const number = pagesFor([head, ...points, ...tail], room)
  let filled = head + below
  const fitting = points.filter(height => (filled += height) <= room).length
  return { number, tooMany: fitting ? points.length - fitting : 0 }
}

/** Blocks are not torn apart, so each goes to a new side where it does not fit; one that is longer than a side goes on. */
function pagesFor(blocks, room) {
  let pages = 1
  let filled = 0
  for (const height of blocks) {
    if (filled && filled + height > room) {
      pages += 1
      filled = 0
    }
    pages += Math.max(0, Math.ceil((filled + height) / room) - 1)
    filled = (filled + height) % room
  }
  return pages
}

function outerHeight(block) {
  const { marginTop, marginBottom } = getComputedStyle(block)
  return block.hidden ? 0 : block.getBoundingClientRect().height + parseFloat(marginTop) + parseFloat(marginBottom)
}

// What a sheet is: points in order, a title, room to write. An address says all of it, and so does what a browser keeps:
//     p=child-r.p1,.m2,child-k.s1&t=For+our+meeting&w=lines,table
// A point is a review and a record of it; where the review is that of the point before, it is left out.

export const MOST_POINTS = 30
export const LONGEST_TITLE = 80
const LONGEST_ID = 80
const KEY = "lb-sheet"
const ROOMS = ["lines", "table"]
const POINT = /^([a-z0-9-]*)\.([a-z0-9-]+)$/
const UNSEEN = /[\p{C}\s]+/gu // Control signs, such as those that turn the direction of text round, and runs of spaces.

/** The sheet that an address asks for. ``left`` counts the points that it names beyond what a sheet holds. */
export function sheetOf(query) {
  const asked = new URLSearchParams(query)
  const points = pointsIn(asked.get("p") ?? "")
  return {
    points: points.slice(0, MOST_POINTS),
    left: Math.max(0, points.length - MOST_POINTS),
    title: titleOf(asked.get("t") ?? ""),
    room: ROOMS.filter(room => (asked.get("w") ?? "").split(",").includes(room)),
  }
}

function pointsIn(text) {
  const points = new Set()
  let review = ""
  for (const part of text.split(",")) {
    const [, own, record] = part.match(POINT) ?? []
    review = own || review
    if (record && review && review.length <= LONGEST_ID && record.length <= LONGEST_ID) points.add(`${review}.${record}`)
  }
  return [...points]
}

/** A title as it may stand on a sheet: one line, no unseen signs, not too long. */
export function titleOf(text) {
  return [...text.replace(UNSEEN, " ").trim()].slice(0, LONGEST_TITLE).join("")
}

/** What an address says of a sheet, as short as it goes. */
export function queryOf({ points, title, room }) {
  let last = ""
  const short = points.map(point => {
    const [review, record] = point.split(".")
    const same = review === last
    last = review
    return same ? `.${record}` : point
  })
  return [
    short.length && `p=${short.join(",")}`,
    title && `t=${encodeURIComponent(title).replaceAll("%20", "+")}`,
    room.length && `w=${room.join(",")}`,
  ].filter(Boolean).join("&")
}

let unkept = null // Storage can be forbidden or full; the sheet then lasts as long as the page.

/** The reader's own sheet. */
export function ownSheet() {
  try {
    return sheetOf(unkept ?? localStorage.getItem(KEY) ?? "")
  } catch {
    return sheetOf("")
  }
}

const listeners = []

/** Keep a sheet as the reader's own, in this browser only. */
export function keep(sheet) {
  const query = queryOf(sheet)
  unkept = null
  try {
    if (query) localStorage.setItem(KEY, query)
    else localStorage.removeItem(KEY)
  } catch {
    unkept = query
  }
  for (const tell of listeners) tell()
}

/** Call back when the reader's own sheet changes: here, in another tab, or while this page was out of sight. */
export function whenKept(tell) {
  listeners.push(tell)
  addEventListener("storage", event => { if (event.key === KEY || event.key === null) tell() })
  addEventListener("pageshow", event => { if (event.persisted) tell() })
}

/** ``1 point``, ``3 points``. */
export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`
}

// The points on the screen: what each says, where it comes from, and the buttons that move it or take it off.

/** Show the points in order. Buttons are made anew, so whoever pressed one must be led back to it. */
export function showPoints(list, points) {
  list.replaceChildren(...points.map((point, index) => itemOf(point, index, points.length)))
}

function itemOf(point, index, length) {
  const item = document.getElementById("lb-sheet-point").content.firstElementChild.cloneNode(true)
  item.dataset.point = point.id
  item.querySelector(".lb-sheet__text").append(point.text.cloneNode(true))
  item.querySelector(".lb-sheet__source").append(...sourceOf(point))
  for (const button of item.querySelectorAll("button")) {
    button.setAttribute("aria-label", `${button.textContent}: point ${index + 1}`)
  }
  cannot(item, "up", index === 0)
  cannot(item, "down", index === length - 1)
  return item
}

function sourceOf({ kind, review, address, place }) {
  const link = document.createElement("a")
  link.href = address
  link.textContent = review
  return [kind, link, place].filter(Boolean).flatMap((part, index) => index ? [" · ", part] : [part])
}

/** A button that can do nothing keeps the focus, or the keyboard would be lost at the end of a way up. */
function cannot(item, what, isSo) {
  if (isSo) item.querySelector(`[data-do=${what}]`).setAttribute("aria-disabled", "true")
}

/** Give the focus to a button of a point, or to one near it where it is gone. */
export function focusOn(list, id, what) {
  list.querySelector(`[data-point="${id}"] [data-do=${what}]`)?.focus()
}

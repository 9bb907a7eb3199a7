// The header: the phone's menu, the lists that unfold in it, the colour scheme.

(() => {
"use strict"

/** A button that shows and hides what it controls. Escape closes it and gives the focus back. */
function disclosure(button, box) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true"
  const toggle = open => button.setAttribute("aria-expanded", String(open))
  button.addEventListener("click", () => toggle(!isOpen()))
  box.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !isOpen()) return
    event.stopPropagation()
    toggle(false)
    button.focus()
  })
  document.addEventListener("click", event => {
    if (isOpen() && !box.contains(event.target)) toggle(false)
  })
  box.addEventListener("focusout", event => {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) toggle(false)
  })
}

for (const group of document.querySelectorAll(".lb-nav__group")) {
  disclosure(group.querySelector("button"), group)
}
const menuButton = document.querySelector(".lb-menu-button")
if (menuButton) disclosure(menuButton, menuButton.closest("header"))

const SCHEMES = ["automatic", "light", "dark"]
const schemeButton = document.querySelector(".lb-scheme")
if (schemeButton) {
  const show = scheme => {
    if (scheme === "automatic") delete document.documentElement.dataset.scheme
    else document.documentElement.dataset.scheme = scheme
    schemeButton.querySelector(".lb-scheme__value").textContent = scheme
  }
  const current = () => document.documentElement.dataset.scheme ?? "automatic"
  schemeButton.addEventListener("click", () => {
    const next = SCHEMES[(SCHEMES.indexOf(current()) + 1) % SCHEMES.length]
    show(next)
    try {
      if (next === "automatic") localStorage.removeItem("lb-scheme")
      else localStorage.setItem("lb-scheme", next)
    } catch {
      // Storage can be forbidden; the choice then lasts as long as the page.
    }
  })
  show(current())
  schemeButton.hidden = false
}

// What is wider than its column scrolls in a box of its own, which the keyboard must be able to reach.
for (const table of document.querySelectorAll(".lb-body table")) {
  const box = document.createElement("div")
  box.className = "lb-scroll"
  table.replaceWith(box)
  box.append(table)
}
for (const box of document.querySelectorAll(".lb-scroll, .lb-body pre")) {
  const name = box.querySelector("caption")?.textContent ?? (box.matches("pre") ? "Code" : "Table")
  const measure = () => {
    const attributes = { tabindex: "0", role: "region", "aria-label": name }
    for (const [key, value] of Object.entries(attributes)) {
      if (box.scrollWidth > box.clientWidth + 1) box.setAttribute(key, value)
      else box.removeAttribute(key)
    }
  }
  new ResizeObserver(measure).observe(box)
}

})()

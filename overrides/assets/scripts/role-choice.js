// The page "My role": its links become choices. What is chosen stays in this browser; role.js acts on it on every page.

import { apply, kept, KEY, made, PARTS, parts, site, words } from "./role.js"

const FEW = 6
const NOT_KEPT = "This browser lets sites keep nothing, so your role cannot be kept."

/** Each choice by its id: what it is called, what that means, and its page below the site's root. */
const choices = Object.fromEntries(PARTS.map(part => [part, new Map(
  [...document.querySelectorAll(`.choices a[data-${part}]`)].map(link => [link.dataset[part], {
    name: link.textContent,
    meaning: link.closest("li").querySelector(".card-meta")?.textContent ?? "",
    page: link.href.slice(site.href.length),
  }]),
)]))

/** What stands in the form, as it is kept. Nothing where nothing is chosen. */
function chosen(form) {
  const role = { names: {}, pages: {} }
  for (const [part, id] of new FormData(form)) {
    if (!id) continue
    role[part] = id
    role.names[part] = choices[part].get(id).name
    role.pages[part] = choices[part].get(id).page
  }
  return PARTS.some(part => role[part]) ? role : null
}

/** Keep a role, or forget it. Gives back whether this browser lets us. */
function keep(role) {
  try {
    if (role) localStorage.setItem(KEY, JSON.stringify(role))
    else localStorage.removeItem(KEY)
    return true
  } catch {
    return false
  }
}

function radios(part, nobody) {
  const options = [...choices[part], ["", { name: nobody, meaning: "" }]]
  return made("div", { className: "lb-choices" }, ...options.map(([id, { name, meaning }]) =>
    made("label", { className: "lb-choice" },
      made("input", { type: "radio", name: part, value: id }),
      made("span", {}, name, made("span", { className: "lb-choice__meaning" }, meaning)))))
}

function select(part, nobody) {
  const options = [["", { name: nobody }], ...choices[part]]
  return made("select", { name: part, className: "lb-choices" },
    ...options.map(([id, { name }]) => made("option", { value: id }, name)))
}

/** The list of links as a group of choices, named by its heading: all in sight where they are few. */
function asChoices(section) {
  const part = PARTS.find(name => section.querySelector(`[data-${name}]`))
  const few = choices[part].size < FEW
  const group = (few ? radios : select)(part, few ? "None of these" : "Not said")
  group.setAttribute("aria-labelledby", section.getAttribute("aria-labelledby"))
  if (few) group.setAttribute("role", "radiogroup")
  section.querySelector("ul").replaceWith(group)
}

const sections = [...document.querySelectorAll(".lb-section.choices")]
sections.forEach(asChoices)
const form = made("form", { className: "lb-role-form" })
sections[0].before(form)
form.append(...sections)

const box = document.querySelector(".lb-section.kept")
const said = made("p", { role: "status" })
const links = made("ul", { className: "lb-mine__links" })
const clear = made("button", { className: "lb-button lb-clear", type: "button" }, "Clear my role")
box.replaceChildren(box.querySelector("h2"), said, links, clear)

/** Say what is kept, with the ways to it. */
function tell(isKept = true) {
  const role = kept()
  said.textContent = !isKept ? NOT_KEPT : role ? words(role) : "No role is kept in this browser."
  links.replaceChildren(...(role ? parts(role) : []).map(({ name, page }) =>
    made("li", {}, made("a", { href: page }, `${name}: learning`))))
  links.hidden = clear.hidden = !role
}

/** Show in the form what is kept; what the site no longer has is not chosen. */
function show() {
  const role = kept()
  for (const part of PARTS) {
    const id = choices[part].has(role?.[part]) ? role[part] : ""
    for (const radio of form.querySelectorAll(`input[name=${part}]`)) radio.checked = radio.value === id
    for (const list of form.querySelectorAll(`select[name=${part}]`)) list.value = id
  }
  tell()
}

form.addEventListener("change", () => {
  const isKept = keep(chosen(form))
  apply()
  tell(isKept)
})
clear.addEventListener("click", () => {
  keep(null)
  apply()
  show()
  form.querySelector("input:checked, select").focus()
})
addEventListener("storage", show)
addEventListener("pageshow", event => { if (event.persisted) show() })
show()

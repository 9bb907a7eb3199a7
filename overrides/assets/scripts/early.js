// Runs before the first paint: a chosen colour scheme must not flash in after the other one, nor the way to a sheet move the header.
(() => {
  const root = document.documentElement
  root.classList.replace("no-js", "js")
  try {
    const scheme = localStorage.getItem("lb-scheme")
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme
    root.classList.toggle("lb-has-sheet", Boolean(localStorage.getItem("lb-sheet")))
  } catch {
    // Storage can be forbidden; the system's choice then stands.
  }
})()

// Material's optional parts (announcements, versions) look for these four. Their names and storage keys are Material's.
/* eslint-disable no-unused-vars */
var __md_scope = new URL(document.currentScript.dataset.base, location)
var __md_hash = text => [...text].reduce((hash, char) => (hash << 5) - hash + char.charCodeAt(0), 0)
var __md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(scope.pathname + "." + key))
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(scope.pathname + "." + key, JSON.stringify(value))
  } catch {
    // As above.
  }
}

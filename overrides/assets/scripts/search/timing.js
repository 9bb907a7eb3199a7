// When to answer somebody who types: soon, but not at each letter; and when to read it out: once they stop.

const SOON = 120
const AT_REST = 700

/** Calls after a short pause, and only once. */
export function soon(call, pause = SOON) {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(call, pause)
  }
}

/** Puts words into a live region once they have stood for a while. */
export function announcer(region) {
  let words = ""
  const say = soon(() => { region.textContent = words }, AT_REST)
  return said => {
    words = said
    say()
  }
}

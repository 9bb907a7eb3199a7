// The text of an entry, from the fragment that Pagefind keeps of it, and the part of it that shows what was asked for.

const SIGNATURE = "pagefind_dcd"
const END_OF_TEXT = "¦"
const MOST_WORDS = 44
const BEFORE_THE_FIRST_MARK = 6

/** Gives the words of an entry by the id of its fragment; each is loaded once. `base` is the address of the site. */
export function textLoader(base) {
  const folder = new URL("pagefind/fragment/", base)
  const loaded = new Map()
  return id => {
    if (!loaded.has(id)) {
      loaded.set(id, wordsOfFragment(new URL(`${id}.pf_fragment`, folder)))
      loaded.get(id).catch(() => loaded.delete(id))
    }
    return loaded.get(id)
  }
}

async function wordsOfFragment(address) {
  const { body } = await fetch(address)
  const text = await new Response(body.pipeThrough(new DecompressionStream("gzip"))).text()
  const words = JSON.parse(text.slice(SIGNATURE.length)).content.split(/\s+/)
  const end = words.findIndex(word => word.startsWith(END_OF_TEXT))
  return end < 0 ? words : words.slice(0, end)
}

/** As much of a text as there is room for, as nodes, with a `mark` around each word at one of the places. */
export function excerpt(words, at, from = undefined) {
  const places = new Set(at.filter(place => place < words.length))
  const start = from ?? (words.length > MOST_WORDS ? startOf(words, places) : 0)
  const end = Math.min(words.length, start + MOST_WORDS)
  const nodes = words.slice(start, end).flatMap((word, i) => [places.has(start + i) ? marked(word) : word, " "])
  return [...(start > 0 ? ["… "] : []), ...nodes.slice(0, -1), ...(end < words.length ? [" …"] : [])]
}

/** Where to start: at the sentence of the mark that has most others close behind it, or a few words before it. */
function startOf(words, places) {
  const sorted = [...places].sort((one, other) => one - other)
  const behind = place => sorted.filter(other => other >= place && other < place + MOST_WORDS - BEFORE_THE_FIRST_MARK).length
  const best = sorted.reduce((found, place) => (behind(place) > behind(found) ? place : found), sorted[0] ?? 0)
  const earliest = Math.max(0, best - BEFORE_THE_FIRST_MARK)
  for (let start = best; start >= earliest; start--) {
    if (start === 0 || /[.!?]["'”’]?$/.test(words[start - 1])) return start
  }
  return earliest
}

function marked(word) {
  const mark = document.createElement("mark")
  mark.textContent = word
  return mark
}

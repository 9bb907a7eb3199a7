// What somebody types -> the words to look for; and, for a word that is written nowhere, the nearest that is.

const JOINING = new Set((
  "a about after all also always am an and any are as at be because been being both but by can cannot cant could did " +
  "didnt do does doesnt doing done dont each few for from get gets getting go goes going got had has have having he " +
  "her here hers him his how i if im in into is isnt it its just keep keeps like me more most much my no not of off " +
  "on once only or other our out own shall she should so some still such than that the their them then there these " +
  "they thing things this those to too up us very want wants was wasnt we went were what when where which while who " +
  "whom whose why will with wont would yet you your"
).split(" "))
/** After one of these a single letter is a name: Child A is not any child. */
const NAMED_BY_A_LETTER = new Set("adult adults babies baby child children family mr mrs ms person".split(" "))

/** A text in small letters and without signs, as words: `A&E` and `mum's` are one word each. */
export function plainWords(text) {
  const joined = text.toLowerCase().replace(/['’]/g, "").replace(/([\p{L}\p{N}])&(?=[\p{L}\p{N}])/gu, "$1")
  return joined.match(/[\p{L}\p{N}]+/gu) ?? []
}

/**
 * The words of a query, each with its place in it. Words that only join others are left out, if there are others;
 * and so is a last letter that somebody who is `typing` may go on with.
 */
export function wordsOf(query, typing = false) {
  const every = plainWords(query).map((text, place) => ({ text, place }))
  const isName = ({ text, place }) => text.length === 1 && NAMED_BY_A_LETTER.has(every[place - 1]?.text)
  const isBegun = ({ text, place }) => typing && text.length === 1 && place === every.length - 1
  const telling = every.filter(word => isName(word) || !(JOINING.has(word.text) || isBegun(word)))
  return telling.length ? telling : every
}

/** The known word that is nearest to an unknown one; of several the first. Short words have none: too many are near. */
export function nearest(word, known) {
  const most = word.length < 5 ? 0 : word.length < 8 ? 1 : 2
  let best = ""
  let least = most + 1
  for (const candidate of known) {
    if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) >= least) continue
    const far = distance(word, candidate)
    if (far < least) [best, least] = [candidate, far]
  }
  return best
}

/** How many letters must be put in, left out, changed or swapped with the next to make one word of the other. */
export function distance(one, other) {
  let before = []
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, changed)
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwapped) next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    before = row
    row = next
  }
  return row[other.length]
}

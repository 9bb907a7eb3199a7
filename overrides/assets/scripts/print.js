// On paper: a button that prints, where there is a script to answer it, and the page's name at the foot of every side.

(() => {
"use strict"

for (const button of document.querySelectorAll(".lb-print")) {
  button.addEventListener("click", () => print())
}

// No stylesheet can know the name, and a style in the page itself would be refused: this is neither.
const foot = new CSSStyleSheet()
foot.replaceSync(`@page running { @bottom-left { content: ${JSON.stringify(document.title)} } }`)
document.adoptedStyleSheets = [...document.adoptedStyleSheets, foot]
})()

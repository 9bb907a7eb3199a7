// "Print this page": a button only where there is a script to answer it.

for (const button of document.querySelectorAll(".lb-print")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

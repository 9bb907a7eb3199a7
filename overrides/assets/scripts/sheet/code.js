// An address as a QR code, drawn as SVG. The library is loaded with this page and nowhere else.

import { encode } from "../../vendor/uqr.js"

const QUIET = 4 // Modules of white around a code: what the standard asks for.
const LARGEST_VERSION = 13 // 69 modules a side. In 30 mm a module of a larger one is too small for a phone's camera.
const SVG = "http://www.w3.org/2000/svg"

/** The code, or nothing where the address is too long for one that can be read from paper. */
export function codeOf(address) {
  const code = encoded(address, "M") ?? encoded(address, "L")
  if (!code) return null
  const svg = drawn("svg", { viewBox: `0 0 ${code.size} ${code.size}`, role: "img", "aria-label": "QR code of the address" })
  svg.append(
    drawn("rect", { width: code.size, height: code.size, fill: "#fff" }),
    drawn("path", { d: darkModules(code.data), fill: "#000", "shape-rendering": "crispEdges" }),
  )
  return svg
}

/** ``M`` is still read where a seventh of it is spoilt, ``L`` where a fifteenth is. */
function encoded(address, ecc) {
  try {
    return encode(address, { ecc, border: QUIET, maxVersion: LARGEST_VERSION })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function darkModules(rows) {
  return rows.flatMap((row, y) => row.flatMap((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : [])).join("")
}

function drawn(name, attributes) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

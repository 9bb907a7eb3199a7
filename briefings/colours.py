"""The colours of the light scheme, for what no stylesheet reaches: e-mails and pictures. `tokens.css` has the same."""

INK, SOFT, LINK = "#10303a", "#47616a", "#0a5a70"
PAPER, RULE = "#fbfaf6", "#d3dbd8"
MARIGOLD, PALE = "#ffc533", "#fff1c9"
ON_MARIGOLD = "#10262d"

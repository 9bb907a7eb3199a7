"""Hostile text, and the oracle that says whether any of it came alive on a page."""

from collections.abc import Iterator
from html.parser import HTMLParser

from markdown import Markdown

from briefings.library import Library
from briefings.loading import Loaded
from briefings.pages import Page, site_pages
from briefings.problems import Level

SCHEMES = ("http", "https", "mailto", "tel")
ALLOWED_TAGS = frozenset(
    [
        "a",
        "abbr",
        "blockquote",
        "br",
        "code",
        "dd",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "section",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
TOLD = {"data-record", "data-for", "data-agencies", "data-involved", "data-audience", "data-agency", "data-printed"}
"""What scripts read of a record and of a choice of role, and what paper has room for."""
ALLOWED_ATTRIBUTES = {"aria-labelledby", "class", "href", "id", "start", "title", "type"} | TOLD
EXTENSIONS = ("attr_list", "abbr", "tables", "toc", "fenced_code", "briefings_mkdocs.sections")
"""What MkDocs and our plugin render a page's Markdown with."""

SNIPPETS: dict[str, str] = {
    "a script": "<script>alert(1)</script>",
    "a script in capitals": "<SCRIPT>alert(1)</SCRIPT>",
    "a script over two lines": "<script\n>alert(1)</script\n>",
    "a script inside a comment that is cut out": "<scr<!-- x -->ipt>alert(1)</script>",
    "a script after a comment that is not closed": "<!-- <script>alert(1)</script>",
    "a script in entities": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "a script in numbered entities": "&#60;script&#62;alert(1)&#x3c;/script&#x3e;",
    "a script in wide letters": "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
    "a script escaped": "\\<script\\>alert(1)\\</script\\>",
    "a script in code": "`<script>alert(1)</script>`",
    "a script in a block of code": "```html\n<script>alert(1)</script>\n```",
    "a script in a quotation": "> <script>alert(1)</script>",
    "a script in a table": "a | b\n--- | ---\n<script>alert(1)</script> | c",
    "an event handler": '<img src=x onerror="alert(1)">',
    "a vector image": "<svg onload=alert(1)>",
    "a frame": '<iframe src="javascript:alert(1)"></iframe>',
    "a processing instruction": "<?php echo 1 ?>",
    "character data": "<![CDATA[<script>alert(1)</script>]]>",
    "a tag of letters outside a to z": "<\u017fcript>alert(1)",
    "a tag that is not closed": "text <a href=",
    "an included file": '--8<-- "/etc/passwd"',
    "a javascript link": "[x](javascript:alert(1))",
    "a javascript link in capitals": "[x](JaVaScRiPt:alert(1))",
    "a javascript link with an entity": "[x](javascript&#58;alert(1))",
    "a javascript link with a named entity": "[x](javascript&colon;alert(1))",
    "a javascript link with an entity of an entity": "[x](javascript&amp;colon;alert(1))",
    "a javascript link in entities": "[x](&#106;&#97;vascript:alert(1))",
    "a javascript link with a tab entity": "[x](java&Tab;script:alert(1))",
    "a javascript link with a newline entity": "[x](java&#10;script:alert(1))",
    "a javascript link in percents": "[x](%6A%61vascript:alert(1))",
    "a javascript link escaped": "[x](javascript\\:alert(1))",
    "a javascript link behind a space": "[x]( javascript:alert(1))",
    "a javascript link with a tab": "[x](java\tscript:alert(1))",
    "a javascript link over two lines": "[x](java\nscript:alert(1))",
    "a javascript link on the next line": "[x](\njavascript:alert(1))",
    "a javascript link in angles": "[x](<javascript:alert(1)>)",
    "a javascript link in quotes": '[x]("javascript:alert(1)")',
    "a javascript link behind a title": "[x]('a' javascript:alert(1))",
    "a javascript link in nested brackets": "[x [y](javascript:alert(1)) z](https://example.org)",
    "a javascript link whose words hold brackets": "[a [b] c](javascript:alert(1))",
    "a javascript link with a comment inside": "[x](java<!-- -->script:alert(1))",
    "a javascript link with an at sign": "[x](javascript://example.org/%0aalert(1))",
    "a vbscript link": "[x](vbscript:msgbox(1))",
    "a data link": "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "a file link": "[x](file:///etc/passwd)",
    "a link without a scheme": "[x](//evil.example)",
    "a link with a backslash": "[x](\\\\evil.example)",
    "a link to the root": "[x](/admin)",
    "a link that is no address": "[x](http://[x)",
    "a link with no host": "[x](https:javascript)",
    "a script behind a good link": '[x](https://example.org/"onmouseover="alert(1))',
    "a title with a handler": "[x](https://example.org 'a\" onclick=\"alert(1)')",
    "a defined link": "[x]: javascript:alert(1)\n\n[x]",
    "a defined link over two lines": "[x\n]: javascript:alert(1)\n\n[x]",
    "a defined link whose address is on the next line": "[x]:\njavascript:alert(1)\n\n[x][x]",
    "a defined link in a list": "- [x]: javascript:alert(1)\n\n[x]",
    "a defined link in a quotation": "> [x]: javascript:alert(1)\n>\n> [x]",
    "a defined abbreviation": "*[harm]: <script>alert(1)</script>",
    "a defined abbreviation with a space": "*[harm] : x\n\n<b>",
    "an autolink": "<javascript:alert(1)>",
    "an autolink to a website": "<https://example.org/?a=1&b=2>",
    "an autolink with a handler": '<https://example.org/"onclick="alert(1)>',
    "an automatic mail address": "<1@example.org>",
    "a picture": "![x](javascript:alert(1))",
    "a picture of a website": "![x](https://evil.example/x.png)",
    "a picture by reference": "![x][y]",
    "an attribute list with a handler": "text\n{: onclick=alert(1) }",
    "an attribute list on a link": "[x](https://example.org){: onclick=alert(1) }",
    "an attribute list on a heading": "### Text {: onclick=alert(1) }",
    "an attribute list with a style": "*text*{style=position:fixed}",
    "an attribute list in entities": "text\n&#123;: onclick=alert(1) &#125;",
    "an attribute list escaped": "text\n\\{: onclick=alert(1) \\}",
    "an attribute list that is not closed": "text {: onclick=alert(1)",
    "a template": "{{ config.extra }} {% include 'x' %}",
    "a wiki-link to a script": "[[javascript:alert(1)]]",
    "a wiki-link with a script for words": "[[child-a|<script>alert(1)</script>]]",
    "a wiki-link with a link for words": "[[child-a|x](javascript:alert(1))]]",
    "a wiki-link with a strange record": '[[child-a#"onclick="alert(1)|x]]',
    "a wiki-link with a backslash": "[[child-a|x\\]](javascript:alert(1))",
    "a wiki-link with a backtick": "[[child-a|`x]] `y`",
    "a wiki-link that climbs": "[[../../etc/passwd|x]]",
    "a wiki-link of nothing": "[[]] [[|x]] [[#p1]]",
    "a wiki-link that is not closed": "[[child-a|x",
    "a title of the page": "# Taken over",
    "a title of the page in a list": "- # Taken over",
    "a title of the page by underlining": "Taken over\n===",
    "a title of the page in a quotation": "> Taken over\n> ===",
    "a placeholder of Python-Markdown": "wzxhzdk:0 klzzwxh:0001",
    "front matter": "---\ntemplate: ../../x.html\n---",
    "a table of contents": "[TOC]",
    "a note of MkDocs": '!!! danger "x"\n    y',
    "one wrong sign after another": "<>&\"'`*_[](){}#\\",
}


class Alive(HTMLParser):
    """Notes everything in a page's HTML that our own Markdown never makes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED_TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name not in ALLOWED_ATTRIBUTES:
                self.found.append(f"{tag} {name}={value}")
            elif name == "href" and not is_harmless(value or ""):
                self.found.append(f"a link to {value}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"<!{decl}>")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}>")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"<![{data}>")


def is_harmless(address: str) -> bool:
    """Whether a browser, which drops tabs and line ends and leading controls, stays with a scheme that runs nothing."""
    plain = "".join(sign for sign in address if sign > " ").lower()
    scheme, colon, _ = plain.partition(":")
    return not colon or "/" in scheme or "#" in scheme or "?" in scheme or scheme in SCHEMES


def alive_in(html: str) -> list[str]:
    """What in this HTML is neither text nor made by our own Markdown."""
    parser = Alive()
    parser.feed(html)
    parser.close()
    return parser.found


def rendered(markdown: str) -> str:
    """Markdown as the site renders it."""
    return Markdown(extensions=list(EXTENSIONS)).convert(markdown)


def pages_alive(library: Library) -> Iterator[tuple[Page, str]]:
    """Each page of a library with each thing on it that came alive."""
    for page in site_pages(library, "Test"):
        for found in alive_in(rendered(page.markdown)):
            yield page, found


def is_refused(found: Loaded) -> bool:
    """Whether a build would stop, for another reason than that a text holds a private detail, such as an address."""
    return any(each.level is Level.ERROR and not each.code.startswith("privacy-") for each in found.problems)

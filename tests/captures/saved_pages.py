"""Invented saved pages, each with what other publishers put around an article."""

from __future__ import annotations

FIRST = "The guild had kept the lamps for longer than anybody on the island could say, and was proud of it."
SECOND = "In 1903 it counted ninety keepers, though some of them, the paper said, were seldom seen near a lamp."
THIRD = "When the great lamp burned down that winter, each side blamed the other, and neither ever proved a thing."
FOURTH = "Nobody on the board wished to speak of it afterwards, and the minutes of that year were lost in a flood."
WHOLE = (FIRST, SECOND, THIRD, FOURTH)
TITLE = "The Keepers of Brisa"

# A page in one file, as browsers save it; {page} is its HTML.
MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://lamps.example/keepers\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n------B\r\n'
    "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{page}\r\n------B--\r\n"
)


def body(*paragraphs: str) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def page(inside: str, head: str = "", attributes: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{TITLE} | Islands Online</title>{head}</head>"
        f"<body{attributes}><header><nav><ul><li><a href='/'>Home</a></li><li><a href='/i'>Islands</a></li></ul></nav>"
        f"</header>{inside}<footer><p>© 1931 Invented Islands Online. All rights reserved.</p></footer></body></html>"
    )


def article(*paragraphs: str, more: str = "") -> str:
    return f"<main><article><h1>{TITLE}</h1>{body(*paragraphs)}{more}</article></main>"


COOKIES = (
    "<div role='dialog' aria-modal='true' class='cookie-banner'><h2>We value your privacy</h2>"
    "<p>We and our 842 partners store and read information on your device, such as unique identifiers in cookies, to "
    "process personal data. You may accept or manage your choices by clicking below, at any time.</p>"
    "<p>Your choices are told to our partners and will not affect browsing data. Some vendors may process your data on "
    "the basis of legitimate interest, to which you can object by managing your options below.</p>"
    "<button>Accept all</button></div>"
)
UNNAMED = COOKIES.replace("role='dialog' aria-modal='true' class='cookie-banner'", "class='css-81'")
GERMAN = "Wir und unsere Partner lesen auf Ihrem Gerät, was Sie dort lesen, und zeigen Ihnen danach, was Sie kaufen. "
SIGN_UP = (
    "<div class='newsletter-signup'><h3>Get the Brisa Letter</h3><p>Each Friday the best of the islands in your inbox, "
    "with nothing that you do not want to read and a puzzle at the end.</p><form><input type='email'></form></div>"
)
AUTHOR_BOX = (
    "<div class='author-box'><h4>About the author</h4><p>Mirela Tarn is a lecturer at the School of Lamps. She has "
    "written two books on oil.</p></div>"
)

PAGES = {
    "cookie dialog over hidden text": page(
        f"<div id='app' aria-hidden='true' style='display:none'>{article(*WHOLE)}</div>{COOKIES}",
        attributes=" class='modal-open'",
    ),
    "consent without a name over hidden text": page(f"<div aria-hidden='true' inert>{article(*WHOLE)}</div>{UNNAMED}"),
    "consent in another language, longer than the text": page(
        f"<div hidden>{article(*WHOLE)}</div><div class='x-81'><p>{3 * GERMAN}</p><button>Zustimmen</button></div>"
    ),
    "consent without a name beside the text": page(f"{UNNAMED}{article(*WHOLE)}"),
    "consent container by its id": page(f"<div id='onetrust-consent-sdk'>{COOKIES}</div>{article(*WHOLE)}"),
    "main text in a hidden attribute": page(
        f"<main hidden><article class='hidden'><h1>{TITLE}</h1>{body(*WHOLE)}</article></main>"
    ),
    "sign-up in the middle": page(
        f"<article><h1>{TITLE}</h1>{body(FIRST, SECOND)}{SIGN_UP}{body(THIRD, FOURTH)}</article>"
    ),
    "read more lines": page(
        article(
            FIRST,
            "<a href='/oil'>Read more: The Price of Oil</a>",
            SECOND,
            "<strong>Also read: A Lamp Is Lit</strong>",
            THIRD,
            FOURTH,
        )
    ),
    "author box": page(article(*WHOLE, more=AUTHOR_BOX)),
    "byline, date and share": page(
        f"<article><h1>{TITLE}</h1><p class='byline'>By Mirela Tarn and Odo Pell</p><p><time>May 4, 1931</time></p>"
        f"<ul class='share'><li><a href='#'>Share on Facebook</a></li></ul>{body(*WHOLE)}</article>"
    ),
    "figure captions": page(
        f"<article><h1>{TITLE}</h1>{body(FIRST, SECOND)}<figure><img src='a.jpg' alt='A lamp'><figcaption>An old "
        f"keeper at the quay. Photo: O. Pell</figcaption></figure>{body(THIRD, FOURTH)}</article>"
    ),
    "notes in sup": page(
        f"<article><h1>{TITLE}</h1><p>{FIRST}<sup><a href='#fn1'>1</a></sup></p><p>{SECOND}<sup>2</sup></p>"
        f"<p>{THIRD}<a class='footnote-ref' href='#fn3'>[3]</a></p><p>{FOURTH}<sup class='reference'>"
        "<a href='#cite_note-4'>[4]</a></sup></p><section class='footnotes'><ol><li id='fn1'>Ledger of 1877, p. 12."
        "</li></ol></section></article>"
    ),
    "names in capitals of a tag": page(article(*WHOLE)).replace("<p>", "<P>").replace("</p>", "</P>"),
    "numeric references alone": page(article(*WHOLE)).replace("’", "&#8217;"),
    "live page of many posts": page(
        "<main><h1>The Keepers of Brisa</h1><div class='live-feed'>"
        + "".join(f"<article class='post'><p>{text}</p></article>" for text in WHOLE)
        + "</div></main>"
    ),
    "comments after the article": page(
        article(*WHOLE) + "<div id='comments' class='comments'><h3>Comments</h3><p>I was there that winter, and it was "
        "nothing like this at all, whatever the paper says of us keepers and our lamps.</p></div>"
    ),
    "related stories in an aside": page(
        article(*WHOLE) + "<aside class='related'><h3>Related stories</h3><ul><li><a href='/a'>The Price of Oil rises "
        "again this year</a></li><li><a href='/b'>Who lit the great lamp?</a></li></ul></aside>"
    ),
    "no article element": page(f"<div class='wrap'><div class='c1'><h1>{TITLE}</h1>{body(*WHOLE)}</div></div>"),
    "block quotation": page(
        f"<article><h1>{TITLE}</h1>{body(FIRST)}<blockquote><p>{SECOND}</p></blockquote>{body(THIRD, FOURTH)}</article>"
    ),
    "table": page(
        f"<article><h1>{TITLE}</h1>{body(FIRST, SECOND)}<table><tr><th>Year</th><th>Keepers</th></tr><tr><td>1903</td>"
        f"<td>90</td></tr></table>{body(THIRD, FOURTH)}</article>"
    ),
    "paragraphs by line breaks": page(
        f"<article><h1>{TITLE}</h1><div>{FIRST}<br><br>{SECOND}<br/><br/>{THIRD}<br><br>{FOURTH}</div></article>"
    ),
    "cards of other stories": page(
        article(*WHOLE)
        + "".join(
            f"<article class='card'><h3><a href='/{story}'>Story number {story} of the lamps</a></h3><p>A short teaser "
            "of a story about lamps and oil.</p></article>"
            for story in range(6)
        )
    ),
    "advertisements between": page(
        f"<article><h1>{TITLE}</h1>{body(FIRST)}<div class='ad-slot'><p>Buy lamps</p></div>{body(*WHOLE[1:])}</article>"
    ),
    "a consent that is the subject": page(
        f"<article><h1>{TITLE}</h1><section id='consent-of-the-guild'>{body(*WHOLE)}</section></article>"
    ),
    "pulled quotation": page(
        f"<article><h1>{TITLE}</h1>{body(FIRST, SECOND)}<aside class='pullquote'>“each side blamed the other”</aside>"
        f"{body(THIRD, FOURTH)}</article>"
    ),
}

"""The cards of a site, as the files that are shown where its pages are shared."""

from __future__ import annotations

from dossier.pages.compare import compare_view
from dossier.pages.picture_cards import site_card
from dossier.pages.social_card import CARD, CardPicture, card_svg
from dossier.site.drawn_png import png_of
from dossier.site.frame import Site


def write_site_card(site: Site) -> None:
    """Writes the card of all pages that have none of their own, where the site's address is known."""
    if site.info.url:
        write_card(site, "", site_card(compare_view(site.context), site.info))


def write_card(site: Site, address: str, picture: CardPicture) -> None:
    """Writes the card of the page at an address beside that page."""
    folder = site.folder / address
    folder.mkdir(parents=True, exist_ok=True)
    drawing = card_svg(site.templates, picture, site.info, site.context.corpus)
    (folder / CARD).write_bytes(png_of(drawing))

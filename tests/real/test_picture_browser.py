"""Pictures as files: what is saved stands alone, says where it is from, and shows what the page showed."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from lxml import etree
from playwright.sync_api import Page

from tests.support.full import unless_full

SVG = "{http://www.w3.org/2000/svg}"
# How many colours the middle of a picture has, which is drawn on a canvas of the page.
COLOURS = """async (bytes) => {
  const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
}"""


def saved(page: Page, form: str, number: int = 0) -> bytes:
    button = page.get_by_role("button", name=f"{form} of this picture").nth(number)
    with page.expect_download() as download:
        button.click()
    assert download.value.suggested_filename.endswith(f".{form.lower()}")
    return Path(download.value.path()).read_bytes()


def words(tree: etree._Element) -> str:
    return " ".join(" ".join(one.itertext()) for one in tree.iter(f"{SVG}text"))


SAVED = [
    ("places/kabul/", "Kabul"),
    ("timeline/", "2014"),
    ("numbers/", "9,000"),
    ("map/", "Kandahar"),
    ("network/", "Rivalry and attack"),
    ("actors/taliban/", "Organisation"),
]


@pytest.mark.parametrize(("address", "shown"), unless_full(SAVED[1:3], SAVED))
def test_a_picture_is_saved_with_its_title_its_sources_and_its_licence(page: Page, address: str, shown: str) -> None:
    page.goto(address)
    text = saved(page, "SVG")
    tree = etree.fromstring(text)
    said = words(tree)
    assert shown in said
    assert "Source: " in said
    assert "Khorasan Dossier" in said
    assert "CC BY 4.0" in said
    assert f"/{address}" in said
    assert tree.findtext(f"{SVG}title")
    ids = {one.get("id") for one in tree.iter() if one.get("id")}
    for one in tree.iter():
        assert one.tag not in {f"{SVG}image", f"{SVG}a", f"{SVG}style", f"{SVG}foreignObject"}
        assert one.get("style") is None
        assert one.get("href") is None or one.get("href", "")[1:] in ids
        for value in one.attrib.values():
            assert "url(" not in value or value.removeprefix("url(#").removesuffix(")") in ids
            assert "var(" not in value
            assert "NaN" not in value
    png = saved(page, "PNG")
    width, height = (2 * int(tree.get(side) or 0) for side in ("width", "height"))
    assert struct.unpack(">II", png[16:24]) == (width, height)
    assert page.evaluate(COLOURS, list(png)) > 20


def test_what_was_filtered_stays_filtered_in_the_file(page: Page) -> None:
    page.goto("timeline/")
    whole = words(etree.fromstring(saved(page, "SVG")))
    page.goto("timeline/?standing=contested")
    page.wait_for_selector("[data-choices][data-narrowed]")
    page.wait_for_function("document.querySelectorAll('svg.timeline--wide a.event').length < 10")
    some = words(etree.fromstring(saved(page, "SVG")))
    assert "Attack on Kabul airport" in whole
    assert "Attack on Kabul airport" not in some
    assert "Standing: Contested" in some


def test_a_picture_is_saved_in_light_colours_from_a_dark_page(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("network/")
    before = page.evaluate("document.body.dataset.mdColorScheme")
    text = saved(page, "SVG").decode()
    assert "rgb(35, 38, 43)" in text
    assert page.evaluate("document.body.dataset.mdColorScheme") == before
    assert page.evaluate("document.body.getAttribute('style') || ''") == ""


def test_a_map_is_saved_as_it_is_zoomed(page: Page) -> None:
    page.goto("map/")
    first = saved(page, "SVG")
    page.locator("[data-zoom=in]").click()
    page.wait_for_selector("svg.map[data-moved]")
    page.wait_for_selector("svg.map[aria-busy]", state="detached")
    second = saved(page, "SVG")
    tags = [etree.fromstring(one).find(f".//{SVG}svg/{SVG}g/[{SVG}use]") for one in (first, second)]
    assert all(one is not None for one in tags)
    assert tags[0].get("transform") != tags[1].get("transform")

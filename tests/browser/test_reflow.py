"""Pages as some readers need them: narrow, wide apart, larger, still, in their own colours.

To open a page costs more than to ask it something: each is opened once, then asked everything.
"""

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.test_accessibility import Site, fullest

SIDEWAYS = "document.scrollingElement.scrollWidth - document.documentElement.clientWidth"

SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* {
        line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important;
    } p { margin-block-end: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""

CUT = """() => [...document.querySelectorAll('body *')].filter(element => {
    const style = getComputedStyle(element);
    const hides = [style.overflowX, style.overflowY].some(how => ['hidden', 'clip'].includes(how));
    return hides && !element.closest('.visually-hidden, .skip') && element.textContent.trim()
        && (element.scrollWidth > element.clientWidth + 1
            || element.scrollHeight > element.clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 120))"""

OVER_EACH_OTHER = """() => {
    const controls = [...document.querySelectorAll('a, button, input, select, summary')]
        .filter(one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            && one.getBoundingClientRect().width > 1);
    return controls.filter(one => {
        one.scrollIntoView({ block: 'center' });
        const box = one.getClientRects()[0];
        const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return at && !one.contains(at) && !at.contains(one);
    }).map(one => one.outerHTML.slice(0, 120));
}"""


EDGELESS = """[...document.querySelectorAll('button, input, select, .exit__link')].filter(one => {
    const style = getComputedStyle(one);
    return one.checkVisibility() && one.getBoundingClientRect().width > 1
        && parseFloat(style.borderTopWidth) < 1
        && style.textDecorationLine !== 'underline'
        && !(style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 1);
}).map(one => one.outerHTML.slice(0, 120))"""

WIDTHS = (320, 768, 1280)


@dataclass(frozen=True, slots=True)
class Question:
    """What a page is asked, and in which window."""

    ask: str
    """Answered with 0 or nothing by a page that is right."""
    width: int = 1280
    media: dict[str, Any] = field(default_factory=dict)
    """What the reader's system asks for."""
    prepare: str = "() => {}"


STILL = {"reduced_motion": "reduce"}
QUESTIONS = {
    **{f"sideways {width}": Question(SIDEWAYS, width) for width in WIDTHS},
    **{f"covered {width}": Question(OVER_EACH_OTHER, width, STILL) for width in WIDTHS},
    "moving": Question("document.getAnimations().length", media=STILL),
    "edges": Question(EDGELESS, media={"forced_colors": "active"}),
    # Last: what it does to a page stays.
    "spaced": Question(f"({CUT})().concat({SIDEWAYS} || [])", 320, prepare=SPACED),
}

Answers = dict[str, dict[str, object]]


@pytest.fixture(scope="module")
def answers(browser: Browser, world: Site) -> Answers:
    """By question, what the fullest page of each kind in each language says, if it is anything."""
    found: Answers = {name: {} for name in QUESTIONS}
    page = browser.new_page(reduced_motion="reduce")
    for path in fullest(world[1]).values():
        page.goto(world[0] + path)
        for name, question in QUESTIONS.items():
            page.set_viewport_size({"width": question.width, "height": 640})
            media = {"reduced_motion": "no-preference", "forced_colors": "none"} | question.media
            page.emulate_media(**media)
            page.evaluate(question.prepare)
            if (answer := page.evaluate(question.ask)) not in (0, []):
                found[name][path] = answer
    page.close()
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways_in_any_language(answers: Answers, width: int) -> None:
    """WCAG 2.2, 1.4.10; 320 pixels are also a window of 1280 at 400%."""
    assert answers[f"sideways {width}"] == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_control_lies_under_another(answers: Answers, width: int) -> None:
    """What is in the middle of a control is the control, however long the words around it are."""
    assert answers[f"covered {width}"] == {}


def test_letters_and_lines_may_stand_apart(answers: Answers) -> None:
    """Spaced as WCAG 2.2, 1.4.12 says, no text is cut off and nothing scrolls sideways."""
    assert answers["spaced"] == {}


def test_nothing_moves_for_whoever_wants_it_still(answers: Answers) -> None:
    """With reduced motion no animation runs and none waits in the stylesheet of any page."""
    assert answers["moving"] == {}


def test_forced_colours_leave_controls_their_edges(answers: Answers) -> None:
    """Where grounds are taken away, a button is known by its border or by its underline."""
    assert answers["edges"] == {}


def test_a_question_is_answered_by_a_page_that_is_wrong(browser: Browser) -> None:
    """One that no page could answer would find every page right."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    silent = []
    for name, question in QUESTIONS.items():
        page.set_content(WRONG)
        page.set_viewport_size({"width": question.width, "height": 640})
        page.evaluate(question.prepare)
        if page.evaluate(question.ask) in (0, []):
            silent.append(name)
    page.close()

    assert silent == []


WRONG = """<!doctype html><style>
  @keyframes turn { to { rotate: 1turn } }
  button { border: none; animation: turn 9s infinite; }
  p { inline-size: 2000px; block-size: 1em; overflow: clip; }
  a { position: absolute; inset: 0; z-index: 2; }
</style><button>Press</button><p>One<br>two<br>three</p><a href="/">Over all</a>"""

"""Options printed without a mark: where words answer, and where they are just the printed form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import category

from govdisclose_ld.assets import knowledge
from govdisclose_ld.interpret.agencies import read_agencies
from govdisclose_ld.interpret.choice_cells import Habit, Printed, Tally, unknown
from govdisclose_ld.interpret.codes import code_list, parts, segment
from govdisclose_ld.interpret.kinds import SCHEMES, kinds
from govdisclose_ld.interpret.marks import Mark
from govdisclose_ld.interpret.notices import Notice, notice
from govdisclose_ld.interpret.option_labels import answers_another
from govdisclose_ld.interpret.option_names import (
    TAIL,
    name_option,
    names_group,
    split_and,
    split_slash,
    takes_back,
)
from govdisclose_ld.interpret.wording import squeeze
from govdisclose_ld.model import Term

_SYMBOLS = frozenset({"So", "Sm", "Sk", "Co", "Cn"})  # Unicode categories: boxes not known as such
_NUMBERED = re.compile(r"^\d{1,2}[.、．]")
_SEPARATED = re.compile(r"[、，,;；](?=.)|(?<!\w)\d{1,2}[.、．](?!\d)|[和及]")
_FORM = re.compile(r"[\w()（）]+(?:\s+[\w()（）]+)+")
"""Words with nothing but blanks between them, as options stand whose boxes are lost."""
_FOREIGN = frozenset({"basis", "time_limit", "site_section"})  # of other columns: they have slid
_HAN = re.compile(r"[\u4e00-\u9fff]")
# So many options without a mark are the printed form, half of the template's 13, and no answer.
_FORM_SIZE = 7


def count_words(field: str, cell: Printed, habit: Habit, tally: Tally) -> list[Notice]:
    """Take in what a cell without marks says, and give what was noticed."""
    words = squeeze(cell.text)
    if cell.column.terms:
        return _count_words_in_tick_cell(field, cell, words, tally)
    if takes_back(words, SCHEMES[field]):
        tally.unknown = True
        return [unknown(field, words)]
    options = [terms for part in _parts(field, cell.text) for terms in part]
    named = tuple(dict.fromkeys(term for terms in options for term in terms))
    strange = any(category(word[0]) in _SYMBOLS for word in cell.text.split())
    if not (options or strange) and field == "channels" and not _only_agencies(words):
        return _count_unknown_channels(cell, habit, tally)
    if strange or not options or not _answers_in_words(field, cell.text, options, habit):
        tally.unknown = True
        tally.offered.extend(named)
        return [unknown(field, words)]
    tally.count(Mark.TICKED, named)
    return _leftovers(field, cell.text, tally)


def _count_words_in_tick_cell(field: str, cell: Printed, words: str, tally: Tally) -> list[Notice]:
    """Words instead of a mark tick their column, unless they name other options or deny."""
    options = (term for terms in segment(words, SCHEMES[field]) for term in terms)
    named = tuple(dict.fromkeys(options))
    says = _HAN.search(words) is not None and not _denies(words) and not cell.unsure
    other = any(term.id == "other" for term in cell.column.terms)  # the words say which one
    strange = named and not other and set(named) != set(cell.column.terms)
    if not says or strange or answers_another(words, SCHEMES[field]) or kinds(words) & _FOREIGN:
        tally.unknown = True
        tally.offered.extend(named)
        return [unknown(field, words)]
    tally.count(Mark.TICKED, cell.column.terms)
    tally.notes += [words] if other or not named else []
    tally.read = True
    return [notice("mark-words", heading=cell.column.heading, text=words)]


def _denies(words: str) -> bool:
    """Whether words take something out or deny it: 不公开, 政府网站除外."""
    source = knowledge("vocabulary/marks.yml")
    return words.startswith(tuple(source["unaffirmed"])) or any(
        word in words for word in source["excepting"]
    )


def _parts(field: str, text: str) -> list[tuple[tuple[Term, ...], ...]]:
    scheme = SCHEMES[field]
    whole = segment(text, scheme)
    if whole:
        return [whole]
    if field == "channels":
        named = (_options(part) for part in _members(text))
        return [terms for terms in named if terms]
    terms, _ = name_option(squeeze(text), scheme)
    if not terms and field == "audience" and names_group(text):
        terms = (code_list(scheme).terms["specific"],)
    return [(terms,)] if terms else []


def _options(part: str) -> tuple[tuple[Term, ...], ...]:
    terms, _ = name_option(part, "channel")
    return (terms,) if terms else segment(TAIL.split(part)[0], "channel")


def _members(text: str) -> list[str]:
    """The members of a list of channels: without a number that runs into the digits behind it
    (3.12345热线) and without 等, cut at 和 where that leaves channels alone."""
    members: list[str] = []
    for part in parts(text):
        bare = _NUMBERED.sub("", part).removesuffix("等")
        halves = split_and(bare, "channel") if "/" not in bare else split_slash(bare, "channel")
        if len(halves) > 1:
            members += halves
        else:
            members.append(bare if name_option(bare, "channel")[0] else part)
    return members


def _answers_in_words(
    field: str, text: str, options: Sequence[tuple[Term, ...]], habit: Habit
) -> bool:
    """Whether labels without marks answer: no boxes anywhere, and not just the printed form."""
    if habit.boxes or len(options) >= _FORM_SIZE:
        return False
    if len(options) == 1 or len(_SEPARATED.findall(text.strip())) >= len(options) - 1:
        return True  # a form whose boxes are lost has blanks between its options
    if field != "channels" and _FORM.fullmatch(text.strip()):
        return False  # 主动 依申请: the options as a form prints them, their boxes lost
    answers = {frozenset(t for ts in _parts(field, w) for t in ts) for w in habit.wordings}
    return len(answers) > 1


def _leftovers(field: str, text: str, tally: Tally) -> list[Notice]:
    """Keep the words that stand beside the options, and channels that no code list knows."""
    if segment(text, SCHEMES[field]):
        return []
    if field != "channels":
        tally.notes.append(squeeze(text))
        return []
    notices: list[Notice] = []
    for part in _members(text):
        if not _options(part):
            if not _HAN.search(part) or _denies(part):  # a number is no channel's name
                tally.unknown = True
                notices.append(unknown(field, part))
                continue
            tally.count(Mark.TICKED, (Term("channel", "", squeeze(part)),))
            notices.append(notice("channel-unlisted", label=part))
        elif TAIL.search(part) or name_option(part, "channel")[1]:
            tally.notes.append(squeeze(part))
    return notices


def _only_agencies(words: str) -> bool:
    agencies = read_agencies(words)
    return bool(agencies) and all(agency.kind for agency in agencies)


def _count_unknown_channels(cell: Printed, habit: Habit, tally: Tally) -> list[Notice]:
    if habit.boxes:
        tally.unknown = True
        return [unknown("channels", cell.text)]
    return _leftovers("channels", cell.text, tally)

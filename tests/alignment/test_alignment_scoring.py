"""What is proposed: rare words count, common ones do not, and nothing alike is missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from alignment_samples import ROWS, STANDARD, answers, catalog
from hypothesis import given
from hypothesis import strategies as st

from govdisclose_ld.alignment import Proposer
from govdisclose_ld.alignment.bigrams import Weights, bigrams, clauses, shared_words
from govdisclose_ld.alignment.scoring import Scorer
from govdisclose_ld.model import Phrase
from govdisclose_ld.standards import Standard, StandardItem, StandardMatter, normalise

words = st.text(st.sampled_from("扶贫资金项目库建设年度计划监督举报公开（） 、，1"), max_size=12)


def proposed(*rows: tuple[str, str, str, str]) -> list[list[str]]:
    read = catalog(rows)
    proposer = Proposer(STANDARD, read)
    return [[answer.item for answer in proposer.propose(item)] for item in read.items]


def test_a_synonym_is_a_candidate_and_no_answer() -> None:
    read = catalog()
    assert answers(read, "2") == [("targeted-loans", "exactMatch", "candidate")]
    (found,) = read.items[1].answers
    assert (found.confidence, found.justification) == (0.95, "LexicalMatching")
    assert found.reason == "“扶贫小额信贷”是“精准扶贫贷款”的同义名称"


def test_the_same_name_is_an_answer() -> None:
    assert answers(catalog(), "1") == [("identification", "exactMatch", "accepted")]


def test_a_name_that_resembles_is_a_candidate_with_its_reason() -> None:
    read = catalog()
    assert answers(read, "3") == [("implementation", "closeMatch", "candidate")]
    (found,) = read.items[2].answers
    assert found.justification == "LexicalSimilarityThresholdMatching"
    assert 0.5 <= found.confidence < 0.95
    assert "共有“项目实施情况”" in found.reason


def test_what_all_items_of_the_field_share_is_no_ground() -> None:
    assert answers(catalog(), "4") == []
    assert proposed(("扶贫工作", "扶贫领域工作动态", "扶贫动态", "")) == [[]]


def test_a_clause_of_the_content_is_a_ground() -> None:
    row = ("监督检查", "监督检查管理", "1. 督查制度 2. 负责12317扶贫监督举报电话", "")
    assert proposed(row) == [["complaints"]]


def test_the_heading_above_alone_is_no_ground() -> None:
    assert proposed(("监督管理", "审计整改", "审计发现的问题", "")) == [[]]


def test_candidates_come_best_first_and_few() -> None:
    read = catalog(
        (("扶贫资金项目", "年度扶贫资金项目计划安排", "年度计划、项目实施、项目库建设", ""),)
    )
    found = [a for a in read.items[0].answers if a.standard == STANDARD.id]
    assert found[0].item == "annual-fund-plan"
    assert len(found) <= 3
    scores = [answer.confidence for answer in found]
    assert scores == sorted(scores, reverse=True)


def test_the_same_catalog_is_scored_the_same_every_time() -> None:
    assert catalog().items == catalog().items


def test_a_rare_pair_of_characters_weighs_more_than_a_common_one() -> None:
    weights = Weights(["扶贫资金", "扶贫项目", "扶贫贷款", "监督举报"], "扶贫标准")
    assert weights.of("举报") > weights.of("资金") * 0.99 > weights.of("扶贫") > 0
    assert weights.of("情况") < weights.of("举报")  # a light word


def test_clauses_lose_their_numbers_and_nothing_else() -> None:
    assert clauses("1. 识别标准；2）识别程序\n（三）结果") == ("识别标准", "识别程序", "结果")


def test_shared_words_are_the_longest_ones_of_the_name() -> None:
    assert shared_words("年度县级扶贫资金项目计划", "县级扶贫资金项目年度计划") == (
        "年度",
        "县级扶贫资金项目",
        "计划",
    )


@given(words, words)
def test_shared_words_stand_in_both(name: str, text: str) -> None:
    for word in shared_words(name, text):
        assert word in normalise(name)
        assert word in normalise(text)


@given(words)
def test_bigrams_are_pairs_unless_a_character_stands_alone(text: str) -> None:
    assert all(1 <= len(pair) <= 2 for pair in bigrams(text))


def test_prefix_filtering_loses_no_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every item of the standard compared, the same candidates come out."""
    rows = (*ROWS, ("项目", "县级项目库", "申报", ""), ("资金", "扶贫资金分配公告", "分配结果", ""))
    filtered = proposed(*rows)
    monkeypatch.setattr(Scorer, "_worth_comparing", lambda self, item, parts: STANDARD.items)
    assert proposed(*rows) == filtered
    assert sum(map(len, filtered)) > 3


def test_another_scorer_may_be_added_and_says_so() -> None:
    def likes_loans(name: str, others: Sequence[str]) -> list[float]:
        return [1.0 if name == "金融帮扶" and "贷款" in other else 0.0 for other in others]

    read = catalog((("帮扶", "金融帮扶", "帮扶情况", ""),))
    (item,) = read.items
    assert list(Proposer(STANDARD, read).propose(item)) == []
    (found,) = Proposer(STANDARD, read, similar=likes_loans).propose(item)
    assert found.item == "targeted-loans"
    assert found.justification == "SemanticSimilarityThresholdMatching"
    assert found.status == "candidate"


def general(*items: StandardItem) -> Standard:
    matter = StandardMatter("all", Phrase("全部", "all"), items)
    return Standard("own", Phrase("自定标准", "own"), "", (matter,))


def test_a_whole_catalog_answers_by_its_field() -> None:
    own = general(
        StandardItem("field", Phrase("扶贫领域", "x"), field="poverty-alleviation"),
        StandardItem("wide", Phrase("民生", "x"), covers=("poverty-alleviation", "employment")),
        StandardItem("other", Phrase("就业", "x"), field="employment"),
    )
    found = catalog(standards=[own]).answers
    assert [(a.item, a.predicate, a.status) for a in found] == [
        ("field", "exactMatch", "accepted"),
        ("wide", "broadMatch", "accepted"),
    ]


def test_an_inferred_label_of_a_standard_proves_no_name() -> None:
    own = general(StandardItem("inner", Phrase("内设机构", "x"), inferred=True))
    (found,) = catalog(standards=[own]).items[3].answers
    assert (found.status, found.predicate) == ("candidate", "exactMatch")


def test_the_same_name_under_a_standard_of_another_field_is_a_candidate_alone() -> None:
    read = catalog()
    other = replace(STANDARD, field="employment")
    (found,) = Proposer(other, read).propose(read.items[0])
    assert (found.item, found.status) == ("identification", "candidate")
    assert all(
        a.standard != other.id for item in catalog(standards=[other]).items for a in item.answers
    )

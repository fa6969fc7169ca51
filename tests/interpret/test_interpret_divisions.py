"""行政区划: which division a document names, and when nothing can be said."""

from __future__ import annotations

import pytest

from govdisclose_ld.errors import ConfigurationError
from govdisclose_ld.interpret.divisions import division, named_divisions, named_part

NAMED = {
    "栾川县扶贫领域基层政务公开标准目录": ["410324"],
    "河南省洛阳市栾川县政务公开目录": ["410324"],
    "西秀区扶贫办政务公开标准规范清单（试运行）": ["520402"],
    "嵩县扶贫领域政务公开目录": ["410325"],
    "关于印发嵩县政务公开目录的通知": ["410325"],
    "洛阳市嵩县政务公开目录": ["410325"],
    "阳泉市郊区政务公开目录": ["140311"],
    "广西壮族自治区政务公开目录": ["450000"],
    "栾川县、嵩县政务公开目录": ["410324", "410325"],
    "郑州航空港经济综合实验区就业领域目录": ["410173"],
    "吉林市就业领域目录": ["220200"],
    "天津市河北区就业领域目录": ["120105"],
    "内蒙古东河区就业领域目录": ["150202"],
    # autonomous places as people write them, without the peoples that they are of
    "恩施州就业领域目录": ["422800"],
    "耿马县国有土地上房屋征收领域目录": ["530926"],
    "积石山县就业领域目录": ["622927"],
    "莫力达瓦旗就业领域目录": ["150722"],
    "河南县就业领域目录": [],
    "东乡县就业领域目录": [],
    # zones that the table lacks, and old names name nothing
    "郑东新区就业领域目录": [],
    "洛阳经济技术开发区就业领域目录": [],
    "许昌县就业领域目录": [],
    "XX县就业领域目录": [],
    # a name that is a piece of another, or a common word, names nothing
    "山南县公共资源交易目录": [],
    "城区公共服务目录": [],
    "郊区公交线路": [],
    "新城区域规划": [],
    "各县（市、区）政务公开目录": [],
    "": [],
}


@pytest.mark.parametrize(("text", "codes"), NAMED.items())
def test_divisions_named_by_a_title(text: str, codes: list[str]) -> None:
    assert [place.code for place in named_divisions([text])] == codes


def test_a_name_that_several_share_gives_them_all() -> None:
    assert len(named_divisions(["鼓楼区教育局政务公开目录"])) > 1


def test_a_division_above_settles_a_shared_name() -> None:
    [place] = named_divisions(["鼓楼区教育局政务公开目录"], "按照徐州市统一部署")
    assert (place.code, [p.name for p in place.parents]) == ("320302", ["徐州市", "江苏省"])


def test_the_first_telling_text_decides() -> None:
    [place] = named_divisions(["政务公开目录", "栾川县扶贫办", "西秀区"])
    assert place.code == "410324"


def test_a_code_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="999999"):
        division("999999")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("栾川县赤土店镇人民政府政务公开目录", "赤土店镇"),
        ("栾川县城关镇政务公开目录", "城关镇"),
        ("栾川县先进制造业开发区管委会政务公开目录", "先进制造业开发区"),
        ("栾川县赤土店镇就业创业领域基层政务公开标准目录", "赤土店镇"),
        ("栾川县人民政府赤土店镇公共文化服务领域目录", "赤土店镇"),
        ("栾川县赤土店镇", "赤土店镇"),
        ("栾川县各乡镇政务公开目录", ""),
        ("栾川县城乡规划领域政务公开目录", ""),
        ("栾川县市政服务领域政务公开目录", ""),
        ("栾川县扶贫领域政务公开目录", ""),
    ],
)
def test_a_place_below_the_county_is_told(text: str, part: str) -> None:
    assert named_part(division("410324"), text) == part

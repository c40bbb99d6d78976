"""The names that analysts give to a record's columns, in the languages of its sources."""

import unicodedata
from collections.abc import Mapping
from typing import Final

from openline.record.columns import (
    ACTOR,
    CADENCE_DAYS,
    CAUSE,
    CHANNEL,
    CONFIDENCE,
    DATE,
    END,
    EVENT,
    KIND,
    LEVEL,
    PARTIES,
    SOURCE,
    SOURCE_URL,
    START,
    STATE,
    SUMMARY,
)
from openline.record.delimited import normal_name


def folded_name(name: str) -> str:
    """Return a name in the form of `normal_name`, without accents."""
    letters = unicodedata.normalize("NFKD", normal_name(name))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return unicodedata.normalize("NFC", bare)


def _each(words: str) -> frozenset[str]:
    return frozenset(map(folded_name, words.split()))


NAMES_IN_USE: Final[Mapping[str, str]] = {
    CHANNEL: "line hotline channel_name name line_name link mechanism dialogue dialog forum"
    " communication_channel communication_line kanal canal canale ligne linea linha"
    " канал линия лінія 渠道 热线 熱線 채널 회선 チャンネル 回線 قناة القناة",
    PARTIES: "countries country sides party states pair dyad actors members between"
    " country_pair parteien staaten länder pays países paesi strony kraje taraflar ülkeler"
    " стороны страны сторони країни 国家 各方 双方 当事方 当事国 당사국 국가 الأطراف الدول",
    LEVEL: "tier track rank_level channel_level ebene niveau nivel livello poziom düzey"
    " уровень рівень 级别 級別 수준 レベル المستوى",
    KIND: "type category channel_type channel_kind class art genre tipo typ rodzaj tür"
    " тип вид 类型 類型 유형 種類 النوع",
    CADENCE_DAYS: "cadence interval_days frequency frequency_days expected_days every_days",
    DATE: "since day when event_date observation_date date_of_event as_of on datum fecha jour"
    " data giorno dzień tarih дата 日期 날짜 일자 日付 年月日 التاريخ",
    START: "from start_date begin begins beginning since started date_from from_date valid_from"
    " beginn von debut inicio",
    END: "to until till end_date finish ended_on through date_to to_date valid_to stop"
    " ende bis fin",
    STATE: "status condition channel_state channel_status current_state current_status state_now"
    " zustand état estado stato stan durum статус состояние стан 状态 狀態 状態 상태 الحالة",
    EVENT: "event_type type_of_event action what happening ereignis événement evento"
    " wydarzenie olay событие подія 事件 사건 イベント الحدث",
    ACTOR: "by initiator who acting_party acted_by akteur acteur",
    SUMMARY: "description what_happened notes note comment comments remark remarks details text"
    " narrative beschreibung résumé resumen descripción descrição descrizione opis açıklama"
    " описание опис 说明 說明 描述 내용 설명 説明 内容 الوصف",
    CAUSE: "reason trigger why grund motif causa przyczyna neden причина 原因 원인 이유 理由 السبب",
    SOURCE: "citation reference sources publisher where_from read_in reported_by quelle fuente"
    " fonte źródło kaynak источник джерело 来源 來源 출처 出典 المصدر",
    SOURCE_URL: "url link_url web address web_address source_link weblink href hyperlink"
    " link_source reference_url ссылка 链接 連結 링크 リンク الرابط",
    CONFIDENCE: "certainty reliability evidence quality sureness confidence_level vertrauen"
    " достоверность 可信度 신뢰도 信頼度",
}
"""Names that analysts give to the format's columns, in the form of `normal_name`."""
BEGINS: Final = _each(
    "start started starts starting begin begins began begun beginning commence commenced commences"
    " commencement from since opened opening onset entry entered established launched launch"
    " founded signed activated first earliest beginn von ab seit début depuis du inicio início"
    " desde inizio dal początek od başlangıç начало начала с початок початку від"
    " 开始 開始 起始 开始日期 起始日期 开始时间 開始日 시작 시작일 시작일자 بداية من"
)
ENDS: Final = _each(
    "end ended ends ending to until till through thru finish finished finishes stop stopped stops"
    " closed closing closure cease ceased ceases cessation terminated termination expired expiry"
    " dissolved disbanded deactivated exit exited left last latest"
    " ende bis fin hasta fim fine al au koniec do bitiş"
    " конец конца окончание окончания по до кінець кінця закінчення"
    " 结束 結束 终止 結束日 结束日期 终止日期 截止日期 结束时间 終了 終了日 종료 종료일 종료일자"
    " نهاية إلى"
)
CUTS: Final = _each("cut suspended severed interrupted lost halted broken stopped closed down")
BACKS: Final = _each("restored resumed reopened repaired reconnected back")
"""What is with one of `CUTS` as the end of an interval in which a channel was cut."""
OF_DAYS: Final = _each(
    "date dates day days on at of the time valid effective in into force year month datum fecha"
    " data giorno dzień tarih tarihi дата 日期 날짜 التاريخ تاريخ de"
)
"""Words that are with the begin or the end in a name and change nothing: `date_start`."""
OF_SPANS: Final = _each(
    "cut severed suspended closed open down up outage interruption suspension severance closure gap"
    " disruption period interval span"
)
"""What a begin or an end may be of: `down_from`, `end_of_outage`."""
OTHER_DAYS: Final = _each(
    "reported published publication accessed added created modified updated update due coded"
    " source retrieved access"
)
"""Words with which a date is not the day of the event."""

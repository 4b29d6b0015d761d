"""Words that tell nothing of which measure is meant, nor of which part of it: figure, higher, now."""

from __future__ import annotations

from reportgen.checks.report.reading.indicators.kinship import COMMON
from reportgen.checks.report.reading.sentences import stem

_PLAIN_WORDS = """
figure rate share national average region area country stand stands stood reach reached report show shows find found
compare compared same data latest current currently roughly nearly almost still just low high lower higher above below
better worse best worst more less fewer total overall general typical annual fact short contrast addition particular
practice recent local regional only even already now today well far whole place others rest true ahead behind beyond
size head example instance sale money rank ranked last first second third position top bottom put puts
council force county service authority partnership made make earn paid get got become became come came went goes put
took coverage level proportion percentage number
"""
PLAIN = frozenset(stem(word) for word in _PLAIN_WORDS.split())
TIMES = frozenset(map(stem, ("year", "years", "month", "months", "quarter", "period", "spring", "words", "terms")))
NO_KIND = PLAIN | TIMES | COMMON  # nothing that makes a measure a kind of it

"""What a sign stands before: the noun that is counted, and whether the words speak of money."""

from __future__ import annotations

import re

COSTS = re.compile(
    r"\b(?:costs?|pric\w+|fees?|paid|pay\w*|grants?|budgets?|funds?|funding|worth|spen[dt]\w*|earn\w*|wages?|salar\w+|income|rents?"
    r"|charge[sd]?|bills?|borrow\w*|lend\w*|lent|owe[sd]?|loans?|debts?|sav\w+|value[ds]?|invest\w*|awards?|fin(?:es?|ed))\b",
    re.IGNORECASE,
)
NOT_BETWEEN = (
    r"(?!(?:worth|of|in|into|per|for|an?|on|to|and|or|more|less|than|over|under|during|within|through|throughout|from|by|at|between"
    r"|until|since|after|before|across|among|against|towards|with|keeps?|kept|helps?|helped|buys?|bought|funds?|supports?|pays?|paid|goes|went)\b)"
)
NOUN = re.compile(
    rf"(?:\s(?:more|fewer|extra|additional))?\s(?P<noun>(?:{NOT_BETWEEN}[A-Za-z-]+\s){{0,3}}?(?P<last>[a-z]+))\b"
    r"(?=[.,;:)]|\s(?:in|at|of|were|are|was|is|have|has|had|who|that|which|and|or|on|each|every|a|per|did|do|use|work|live"
    r"|study|took|take|made|across|between|from|since|by|with|without|waiting|more|fewer|last|strong|alone|today|now|here|for"
    r"|let|built|sold|rented|held|taken|left|lost|given|there|would|could|can|will|may|should|must|as|than|when|while|under|over|within|during|before|after|among|around|near|still|already|also|[a-z]+ly|[a-z]+ed|[a-z]+ing)\b"
    r"|$)"
)

"""Judges of a report: what in it contradicts what.

check.py    an edition judged, by every rule
reading/    the shared reading of the words: passages, sentences, numbers with their intervals
rules/      one file a rule; each has one public function, problems(report)
"""

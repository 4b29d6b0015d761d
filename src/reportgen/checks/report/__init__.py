"""Judges of a report: what in it contradicts what.

check.py    an edition judged, by every rule
edited/     a Word file that somebody edited, held against its edition
reading/    the shared reading of the words: passages, sentences, numbers with their intervals
rules/      one file a rule; each has one public function, problems(report)
"""

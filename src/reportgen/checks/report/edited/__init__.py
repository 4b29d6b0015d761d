"""The Word file that somebody edited, held against its edition.

reading.py   its words as passages, its tables as cells, each with its place
lines.py     a paragraph: as it is quoted, and as the rules read it
grid.py      a table as rows and columns
captions.py  the numbers of captions and of references to them
restored.py  figures that were typed anew, found by their sentences
remade.py    what reportgen wrote itself, and somebody edited
identity.py  whether the file is of this edition
today.py     what the data say today where a figure of the file came from
values.py    whether a figure still says so
cells.py     whether the cells of the data's tables do
ratings.py   whether a rating's word and its colour agree
review.py    all of it, beside the rules about words
"""

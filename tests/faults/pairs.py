"""What a build writes, as far as writing is concerned: two pairs that reportgen wrote, and an edited file."""

import io

import docx

from reportgen.pdf import fingerprint as pdf_fingerprint
from reportgen.word import fingerprint as word_fingerprint


def word_file(words: str) -> bytes:
    document = docx.Document()
    document.add_paragraph(words)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def built(words: str) -> dict[str, bytes]:
    """The two files of a build, as far as outputs is concerned."""
    pdf = f"%PDF-1.7\n({words})\ntrailer << /ID [<{'0' * 64}><{'0' * 64}>] >>\n%%EOF\n".encode()
    return {".docx": word_fingerprint.seal(word_file(words)), ".pdf": pdf_fingerprint.seal(pdf)}


FIRST, SECOND = built("first"), built("second")
EDITED = word_file("edited by comms")

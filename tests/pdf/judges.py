"""What a validator finds wrong with a PDF: page-validation, against both standards that reportgen's PDFs claim."""

from __future__ import annotations

import page

_PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A)


def findings(pdf: bytes) -> list[str]:
    judged = [page.validate_pdf_bytes(pdf, profile=profile) for profile in _PROFILES]
    return [f"{failure.rule_id}: {failure.message}" for one in judged for failure in one.failures]

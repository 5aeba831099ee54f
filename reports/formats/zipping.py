"""Pack the parts of a DOCX or ODT, so that the same paper is the same file."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo


def packed(parts: Mapping[str, str], day: date) -> bytes:
    """Zip the parts in this order, under the date of the paper.

    A part named `mimetype` is stored as it is, as ODF asks.
    """
    target = BytesIO()
    with ZipFile(target, "w") as package:
        for name, text in parts.items():
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            # ODF 1.2 part 3, §3.3: first and unpacked, to be read without unzipping.
            entry.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            package.writestr(entry, text)
    return target.getvalue()

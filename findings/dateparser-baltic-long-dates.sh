#!/usr/bin/env bash
# dateparser reads no long date in Lithuanian or Latvian, though it lists both languages and takes its data from CLDR.
#
# Version: dateparser 1.5.0, with Babel 2.18.0 to write the dates (PyPI)
# Seen: None for all of 24 days in CLDR's long form ("2016 m. rugsėjo 14 d.", "2016. gada 14. decembris"), also when the
#   language is named. Without "m.", "d." and "gada" (of the year, day) the same 24 days are read rightly.
# Expected: a library built on CLDR's names of months reads CLDR's own long form.
# Why it matters: contracts and letters of both countries date themselves so, and get no date.
# Way out: take these words out before parsing.
#
# Needs Python 3 with venv.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet dateparser==1.5.0 Babel==2.18.0
"$work/venv/bin/python" - <<'PYTHON'
import re
import sys
from datetime import date

import dateparser
from babel.dates import format_date

long, bare = [], []
for language in ("lt", "lv"):
    for month in range(1, 13):
        day = date(2016, month, 14)
        written = format_date(day, "long", locale=language)
        plain = re.sub(r"\b(m\.|d\.|gada)(?=\s|$)", "", written).strip()
        for texts, text in ((long, written), (bare, plain)):
            found = dateparser.parse(text, languages=[language])
            texts.append((text, found and found.date(), day))

print(f"long form: {sum(found is not None for _, found, _ in long)} of {len(long)} read, such as {long[8][0]!r} and {long[-1][0]!r}")
print(f"without the words: {sum(found == day for _, found, day in bare)} of {len(bare)} right, such as {bare[8][0]!r}")
if any(found is not None for _, found, _ in long) or any(found != day for _, found, day in bare):
    print("changed:", [each for each in long if each[1]], [each for each in bare if each[1] != each[2]])
    sys.exit(1)
print("As described.")
PYTHON

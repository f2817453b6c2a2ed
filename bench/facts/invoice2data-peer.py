"""Reads the invoices named on the command line with invoice2data and its own templates. Prints one JSON object a line."""
import json
import logging
import sys

from invoice2data import extract_data
from invoice2data.extract.loader import read_templates

logging.disable(logging.CRITICAL)
templates = read_templates()
for path in sys.argv[1:]:
    try:
        found = extract_data(path, templates=templates) or {}
    except Exception as error:
        found = {"error": str(error)}
    print(json.dumps({"path": path, "found": found}, default=str), flush=True)

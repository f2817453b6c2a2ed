"""Reads a JSON list of texts and writes the spans that presidio-analyzer finds in each, as [type, start, end]."""
import json
import os
import sys

import spacy
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import SpacyNlpEngine


class LoadedEngine(SpacyNlpEngine):
    def __init__(self, nlp):
        super().__init__(models=[{"lang_code": "en", "model_name": "en_core_web_sm"}])
        self.nlp = {"en": nlp}

    def load(self):
        pass

    def is_loaded(self):
        return True


try:
    nlp = spacy.load(os.environ.get("SPACY_MODEL", "en_core_web_sm"))
except OSError:
    nlp = spacy.blank("en")
print(f"spaCy pipeline: {nlp.pipe_names or 'blank'}", file=sys.stderr)
engine = AnalyzerEngine(nlp_engine=LoadedEngine(nlp))
found = []
for text in json.load(sys.stdin):
    results = engine.analyze(text=text, language="en", score_threshold=0.35)
    found.append([[each.entity_type, each.start, each.end] for each in results])
json.dump(found, sys.stdout)

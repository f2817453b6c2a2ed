import { parseArgs } from "node:util";
import { answer } from "./answering/answer";
import { api } from "./api/api";
import { automation } from "./automation/automation";
import { bi } from "./bi/bi";
import { einvoices } from "./einvoices";
import { forecast } from "./forecasts/forecast";
import { measureIndex } from "./indexing/measure-index";
import { chaos } from "./jobs/chaos";
import { jobs } from "./jobs/jobs";
import { layouts } from "./layouts";
import { learn } from "./learn/learn";
import { money } from "./learning/money";
import { releases } from "./learning/releases";
import { library } from "./library/library";
import { meetings } from "./meetings/meetings";
import { mutations } from "./mutations";
import { ocr } from "./ocr";
import { olmocr } from "./olmocr";
import { doors } from "./product/doors";
import { idle } from "./product/idle";
import { ingest } from "./product/ingest";
import { work } from "./product/work";
import { drift } from "./quality/drift";
import { labels } from "./quality/labels";
import { read } from "./read";
import { redact } from "./redaction/redact";
import { printReport, type Report } from "./report";
import { reports } from "./reports";
import { retrieve } from "./retrieval/retrieve";
import { search } from "./search/search";
import { sources } from "./sources/sources";
import { tables } from "./tables";
import { sequential } from "./trials/sequential";
import { trust } from "./trust/trust";
import { types } from "./type-check";
import { classify } from "./understanding/classify";
import { embeddings } from "./understanding/embeddings";
import { facts } from "./understanding/facts";
import { keyphrases } from "./understanding/keyphrases";
import { language } from "./understanding/language";
import { ner } from "./understanding/ner";
import { numbers } from "./understanding/numbers/numbers";
import { pii } from "./understanding/pii/pii";
import { summary } from "./understanding/summary";
import { web } from "./web/web";

type Options = {
  dir?: string;
  pairs?: string;
  files?: string;
  url?: string;
  limit?: string;
  "per-class"?: string;
  sroie?: string;
  pages?: string;
  language?: string;
  languages?: string;
  engine?: string;
  icdar?: string;
  against?: string;
  passages?: string;
  rounds?: string;
  documents?: string;
  clients?: string;
  seconds?: string;
  only?: string;
  archive?: string;
  data?: string;
  minutes?: string;
  count?: string;
  seed?: string;
  half?: string;
  lines?: boolean;
  origin?: string;
  squad?: string;
  beir?: string;
  cuad?: string;
  nonsense?: string;
  cases?: string;
  model?: string;
  judged?: string;
  conversations?: string;
  floor?: string;
  keep?: string;
  rows?: string;
};

/** The benches of `pnpm bench <name> [--json]`. bench/README.md says what each measures and what its keys mean. */
const benches: Record<string, (options: Options) => Promise<Report>> = {
  answer,
  api,
  bi,
  classify,
  doors,
  drift,
  einvoices,
  facts,
  forecast,
  embeddings,
  idle,
  index: measureIndex,
  ingest,
  jobs,
  keyphrases,
  labels,
  language,
  summary,
  chaos,
  layouts,
  meetings,
  money,
  learn,
  library,
  mutations,
  ner,
  numbers,
  read,
  reports,
  retrieve,
  ocr,
  olmocr,
  pii,
  redact,
  releases,
  search,
  sequential,
  sources,
  tables,
  automation,
  trust,
  types,
  web,
  work,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    dir: { type: "string" },
    origin: { type: "string" },
    pairs: { type: "string" },
    files: { type: "string" },
    url: { type: "string" },
    limit: { type: "string" },
    "per-class": { type: "string" },
    sroie: { type: "string" },
    pages: { type: "string" },
    language: { type: "string" },
    languages: { type: "string" },
    engine: { type: "string" },
    icdar: { type: "string" },
    against: { type: "string" },
    passages: { type: "string" },
    rounds: { type: "string" },
    documents: { type: "string" },
    clients: { type: "string" },
    seconds: { type: "string" },
    only: { type: "string" },
    archive: { type: "string" },
    data: { type: "string" },
    minutes: { type: "string" },
    count: { type: "string" },
    seed: { type: "string" },
    half: { type: "string" },
    lines: { type: "boolean" },
    cases: { type: "string" },
    squad: { type: "string" },
    beir: { type: "string" },
    cuad: { type: "string" },
    nonsense: { type: "string" },
    model: { type: "string" },
    judged: { type: "string" },
    conversations: { type: "string" },
    floor: { type: "string" },
    keep: { type: "string" },
    rows: { type: "string" },
    json: { type: "boolean", default: false },
  },
});

const { json, ...options } = values;
const bench = benches[positionals[0] ?? ""];
if (!bench) {
  console.error(`Say which bench: ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}

try {
  printReport(await bench(options), json);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

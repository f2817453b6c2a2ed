import { parseArgs } from "node:util";

import { api } from "./api/api";
import { classify } from "./classify";
import { doors } from "./doors";
import { einvoices } from "./einvoices";
import { facts } from "./facts";
import { idle } from "./idle";
import { ingest } from "./ingest";
import { chaos } from "./jobs/chaos";
import { jobs } from "./jobs/jobs";
import { layouts } from "./layouts";
import { mutations } from "./mutations";
import { ocr } from "./ocr";
import { olmocr } from "./olmocr";
import { read } from "./read";
import { printReport, type Report } from "./report";
import { tables } from "./tables";
import { types } from "./type-check";
import { work } from "./work";

type Options = {
  dir?: string;
  pairs?: string;
  files?: string;
  url?: string;
  limit?: string;
  sroie?: string;
  pages?: string;
  languages?: string;
  engine?: string;
  icdar?: string;
  against?: string;
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
};

/** The benches of `pnpm bench <name> [--json]`. bench/README.md says what each measures and what its keys mean. */
const benches: Record<string, (options: Options) => Promise<Report>> = {
  api,
  classify,
  doors,
  einvoices,
  facts,
  idle,
  ingest,
  jobs,
  chaos,
  layouts,
  mutations,
  read,
  ocr,
  olmocr,
  tables,
  types,
  work,
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    dir: { type: "string" },
    pairs: { type: "string" },
    files: { type: "string" },
    url: { type: "string" },
    limit: { type: "string" },
    sroie: { type: "string" },
    pages: { type: "string" },
    languages: { type: "string" },
    engine: { type: "string" },
    icdar: { type: "string" },
    against: { type: "string" },
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

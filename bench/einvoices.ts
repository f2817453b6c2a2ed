import { glob, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { createReader } from "@besunny/reading/pool/reader";
import { type StatedInvoice, statedInvoice } from "./einvoices/stated-invoice";
import { readingChild } from "./reading-child";
import type { Report } from "./report";
import { spread } from "./spread";

type Options = { dir?: string; limit?: string };

/**
 * `bench einvoices`: reads every XML and PDF below a folder. Counts the e-invoices among them whose facts and lines equal those that
 * XPath finds in the XML.
 */
export async function einvoices({ dir, limit }: Options): Promise<Report> {
  if (!dir) throw new Error("Say where the e-invoices are: --dir DIR.");
  const names: string[] = [];
  for await (const entry of glob("**/*.{xml,XML,pdf,PDF}", { cwd: dir, withFileTypes: true }))
    if (entry.isFile()) names.push(join(entry.parentPath, entry.name));
  const chosen = spread(names.sort(), limit === undefined ? Infinity : Number(limit));
  const tally = newTally(chosen.length);
  const reader = createReader({ childEntry: await readingChild(), concurrency: 2 });
  const queue = [...chosen];
  const work = async () => {
    for (let path = queue.shift(); path; path = queue.shift()) {
      const outputDirectory = await mkdtemp(join(tmpdir(), "bench-einvoices-"));
      const model = await reader
        .read({ path, fileName: basename(path), outputDirectory })
        .catch(() => null);
      for (const xml of await xmlOf(path, model)) {
        const stated = statedInvoice(xml);
        if (!stated) continue;
        count(tally, path.slice(dir.length), stated, model);
        break;
      }
      await rm(outputDirectory, { recursive: true });
    }
  };
  await Promise.all([work(), work()]);
  await reader.close();
  return reportOf(tally);
}

/** The file itself, or the files attached to a PDF. */
async function xmlOf(path: string, model: ParsedDocument | null): Promise<string[]> {
  if (/\.xml$/i.test(path)) return [await readFile(path, "utf8")];
  const attached = model?.attachments.filter(({ fileName }) => /\.xml$/i.test(fileName)) ?? [];
  return Promise.all(attached.map((file) => readFile(file.path, "utf8")));
}

const measured = ["number", "issue_date", "seller", "buyer", "payable", "currency"] as const;
type Measured = (typeof measured)[number];

type Tally = {
  files: number;
  invoices: number;
  withoutFacts: number;
  right: Record<Measured, number>;
  lines: { right: number; of: number };
  allRight: number;
};

function newTally(files: number): Tally {
  return {
    files,
    invoices: 0,
    withoutFacts: 0,
    right: { number: 0, issue_date: 0, seller: 0, buyer: 0, payable: 0, currency: 0 },
    lines: { right: 0, of: 0 },
    allRight: 0,
  };
}

function count(tally: Tally, name: string, stated: StatedInvoice, model: ParsedDocument | null) {
  tally.invoices += 1;
  if (!model?.facts) {
    tally.withoutFacts += 1;
    console.log(`without facts  ${name}`);
    return;
  }
  const read = readInvoice(model, stated.payableFact);
  const wrong: string[] = measured.filter((key) => read[key] !== stated[key]);
  for (const key of measured) if (!wrong.includes(key)) tally.right[key] += 1;
  // The pages of a PDF print their own lines, so only XML is counted.
  if (model.format === "xml") {
    tally.lines.of += 1;
    if (lineCount(model) === stated.lines) tally.lines.right += 1;
    else wrong.push("lines");
  }
  if (wrong.length === 0) tally.allRight += 1;
  else console.log(`wrong  ${name}  ${wrong.join(", ")}`);
}

function readInvoice({ facts = [] }: ParsedDocument, payableFact: string) {
  const at = (...wanted: string[]) =>
    facts.find(({ name }) => wanted.includes(name))?.value.replace(/\s+/g, " ") ?? "";
  const payable = (at(payableFact) || at("total")).split(" ");
  return {
    number: at("invoice number", "credit note number"),
    issue_date: at("invoice date", "credit note date"),
    seller: at("supplier"),
    buyer: at("customer"),
    payable: String(Number(payable.at(-1) ?? "")),
    currency: payable.length > 1 ? (payable[0] ?? "") : "",
  };
}

/** The rows of the first table below the heading "Lines". */
function lineCount({ blocks, text }: ParsedDocument): number {
  const heading = blocks.findIndex(
    ({ kind, span }) => kind === "heading" && text.slice(...span) === "Lines",
  );
  const cells = heading < 0 ? [] : (blocks[heading + 1]?.cells ?? []);
  return new Set(cells.filter(({ isHeader }) => !isHeader).map(({ row }) => row)).size;
}

function reportOf({ files, invoices, withoutFacts, right, lines, allRight }: Tally): Report {
  const share = (part: number, whole: number) => part / Math.max(1, whole);
  return {
    files,
    invoices,
    without_facts: withoutFacts,
    ...Object.fromEntries(measured.map((key) => [key, share(right[key], invoices)])),
    ...(lines.of > 0 && { lines: share(lines.right, lines.of) }),
    all_right: share(allRight, invoices),
  };
}

import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";

import { data } from "./data";
import { readDocument } from "./read-documents";
import { type LabelledDocument, plainDocument } from "./samples";
import { amendments } from "./typed-files";

/** The publishers, as `data/types` names those that it has files of too. */
const sources: Record<string, string> = {
  contract: "CUAD Part_I",
  invoice: "invoice2data",
  email: "mail",
  report: "ICDAR-2013",
};

/** Returns third parties' documents whose type is beyond doubt. Every second one of each kind is held out. */
export async function thirdPartyDocuments(): Promise<LabelledDocument[]> {
  const amending = amendments();
  const contracts = files("contracts", /\.pdf$/i)
    .filter((path) => !amending.has(basename(path)))
    .filter((_, index) => index % 4 === 0);
  const invoices = files("invoices", /\.(?:pdf|txt)$/i).filter(
    (path) => !path.includes("templates"),
  );
  const mails = files("mail/mail-gem", /\.eml$/).filter((_, index) => index % 3 === 0);
  return [
    ...(await documents("contract", contracts)),
    ...(await documents("invoice", invoices)),
    ...(await documents("email", mails)),
    ...(await documents(
      "report",
      files("tables-icdar2013", /\.pdf$/).filter((_, index) => index % 3 === 0),
    )),
    ...labelled("meeting transcript", "meetings/qmsum", meetings()),
    ...labelled("research paper", "scifact", abstracts()),
  ].filter(({ document }) => document.text.length > 80);
}

function files(folder: string, pattern: RegExp): string[] {
  return readdirSync(data(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

async function documents(type: string, paths: readonly string[]): Promise<LabelledDocument[]> {
  const read: LabelledDocument[] = [];
  for (const path of paths) {
    const document = await readDocument(path);
    const source = sources[type] ?? type;
    if (document)
      read.push({ type, topics: [], source, isHeldOut: read.length % 2 === 1, document, path });
  }
  return read;
}

function labelled(
  type: string,
  source: string,
  texts: readonly { text: string; format: string }[],
): LabelledDocument[] {
  return texts.map(({ text, format }, index) => ({
    type,
    topics: [],
    source,
    isHeldOut: index % 2 === 1,
    document: plainDocument(text, format),
  }));
}

function meetings() {
  return files("meetings/qmsum/train", /\.json$/)
    .filter((_, index) => index % 8 === 0)
    .map((path) => {
      const { meeting_transcripts: turns } = JSON.parse(readFileSync(path, "utf8"));
      const spoken: { speaker: string; content: string }[] = turns;
      return {
        text: spoken.map(({ speaker, content }) => `${speaker}: ${content}`).join("\n"),
        format: "txt",
      };
    });
}

function abstracts() {
  return readFileSync(data("scifact/corpus.jsonl"), "utf8")
    .split("\n", 600)
    .filter((_, index) => index % 30 === 0)
    .map((line) => {
      const { title, text } = JSON.parse(line);
      return { text: `${title}\n\nAbstract\n${text}`, format: "pdf" };
    });
}

import { readdirSync, readFileSync } from "node:fs";

import { data } from "./data";
import { pdfText } from "./pdf-text";
import { type LabelledDocument, plainDocument } from "./samples";

/** Returns third parties' documents whose type is beyond doubt. Every second one of each kind is held out. */
export async function thirdPartyDocuments(): Promise<LabelledDocument[]> {
  const contracts = files("contracts", /\.pdf$/i).filter((_, index) => index % 3 === 0);
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
  const texts: { text: string; format: string }[] = [];
  for (const path of paths) {
    const isPdf = /\.pdf$/i.test(path);
    const text = isPdf ? await pdfText(path) : readFileSync(path, "latin1");
    texts.push({ text, format: isPdf ? "pdf" : "txt" });
  }
  return labelled(type, type === "email" ? "mail" : `${type}s`, texts);
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

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import type { DocumentInput } from "../src/ai";

export type LabelledDocument = {
  type: string;
  topics: string[];
  /** Own samples are written for this project. The others are third parties' and named by their folder. */
  source: string;
  isHeldOut: boolean;
  document: DocumentInput;
  /** As the source says it; absent where it is not known. */
  language?: string;
  path?: string;
};

const folder = fileURLToPath(new URL("../evals/samples/", import.meta.url));
const formats: Record<string, string> = {
  email: "eml",
  spreadsheet: "csv",
  presentation: "pptx",
  "meeting transcript": "vtt",
};

/** Reads the samples of `evals/samples`, one file for each type. The last two of each are held out. */
export function ownSamples(): LabelledDocument[] {
  return readdirSync(folder).flatMap((file) => {
    const type = typeOf(file.replace(".txt", ""));
    const samples = readFileSync(folder + file, "utf8").split(/^=====$/m);
    return samples.map((sample, index) => {
      const [, topics = "", text = ""] = /^\s*topics: (.*)\n([\s\S]*)$/.exec(sample) ?? [];
      return {
        type,
        topics: topics.split(", ").filter((topic) => topic !== "none"),
        source: "own",
        isHeldOut: index >= samples.length - 2,
        document: plainDocument(text.trim(), index % 2 === 0 ? (formats[type] ?? "pdf") : "txt"),
      };
    });
  });
}

/** Returns the name of a type from that of its folder or file. */
export function typeOf(name: string): string {
  return name
    .replaceAll("-", " ")
    .replace("non disclosure", "non-disclosure")
    .replace("resume", "r\u00e9sum\u00e9");
}

/** Returns a document with only a text and a format. */
export function plainDocument(text: string, format: string): DocumentInput {
  const pageCount = Math.ceil(text.length / 3_000);
  return { title: "", fileName: "", format, text, blocks: [], pageCount, metadata: {} };
}

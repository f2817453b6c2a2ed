import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A labelled stretch of a text; the end is exclusive. */
export type Labelled = { kind: string; start: number; end: number };
export type LabelledText = { name: string; text: string; labels: Labelled[] };

const own = join(import.meta.dirname, "../sets/redaction");
const kinds: Record<string, string> = {
  PERSON: "person",
  STREET_ADDRESS: "address",
  CREDIT_CARD: "card",
  PHONE_NUMBER: "phone",
  EMAIL_ADDRESS: "email",
  IBAN_CODE: "iban",
  US_SSN: "social-security",
  IP_ADDRESS: "ip",
  US_DRIVER_LICENSE: "driving-licence",
};

/** Returns the texts of bench/sets/redaction, in which `{{kind:words}}` is a label. */
export async function ownTexts(): Promise<LabelledText[]> {
  const names = (await readdir(own)).filter((name) => name.endsWith(".txt")).sort();
  return Promise.all(
    names.map(async (name) => read(name, await readFile(join(own, name), "utf8"))),
  );
}

function read(name: string, marked: string): LabelledText {
  let [text, last] = ["", 0];
  const labels: Labelled[] = [];
  for (const match of marked.matchAll(/\{\{([a-z-]+):([^}]+)\}\}/g)) {
    const [, kind = "", words = ""] = match;
    text += marked.slice(last, match.index);
    labels.push({ kind, start: text.length, end: text.length + words.length });
    text += words;
    last = match.index + match[0].length;
  }
  return { name, text: text + marked.slice(last), labels };
}

type Sample = {
  full_text: string;
  spans: { entity_type: string; start_position: number; end_position: number }[];
};

/** Returns the texts of every `*.json` of a folder in the form of presidio-research. Kinds that are left by default have an empty name. */
export async function presidioTexts(directory: string): Promise<LabelledText[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".json")).sort();
  const files = await Promise.all(names.map((name) => readFile(join(directory, name), "utf8")));
  return files
    .flatMap((file): Sample[] => JSON.parse(file))
    .map(({ full_text: text, spans }, at) => ({
      name: String(at),
      text,
      labels: spans.map(({ entity_type, start_position: start, end_position: end }) => ({
        kind: kinds[entity_type] ?? "",
        start,
        end,
      })),
    }));
}

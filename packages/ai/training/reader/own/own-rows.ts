import { allFakers } from "@faker-js/faker";
import type { Span } from "../../../src/ai";
import type { ReaderRow } from "../rows";
import { type Paper, papers } from "./papers";

const ROUNDS = 9;
const { en_GB: faker } = allFakers;
const things = ["server", "coffee machine", "printer", "lift", "website", "archive", "heating"];

/** Rows of our own field: each paper several times, with other names, dates and amounts. */
export function ownRows(): ReaderRow[] {
  faker.seed(11);
  return Array.from({ length: ROUNDS }, (_, round) =>
    papers.flatMap((paper, number) => rowsOf(paper, `own ${round} ${number}`)),
  ).flat();
}

function rowsOf(paper: Paper, group: string): ReaderRow[] {
  const fixed = { thing: faker.helpers.arrayElement(things), number: faker.string.numeric(6) };
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, slot) => filling(slot, fixed));
  const { text, spans } = marked(filled(paper.text));
  const row = { set: "own", group, title: filled(paper.title), passage: text };
  const answered = Object.entries(paper.questions).flatMap(([key, questions]) => {
    const span = spans.get(key);
    if (!span) throw new Error(`The paper ${paper.title} marks no ${key}`);
    return { ...row, question: filled(faker.helpers.arrayElement(questions)), spans: [span] };
  });
  const missing = faker.helpers
    .arrayElements(paper.missing, 3)
    .map((question) => ({ ...row, question: filled(question), spans: [] }));
  return [...answered, ...missing];
}

function marked(text: string): { text: string; spans: Map<string, Span> } {
  const spans = new Map<string, Span>();
  let plain = "";
  let at = 0;
  for (const { index, 0: whole, 1: key = "", 2: words = "" } of text.matchAll(
    /\[(\w+):([^\]]*)\]/g,
  )) {
    plain += text.slice(at, index);
    spans.set(key, [plain.length, plain.length + words.length]);
    plain += words;
    at = index + whole.length;
  }
  return { text: plain + text.slice(at), spans };
}

function filling(slot: string, fixed: { thing: string; number: string }): string {
  const values: Record<string, () => string> = {
    thing: () => fixed.thing,
    number: () => fixed.number,
    org: () => faker.company.name(),
    person: () => faker.person.fullName(),
    first: () => faker.person.firstName(),
    email: () => faker.internet.email().toLowerCase(),
    street: () => faker.location.streetAddress(),
    city: () => faker.location.city(),
    country: () => faker.helpers.arrayElement(["Germany", "England", "France", "Ireland", "Spain"]),
    iban: () => faker.finance.iban({ formatted: true }),
    n: () => String(faker.number.int({ min: 2, max: 60 })),
    small: () => String(faker.number.int({ min: 20, max: 400 })),
    money: () => faker.number.int({ min: 900, max: 90_000 }).toLocaleString("en-GB"),
    big: () => faker.number.int({ min: 100_000, max: 900_000 }).toLocaleString("en-GB"),
    date: () =>
      faker.date
        .between({ from: "2019-01-01", to: "2029-12-31" })
        .toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }),
  };
  return values[slot]?.() ?? "";
}

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { aScope } from "../../test/outside";
import { aRecordingServer } from "../../test/recording-server";
import type { Ai, AnswerEvent, DocumentInput, TypeDefinition } from "../ai";
import { createLocalAi } from "../local-ai";
import { createOpenAi } from "../openai-ai";
import type { KnownDetail } from "../redaction/detail";
import { everyKindReplaced } from "../redaction/policy";
import { createChokePoint } from "./choke-point";
import { noLedger } from "./ledger";
import { RedactionRefused } from "./outside-call";

// Real processes and models, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const names = (
  "Priyanka Raghavan|Oskar Lindqvist|Marguerite Delacroix|Tomasz Wisniewski|Ngozi Adeyemi|Lars Petersen|Fatima Rahimi|Brooke Youngblood|" +
  "Yuki Tanaka|Jonathan Mbeki|Sunita Krishnan|Declan Gallagher|Juergen Hallmann|Sabine Kuehne|Ute Brandstetter|Mehmet Yildiz|Karl Pohlmann|" +
  "Friederike Ahlefeld|Helene Beaumont|Thibault Lefevre|Amelie Rousseau|Karim Benali|Solange Dupuis|Guadalupe Ferrer|Ignacio Olmedo|" +
  "Beatriz Salcedo|Anna Kovacs|Istvan Szabo|Eszter Toth|Pieter Hoekstra"
).split("|");

type Person = {
  full: string;
  first: string;
  last: string;
  mail: string;
  phone: string;
  iban: string;
};
const people = names.map((full, at): Person => {
  const [first = "", last = ""] = full.split(" ");
  return {
    full,
    first,
    last,
    mail: `${first}.${last}@post.example`.toLowerCase(),
    phone: `+49 30 9018${String(2010 + at * 7)}`,
    iban: ibanOf(at),
  };
});
const some = (from: number, to: number) => people.slice(from, to);
const person = (at: number) => people[at] ?? expect.unreachable("There are thirty");

/** A German IBAN with right check digits, in groups. */
function ibanOf(at: number): string {
  const account = `37040044${String(532013000 + at).padStart(10, "0")}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, "0")}${account}`.replace(/(.{4})(?=.)/g, "$1 ");
}

const contract = [
  `LEASE between ${person(0).full} and ${person(1).full}.`,
  ...some(2, 20).map(
    ({ full, last, mail, phone, iban }) =>
      `${full} lives in the house. Mr ${last} is reached at ${mail} or ${phone}. The account of ${last} is ${iban}.`,
  ),
  `${person(2).last.toUpperCase()} AGREED TO THE TERMS.`,
  `The key was given to ${person(3).first}\n${person(3).last} on Monday.`,
].join("\n\n");

const document: DocumentInput = {
  title: `${person(20).last}_${person(20).first}_lease.pdf`,
  fileName: `${person(20).last}_${person(20).first}_lease.pdf`,
  format: "pdf",
  text: contract,
  blocks: [],
  pageCount: 1,
  metadata: {},
};
const features = (excerpt: string) => ({ version: "1", values: new Uint8Array(4), excerpt });
const taxonomy: TypeDefinition[] = [
  {
    name: "contract",
    definition: `An agreement, such as those that ${person(21).full} files.`,
    examples: [],
    fields: [
      {
        name: "tenant",
        label: "Tenant",
        kind: "party",
        meaning: `Who rents; ask ${person(22).full} if in doubt.`,
        labels: ["tenant"],
      },
    ],
    labelled: [
      {
        documentId: "doc_1",
        features: features(
          `Contract of ${person(23).full} with ${person(24).full}, phone ${person(23).phone}.`,
        ),
      },
    ],
  },
];

let local: Ai;
beforeAll(() => {
  local = createLocalAi({
    childEntry: fileURLToPath(new URL("../child/main.ts", import.meta.url)),
    cacheDirectory: fileURLToPath(new URL("../../.cache", import.meta.url)),
  });
});
afterAll(() => local.close());

/** Replaces every kind, and sends nothing that some detector could not read. */
async function hosted(reply: (sent: string) => string, known: readonly KnownDetail[] = []) {
  const server = await aRecordingServer(reply);
  const ai = createOpenAi({
    apiKey: "sk-test",
    baseUrl: server.baseUrl,
    model: "tern-1",
    embeddingModel: "tern-vectors",
    embeddingDimensions: 8,
    fallback: local,
    chokePoint: createChokePoint({
      ledger: noLedger,
      async redact({ texts }, signal) {
        const given = { texts, actions: everyKindReplaced, known };
        const redacted = await local.redact(given, signal);
        if (redacted.problems.length > 0) throw new RedactionRefused(redacted.problems.join(" "));
        return redacted;
      },
    }),
  });
  return { server, ai: ai.as?.(aScope) ?? ai };
}

/** The details of people that are in what was sent, in any case and grouping. */
function leaked(sent: string): string[] {
  const read = sent.replaceAll("\\n", " ").toLowerCase();
  const compact = read.replace(/[^a-z0-9@]/g, "");
  return people.flatMap(({ first, last, mail, phone, iban }) => [
    ...[first, last].filter((name) =>
      new RegExp(`(?<![a-z])${name.toLowerCase()}(?![a-z])`).test(read),
    ),
    ...[mail, phone, iban].filter((value) =>
      compact.includes(value.toLowerCase().replace(/[^a-z0-9@]/g, "")),
    ),
  ]);
}

test("no byte of a document, its title, its type's fields and its examples names a person, and the reading comes back with names and places", async () => {
  const { server, ai } = await hosted((sent) => {
    const text = sent.slice(sent.indexOf("<document>\nLEASE"));
    const [tenant = ""] = /\[PERSON_\d+\]/.exec(text.slice(text.indexOf("between"))) ?? [];
    const quote = text.slice(text.indexOf("LEASE"), text.indexOf(".", text.indexOf("LEASE")));
    return JSON.stringify({
      type: { name: "contract", confidence: 0.9, quote, candidates: [] },
      categories: [],
      keyPhrases: [],
      names: [{ kind: "person", text: tenant, confidence: 0.9 }],
      facts: [{ name: "tenant", value: tenant, confidence: 0.9, quote }],
      language: "en",
      summary: [{ sentence: `${tenant} rents the house.`, quotes: [quote] }],
      sentiment: null,
    });
  });
  const understood = await ai.understand(document, taxonomy);
  await server.close();

  expect(server.calls()).toBe(1);
  expect(leaked(server.sent())).toEqual([]);
  expect(understood.producedBy).toMatchObject({ kind: "openai" });
  const { full } = person(0);
  const fact = understood.facts.find(({ name }) => name === "tenant");
  expect(fact?.value).toBe(full);
  expect(fact?.evidence.map((span) => contract.slice(...span)).join()).toContain(full);
  expect(understood.summary.map(({ text }) => text)).toContain(`${full} rents the house.`);
  expect(understood.type.evidence.map((span) => contract.slice(...span))).toEqual([
    `LEASE between ${full} and ${person(1).full}`,
  ]);
});

test("no byte of a question, its history and its passages names a person, and the answer and its quotes do", async () => {
  const { full, last, iban } = person(26);
  const passage = `The rent of ${full} is paid to ${iban} each month.`;
  const { server, ai } = await hosted((sent) => {
    if (sent.includes("Rewrite the last question"))
      return sent.slice(sent.lastIndexOf("<question>") + 10, sent.lastIndexOf("</question>"));
    if (sent.includes("Say which passages help")) return "1";
    const quote = /The rent of .*? each month\./.exec(sent)?.[0] ?? "";
    return `${quote.replace(/\.$/, "")}. <<1: ${quote}>>`;
  });
  const events: AnswerEvent[] = [];
  const input = {
    question: `Where does ${last} pay the rent? ${person(27).full} asks.`,
    history: [
      {
        question: `Who is ${person(28).full}?`,
        answer: `${person(28).full} is reached at ${person(28).mail}.`,
      },
    ],
    passages: [
      {
        n: 1,
        documentId: "doc_1",
        title: `${person(29).full} lease`,
        headingPath: [`Rent of ${person(25).full}`],
        text: passage,
      },
    ],
  };
  for await (const event of ai.answer(input)) events.push(event);
  await server.close();

  expect(server.calls()).toBe(3);
  expect(leaked(server.sent())).toEqual([]);
  const done = events.at(-1);
  expect(done).toMatchObject({ kind: "done", found: true, citations: [{ quote: passage }] });
  expect(done?.kind === "done" && done.sent?.at(-1)?.replaced).toContainEqual({
    token: expect.stringMatching(/^\[PERSON_\d+\]$/),
    stands: full,
  });
  expect(events.flatMap((event) => (event.kind === "text" ? [event.text] : [])).join("")).toContain(
    full,
  );
});

test("no byte of texts that are embedded names a person", async () => {
  // The documents with these people were read before their passages are embedded.
  const known = names.map((text) => ({ kind: "person" as const, text, isWhole: true }));
  const { server, ai } = await hosted(() => "", known);
  await ai.embed(
    some(0, 30).map(
      ({ full, mail, iban }) =>
        `The lease of ${full}, who is reached at ${mail}, names the account ${iban}.`,
    ),
  );
  await ai.embedQuestion(`What did ${person(4).full} sign?`);
  await server.close();
  expect(server.calls()).toBe(2);
  expect(leaked(server.sent())).toEqual([]);
});

test("a text that no detector can vouch for is not sent: local models do the work and the result says why", async () => {
  const { server, ai } = await hosted(() => "");
  const text =
    "A bérleti szerződést a bérlő és a bérbeadó írta alá. A bérleti díjat minden hónap első napján kell megfizetni a bérbeadó részére. ".repeat(
      3,
    );
  const understood = await ai.understand(
    { ...document, title: "Szerződés", fileName: "a.pdf", text },
    [{ name: "contract", definition: "An agreement.", examples: [] }],
  );
  await server.close();
  expect(server.calls()).toBe(0);
  expect(understood.producedBy).toMatchObject({ kind: "local" });
  expect(understood.producedBy.fallbackReason).toMatch(/"hu"/);
  expect(ai.problem()).toBeNull();
});

test("a document, a type and a passage that never leave are not sent", async () => {
  const { server, ai } = await hosted(() => "");
  const kept = await ai.understand({ ...document, mayLeave: false }, taxonomy);
  const ofType = await ai.understand(
    { ...document, saidType: "contract" },
    taxonomy.map((type) => ({ ...type, mayLeave: false })),
  );
  const passages = [
    {
      n: 1,
      documentId: "d",
      title: "Lease",
      headingPath: [],
      text: "The rent is 10.",
      mayLeave: false,
    },
  ];
  const events: AnswerEvent[] = [];
  for await (const event of ai.answer({ question: "What is the rent?", passages }))
    events.push(event);
  await server.close();
  expect(server.calls()).toBe(0);
  for (const { producedBy } of [kept, ofType])
    expect(producedBy.fallbackReason).toMatch(/does not send/);
  expect(events.at(-1)).toMatchObject({ producedBy: { kind: "local" } });
});

import { afterAll, beforeAll, expect, test } from "vitest";

import { aMeeting } from "../test/a-meeting";
import { anOpenAiServer } from "../test/openai-server";
import { aLedger, aPrice, aScope } from "../test/outside";
import { wordEncoder } from "../test/word-encoder";
import type { Ai } from "./ai";
import { understandMeeting } from "./meetings/understand-meeting";
import { createOpenAi } from "./openai-ai";
import { createChokePoint } from "./outside/choke-point";
import type { CallToOpen } from "./outside/ledger";
import { OutsideRefused } from "./outside/outside-refused";

const input = aMeeting(`Anna: I'll send the draft of the lease to the bank by Friday.
Ben: The roof leaks again and nobody has looked at it since the winter.`);
const evidence = [{ turns: [2], quote: "The roof leaks again" }];
const reading = {
  sentences: [{ text: "The roof leaks.", confidence: 0.9, evidence }],
  decisions: [],
  questions: [],
  actions: [],
};
const digest = {
  short: [{ text: "The roof leaks.", from: [1] }],
  medium: [{ text: "The roof leaks again.", from: [1] }],
  outcome: null,
};

let server: Awaited<ReturnType<typeof anOpenAiServer>>;
beforeAll(async () => {
  server = await anOpenAiServer();
});
afterAll(() => server.close());

/** Rules alone; nothing else is asked of it here. */
function rules(): Ai {
  return {
    understandMeeting: (meeting: typeof input) => understandMeeting(meeting, wordEncoder),
  } as unknown as Ai;
}

function anAi(refuse?: (call: CallToOpen) => Error | null) {
  const kept = aLedger(refuse);
  const made = createOpenAi({
    apiKey: "sk-test",
    baseUrl: server.baseUrl,
    model: "tern-1",
    fallback: rules(),
    chokePoint: createChokePoint({
      ledger: kept.ledger,
      prices: () => [aPrice({ server: server.baseUrl })],
    }),
  });
  return { ai: made.as?.(aScope) ?? made, ...kept };
}

test("a meeting is read by the model, and each of its calls stands in the ledger", async () => {
  const { ai, opened } = anAi();
  server.willSay(JSON.stringify(reading));
  server.willSay(JSON.stringify(digest));
  const found = await ai.understandMeeting(input);
  expect(found.producedBy).toMatchObject({ kind: "openai", model: "tern-1" });
  expect(found.producedBy.fallbackReason).toBeUndefined();
  expect(found.summary.short.map(({ text }) => text)).toEqual(["The roof leaks."]);
  expect(found.actions.map(({ owner }) => owner?.name)).toEqual(["Anna"]);
  expect(opened).toHaveLength(2);
  expect(found.cost.microUsd).toBeGreaterThan(0);
});

test.each([
  ["the server is down", (): void => server.willFail(500), undefined, "provider"],
  ["the model says no form", (): void => server.willSay("no form at all"), undefined, "provider"],
  [
    "no money is left",
    (): void => undefined,
    (): Error => new OutsideRefused("budget", "The budget is spent."),
    "budget",
  ],
] as const)("where %s, rules stand in and say why", async (_, prepare, refuse, cause) => {
  const { ai } = anAi(refuse);
  for (let attempt = 0; attempt < 4; attempt++) prepare();
  const found = await ai.understandMeeting(input);
  const local = await understandMeeting(input, wordEncoder);
  expect(found.producedBy.kind).toBe("local");
  expect(found.producedBy).toMatchObject({ fallbackCause: cause });
  expect(found.producedBy.fallbackReason).toMatch(/\w+/);
  expect(found.actions).toEqual(local.actions);
  expect(found.summary).toEqual(local.summary);
});

test("a transcript that may not leave is never sent", async () => {
  const { ai, opened } = anAi();
  const before = server.requests.length;
  const found = await ai.understandMeeting({ ...input, mayLeave: false });
  expect(server.requests).toHaveLength(before);
  expect(opened).toEqual([]);
  expect(found.producedBy).toMatchObject({ kind: "local", fallbackCause: "redaction" });
});

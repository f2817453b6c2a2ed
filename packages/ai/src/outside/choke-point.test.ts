import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  anOpenAiDouble,
  type OpenAiDouble,
  type Reply,
} from "../../test/openai-double/openai-double";
import { aLedger, aPrice, aScope } from "../../test/outside";
import { createBreakers } from "./breakers";
import { createChokePoint, type Spent } from "./choke-point";
import type { CallToOpen } from "./ledger";
import { type Redact, RedactionRefused } from "./outside-call";
import { createOutsideChat } from "./outside-chat";
import { createOutsideEmbedder } from "./outside-embedder";
import { OutsideRefused } from "./outside-refused";

let double: OpenAiDouble;
beforeAll(async () => {
  double = await anOpenAiDouble([{ id: "tern-1" }, { id: "tern-vectors" }]);
});
afterEach(() => void double.received.splice(0));
afterAll(() => double.close());

const usage = { prompt_tokens: 100, completion_tokens: 20 };
const long = "One two three four five six seven eight nine ten\neleven twelve thirteen fourteen";
const messages = [new SystemMessage("Say little."), new HumanMessage("Who is Ida Lund?")];

type Given = {
  redact?: Redact;
  refuse?: (call: CallToOpen) => Error | null;
  timeoutMs?: number;
  isPriced?: boolean;
};

function aWayOut({ redact, refuse, timeoutMs, isPriced = true }: Given = {}) {
  const book = aLedger(refuse);
  const rows = ["tern-1", "tern-vectors"].map((model) =>
    aPrice({ model, server: double.baseUrl, input: 1, output: 5 }),
  );
  const chokePoint = createChokePoint(
    { ledger: book.ledger, prices: () => (isPriced ? rows : []), redact },
    createBreakers(),
  );
  const connection = { apiKey: "sk-test", baseUrl: double.baseUrl };
  const chat = createOutsideChat(connection, chokePoint, timeoutMs);
  const spent: Spent[] = [];
  const asked = (signal?: AbortSignal) => ({
    scope: aScope,
    kind: "answer" as const,
    model: "tern-1",
    messages,
    mostOutput: 1_000,
    signal,
    onSpent: (each: Spent) => void spent.push(each),
  });
  async function lines(signal?: AbortSignal): Promise<string[]> {
    const all: string[] = [];
    for await (const line of chat.lines(asked(signal))) all.push(line);
    return all;
  }
  return {
    ...book,
    chat,
    asked,
    lines,
    spent,
    embed: createOutsideEmbedder(connection, chokePoint),
  };
}

describe("a call that goes well", () => {
  test("is reserved at the most that it can cost, and written down with what it cost", async () => {
    const { lines, opened, last, spent } = aWayOut();
    double.will({ say: "A painter.\nShe lives.", usage });
    expect(await lines()).toEqual(["A painter.", "She lives."]);
    expect(opened[0]).toMatchObject({
      scope: aScope,
      kind: "answer",
      lane: "live",
      hasLocalRung: true,
      to: { server: double.baseUrl, model: "tern-1" },
    });
    expect(opened[0]?.reservedMicro).toBeGreaterThanOrEqual(1_000 * 5 + 27);
    expect(last()).toMatchObject({
      state: "ok",
      usage: { input: 100, output: 20 },
      isEstimated: false,
      costMicro: 200,
      priceId: "price_test",
      attempts: 1,
      errorCode: null,
    });
    expect(spent[0]).toMatchObject({ costMicro: 200 });
  });

  test("of an embedding is one too", async () => {
    const { embed, opened, last } = aWayOut();
    const vectors = await embed({ scope: aScope, model: "tern-vectors", texts: ["a", "b\nc", ""] });
    expect(vectors).toHaveLength(3);
    expect(opened[0]).toMatchObject({ kind: "embedding", hasLocalRung: false });
    expect(last()).toMatchObject({ state: "ok", usage: { output: 0 } });
  });

  test("has an unknown cost where nobody knows the price", async () => {
    const { lines, opened, last } = aWayOut({ isPriced: false });
    double.will({ say: "A painter.", usage });
    await lines();
    expect(opened[0]?.reservedMicro).toBeNull();
    expect(last()).toMatchObject({ state: "ok", costMicro: null, priceId: null });
  });
});

describe("a provider that", () => {
  const dies: [string, Reply[], object][] = [
    [
      "fails twice costs nothing",
      [
        { misbehave: { kind: "status", status: 500 } },
        { misbehave: { kind: "status", status: 500 } },
      ],
      { state: "failed", attempts: 2, costMicro: 0, errorCode: "HTTP_500" },
    ],
    [
      "has not got the model costs nothing",
      [{ misbehave: { kind: "status", status: 404, code: "model_not_found" } }],
      { state: "failed", attempts: 1, costMicro: 0, errorCode: "MODEL_GONE" },
    ],
    [
      "hangs up may have begun, so what was sent is counted",
      [{ misbehave: { kind: "hangs up" } }, { misbehave: { kind: "hangs up" } }],
      { state: "failed", attempts: 2, isEstimated: true },
    ],
    [
      "cuts the stream is paid for what came",
      [{ say: long, misbehave: { kind: "cut stream", afterChunks: 2 } }],
      { state: "cut", isEstimated: true },
    ],
    [
      "answers 200 with an error has said nothing",
      [{ misbehave: { kind: "error in 200" } }],
      { state: "failed", errorCode: "BROKEN_OFF" },
    ],
  ];
  test.each(dies)("%s", async (_, replies, expected) => {
    const { lines, last, ended } = aWayOut();
    double.will(...replies);
    await expect(lines()).rejects.toThrow();
    expect(ended.size).toBe(1);
    expect(last()).toMatchObject(expected);
    if ("isEstimated" in expected) expect(last()?.costMicro).toBeGreaterThan(0);
  });

  const lies: [string, Reply, object][] = [
    [
      "counts nothing is counted by us",
      { say: "A painter.", misbehave: { kind: "no usage" } },
      { state: "ok", isEstimated: true, errorCode: null },
    ],
    [
      "bills more than was sent is not believed",
      { say: "A painter.", usage: { prompt_tokens: 9_000_000, completion_tokens: 3 } },
      { state: "ok", isEstimated: true, errorCode: "ODD_USAGE" },
    ],
    [
      "bills fewer than none is not believed",
      { say: "A painter.", usage: { prompt_tokens: -5, completion_tokens: 3 } },
      { state: "ok", isEstimated: true },
    ],
    [
      "stops for length has cut its answer",
      { say: "A painter.", usage, misbehave: { kind: "length" } },
      { state: "cut", isEstimated: false, costMicro: 200, errorCode: "LENGTH" },
    ],
    [
      "says chunks twice is paid for what it counts",
      { say: "A painter.", usage, misbehave: { kind: "chunks twice" } },
      { state: "ok", costMicro: 200 },
    ],
    [
      "refuses in words has answered",
      { say: "A painter.", usage, misbehave: { kind: "refusal", text: "I cannot." } },
      { state: "ok", costMicro: 200 },
    ],
  ];
  test.each(lies)("%s", async (_, reply, expected) => {
    const { lines, last } = aWayOut();
    double.will(reply);
    await lines();
    expect(last()).toMatchObject(expected);
    expect(last()?.costMicro).toBeLessThan(1_000);
  });

  test("asks to wait is asked again after that time", async () => {
    const { lines, last } = aWayOut();
    double.will(
      { misbehave: { kind: "status", status: 429, retryAfterSeconds: 0 } },
      { say: "Yes." },
    );
    expect(await lines()).toEqual(["Yes."]);
    expect(last()).toMatchObject({ state: "ok", attempts: 2 });
  });

  test("asks to wait for long is not waited for", async () => {
    const { lines, last } = aWayOut();
    double.will({ misbehave: { kind: "status", status: 429, retryAfterSeconds: 60 } });
    await expect(lines()).rejects.toThrow();
    expect(last()).toMatchObject({ state: "failed", attempts: 1, errorCode: "HTTP_429" });
  });

  test("never answers is given up", async () => {
    const { lines, last } = aWayOut({ timeoutMs: 50 });
    double.will({ misbehave: { kind: "hangs" } });
    await expect(lines()).rejects.toThrow();
    expect(last()).toMatchObject({ state: "failed", isEstimated: true });
  });

  test("fails five times in a row is left alone, and no more is sent", async () => {
    const { lines, last } = aWayOut();
    for (let call = 0; call < 3; call++) {
      const fails: Reply = { misbehave: { kind: "status", status: 503 } };
      double.will(fails, fails);
      await expect(lines()).rejects.toThrow();
    }
    const sent = double.received.length;
    await expect(lines()).rejects.toThrow(OutsideRefused);
    expect(double.received).toHaveLength(sent);
    expect(last()).toMatchObject({ state: "refused", costMicro: 0, errorCode: "BREAKER" });
    double.will(...[]);
  });
});

describe("a caller that", () => {
  test("aborts while the answer comes pays for what came", async () => {
    const { chat, asked, last } = aWayOut();
    double.will({ say: long, misbehave: { kind: "no usage" } });
    const controller = new AbortController();
    await expect(async () => {
      for await (const _ of chat.lines(asked(controller.signal))) controller.abort();
    }).rejects.toThrow();
    expect(last()).toMatchObject({ state: "aborted", isEstimated: true, errorCode: "ABORTED" });
    expect(last()?.usage.output).toBeGreaterThan(5);
  });

  test("reads no further pays for what came", async () => {
    const { chat, asked, last } = aWayOut();
    double.will({ say: long, misbehave: { kind: "no usage" } });
    for await (const _ of chat.lines(asked())) break;
    expect(last()).toMatchObject({ state: "aborted", isEstimated: true });
  });

  test("aborted before opens nothing", async () => {
    const { lines, opened } = aWayOut();
    await expect(lines(AbortSignal.abort())).rejects.toThrow();
    expect(opened).toEqual([]);
    expect(double.received).toEqual([]);
  });
});

describe("the order", () => {
  test("asks the budget before texts are redacted, and sends nothing if it refuses", async () => {
    const seen: string[] = [];
    const { lines } = aWayOut({
      refuse: () => new OutsideRefused("budget", "The budget is used up."),
      redact: async ({ texts }) => {
        seen.push("redacted");
        return { texts: [...texts], replaced: {}, restore: (text) => text };
      },
    });
    await expect(lines()).rejects.toThrow("The budget is used up.");
    expect(seen).toEqual([]);
    expect(double.received).toEqual([]);
  });

  test("sends nothing if texts may not leave, and gives the money back", async () => {
    const { lines, last } = aWayOut({
      redact: () => Promise.reject(new RedactionRefused("A detector failed.")),
    });
    await expect(lines()).rejects.toThrow("A detector failed.");
    expect(double.received).toEqual([]);
    expect(last()).toMatchObject({ state: "refused", costMicro: 0, errorCode: "REDACTION" });
  });
});

describe("redaction", () => {
  const redact: Redact = async ({ texts }) => ({
    texts: texts.map((text) => text.replaceAll("Ida Lund", "[PERSON_1]")),
    replaced: { person: 1 },
    restore: (text) => text.replaceAll("[PERSON_1]", "Ida Lund"),
  });

  test("keeps names in, and gives them back in lines, forms and tools", async () => {
    const { lines, chat, asked } = aWayOut({ redact });
    double.will({ say: "[PERSON_1] is a painter.\nAnd [PERSON_1] lives." });
    expect(await lines()).toEqual(["Ida Lund is a painter.", "And Ida Lund lives."]);
    const said = JSON.stringify({ name: "[PERSON_1]", more: ["[PERSON_1]"] });
    const schema = {
      type: "object",
      properties: { name: { type: "string" }, more: { type: "array", items: { type: "string" } } },
      required: ["name", "more"],
      additionalProperties: false,
    };
    const form = { name: "person", schema };
    const expected = { name: "Ida Lund", more: ["Ida Lund"] };
    double.will({ say: said }, { say: said });
    expect(await chat.bySchema(asked(), form)).toEqual(expected);
    expect(await chat.byTool(asked(), form)).toEqual(expected);
    expect(double.chats()).toHaveLength(3);
    expect(double.everyByte()).not.toContain("Ida");
  });

  test("goes for texts that are embedded", async () => {
    const { embed } = aWayOut({ redact });
    await embed({ scope: aScope, model: "tern-vectors", texts: ["Ida Lund paints."] });
    expect(double.everyByte()).toContain("[PERSON_1] paints.");
    expect(double.everyByte()).not.toContain("Ida");
  });
});

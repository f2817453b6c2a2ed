import { afterEach, describe, expect, test } from "vitest";

import { aLedger, aPrice, aScope } from "../../test/outside";
import { aSpeechServer, type SpeechAnswer, type SpeechForms } from "../../test/speech-server";
import type { SpeechGives, SpeechPiece } from "../speech/transcriber";
import { createChokePoint } from "./choke-point";
import { RedactionRefused } from "./outside-call";
import { OutsideRefused } from "./outside-refused";
import { createTranscriber } from "./outside-transcriber";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const piece: SpeechPiece = {
  bytes: new Uint8Array(2_000),
  fileName: "piece-1.wav",
  mediaType: "audio/wav",
  seconds: 90,
};

const verbose = {
  task: "transcribe",
  language: "english",
  duration: 90,
  text: "Good morning. The rent is due.",
  segments: [
    { id: 0, start: 0, end: 1.5, text: " Good morning.", avg_logprob: -0.1, no_speech_prob: 0.01 },
    { id: 1, start: 2, end: 4, text: " The rent is due.", avg_logprob: -0.2, no_speech_prob: 0.01 },
  ],
};

type Given = {
  forms?: SpeechForms;
  model?: string;
  key?: string;
  named?: string;
  timeoutMs?: number;
  refuse?: Parameters<typeof aLedger>[0];
  redact?: () => never;
};

async function aTranscriber(answer: () => SpeechAnswer, given: Given = {}) {
  const { forms, model = "whisper-test" } = given;
  const server = await aSpeechServer(answer, { model, ...(forms && { forms }) });
  closing.push(server.close);
  const book = aLedger(given.refuse);
  const kept = new Map<string, SpeechGives>();
  const price = aPrice({ server: server.baseUrl, model, audioMinute: 0.006 });
  const chokePoint = createChokePoint({
    ledger: book.ledger,
    prices: () => [price],
    ...(given.redact && { redact: given.redact }),
  });
  const transcriber = createTranscriber({
    connection: { apiKey: given.key ?? server.key, baseUrl: server.baseUrl },
    model: given.named ?? model,
    chokePoint,
    memory: {
      find: async (of) => kept.get(JSON.stringify(of)) ?? null,
      keep: async (of, gives) => void kept.set(JSON.stringify(of), gives),
    },
    ...(given.timeoutMs && { timeoutMs: given.timeoutMs }),
  });
  const hear = (bytes = piece.bytes, signal?: AbortSignal) =>
    transcriber.as(aScope).transcribe({ ...piece, bytes }, signal);
  return { server, hear, book, problem: transcriber.problem, gives: () => [...kept.values()] };
}

describe("asking a server for speech", () => {
  test("words, times and confidence come back, and what it gives is kept", async () => {
    const words = [
      { word: "Good", start: 0, end: 0.5 },
      { word: "morning", start: 0.5, end: 1.4 },
    ];
    const { hear, server, gives } = await aTranscriber(() => ({ body: { ...verbose, words } }));

    const { parts, language } = await hear();

    expect(language).toBe("english");
    expect(parts).toMatchObject([
      { text: "Good morning.", startMs: 0, endMs: 1_500, words: [{}, { startMs: 500 }] },
      { text: "The rent is due.", startMs: 2_000, endMs: 4_000 },
    ]);
    expect(parts[0]?.confidence).toBeCloseTo(Math.exp(-0.1));
    expect(parts[1]?.words).toBeUndefined();
    expect(server.requests).toMatchObject([
      { format: "verbose_json", granularities: ["word", "segment"], fileName: "piece-1.wav" },
    ]);
    expect(gives()).toEqual([
      { way: "words", words: true, times: true, speakers: false, confidence: true },
    ]);
  });

  test("a model that gives text alone is asked in other ways once, and then at once", async () => {
    const { hear, server, gives } = await aTranscriber(
      () => ({ body: { text: "Good morning." } }),
      {
        forms: ["json"],
      },
    );
    expect((await hear()).parts).toEqual([
      { text: "Good morning.", speaker: null, startMs: null, endMs: null, confidence: null },
    ]);
    const before = server.calls();
    expect(before).toBe(4);
    await hear();
    expect(server.calls()).toBe(before + 1);
    expect(gives()).toMatchObject([{ way: "text", times: false }]);
  });

  test("a server that ignores the wish for times is not believed to give them", async () => {
    const { hear, gives } = await aTranscriber(() => ({ body: { text: "Good morning." } }));
    expect((await hear()).parts[0]?.startMs).toBeNull();
    expect(gives()).toMatchObject([{ way: "words", times: false }]);
  });

  test("speakers are asked for where the model tells them apart", async () => {
    const segments = [
      {
        type: "transcript.text.segment",
        id: "1",
        speaker: "A",
        start: 0,
        end: 1.2,
        text: "Hello.",
      },
      { type: "transcript.text.segment", id: "2", speaker: "B", start: 1.3, end: 2, text: "Yes." },
    ];
    const { hear, server, gives } = await aTranscriber(
      () => ({ body: { text: "Hello. Yes.", segments } }),
      { forms: ["json", "diarized_json"], model: "transcribe-diarize" },
    );
    expect((await hear()).parts.map(({ speaker }) => speaker)).toEqual(["A", "B"]);
    expect(server.calls()).toBe(1);
    expect(gives()).toMatchObject([{ way: "speakers", speakers: true, times: true }]);
  });

  test("nothing is learned from silence", async () => {
    const { hear, gives } = await aTranscriber(() => ({ body: { text: "", segments: [] } }));
    expect((await hear()).parts).toEqual([]);
    expect(gives()).toEqual([]);
  });
});

describe("the ledger of a recording", () => {
  test("a minute costs what its row of prices says", async () => {
    const { hear, book } = await aTranscriber(() => ({ body: verbose }));
    await hear();
    expect(book.opened).toMatchObject([{ kind: "transcription", reservedMicro: 9_000 }]);
    expect(book.last()).toMatchObject({ state: "ok", costMicro: 9_000, priceId: "price_test" });
  });

  test("an unknown price is no price of nothing", async () => {
    const { hear, book } = await aTranscriber(() => ({ body: verbose }), {
      model: "nobody-knows",
      named: "nobody-knows",
    });
    await hear();
    expect(book.last()).toMatchObject({ costMicro: 9_000 });
    const other = await aTranscriber(() => ({ body: verbose }));
    const none = createChokePoint({ ledger: other.book.ledger, prices: () => [] });
    const transcriber = createTranscriber({
      connection: { apiKey: "sk-test", baseUrl: other.server.baseUrl },
      model: "whisper-test",
      chokePoint: none,
      memory: { find: async () => null, keep: async () => undefined },
    });
    await transcriber.as(aScope).transcribe(piece);
    expect(other.book.opened).toMatchObject([{ reservedMicro: null }]);
    expect(other.book.last()).toMatchObject({ costMicro: null, priceId: null });
  });

  test("a refused form costs nothing", async () => {
    const { hear, book } = await aTranscriber(() => ({ body: { text: "Hello." } }), {
      forms: ["json"],
    });
    await hear();
    expect([...book.ended.values()].map(({ costMicro }) => costMicro)).toEqual([0, 0, 0, 9_000]);
  });
});

describe("what goes wrong", () => {
  test.each<[string, Given, () => SpeechAnswer, string, RegExp]>([
    ["429", {}, () => ({ status: 429, body: {} }), "PROVIDER_UNAVAILABLE", /no more requests/],
    ["500", {}, () => ({ status: 500, body: {} }), "PROVIDER_UNAVAILABLE", /does not answer/],
    ["wrong JSON", {}, () => ({ body: '{ "text": ' }), "PROVIDER_UNAVAILABLE", /no transcript/],
    ["a web page", {}, () => ({ body: "<html></html>" }), "PROVIDER_UNAVAILABLE", /no transcript/],
    ["a wrong key", { key: "sk-no" }, () => ({ body: verbose }), "NO_TRANSCRIPTION", /the key/],
    ["no such model", { named: "x" }, () => ({ body: verbose }), "NO_TRANSCRIPTION", /named x/],
    ["no form", { forms: [] }, () => ({ body: verbose }), "NO_TRANSCRIPTION", /refused .*400/],
    ["silence", { timeoutMs: 300 }, () => "silence", "PROVIDER_UNAVAILABLE", /does not answer/],
  ])("%s ends with a sentence and a remedy", async (_, given, answer, code, message) => {
    const { hear } = await aTranscriber(answer, given);
    const failure = await hear().catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "TranscriptionFailed", code });
    expect(failure).toHaveProperty("message", expect.stringMatching(message));
    expect(failure).toHaveProperty("remedy", expect.stringMatching(/\.$/));
  });

  test("its last failure is told until it answers again", async () => {
    const { hear, server, problem } = await aTranscriber(() => ({ status: 500, body: {} }));
    expect(problem()).toBeNull();
    await hear().catch(() => undefined);
    expect(problem()).toMatch(/does not answer/);
    server.answer = () => ({ body: verbose });
    await hear();
    expect(problem()).toBeNull();
  });

  test("a budget refuses before anything is sent", async () => {
    const { hear, server } = await aTranscriber(() => ({ body: verbose }), {
      refuse: () => new OutsideRefused("budget", "The budget of this workspace is used up."),
    });
    await expect(hear()).rejects.toMatchObject({
      code: "QUOTA_EXCEEDED",
      message: "The recording was not sent. The budget of this workspace is used up.",
    });
    expect(server.calls()).toBe(0);
  });

  test("sound that may not leave is not sent", async () => {
    const { hear, server } = await aTranscriber(() => ({ body: verbose }), {
      redact: () => {
        throw new RedactionRefused("The workspace does not send recordings.");
      },
    });
    await expect(hear()).rejects.toMatchObject({
      code: "NO_TRANSCRIPTION",
      message: expect.stringContaining("does not send recordings"),
    });
    expect(server.calls()).toBe(0);
  });

  test("a piece larger than servers take is a fault of ours, and is not sent", async () => {
    const { hear, server } = await aTranscriber(() => ({ body: verbose }));
    await expect(hear(new Uint8Array(26 * 1024 ** 2))).rejects.toThrow(RangeError);
    expect(server.calls()).toBe(0);
  });

  test("a person who cancels ends the call", async () => {
    const { hear } = await aTranscriber(() => "silence");
    const stopping = new AbortController();
    const heard = hear(piece.bytes, stopping.signal);
    stopping.abort(new Error("cancelled"));
    await expect(heard).rejects.toThrow("cancelled");
  });
});

import { aChokePoint, aScope } from "@besunny/ai/test/outside";
import { aSpeechServer } from "@besunny/ai/test/speech-server";
import { afterEach, expect, test, vi } from "vitest";

import { chooseTranscriber } from "./choose-transcriber";
import { readEnv } from "./env";

afterEach(() => vi.unstubAllEnvs());

const options = {
  db: { platform: { speechModels: { find: async () => null, put: async () => undefined } } },
  clock: () => new Date(),
  wayOut: async () => aChokePoint(),
};

const piece = {
  bytes: new Uint8Array(100),
  fileName: "a.wav",
  mediaType: "audio/wav",
  seconds: 1,
};

test("without a model there is no server for speech, whatever else is set", async () => {
  vi.stubEnv("OPENAI_API_KEY", "sk-openai");
  expect(await chooseTranscriber(readEnv(), options)).toBeNull();
});

test("the key of OpenAI is not sent to a server of one's own", async () => {
  const server = await aSpeechServer(() => ({ body: { text: "Hello." } }), { key: "none" });
  vi.stubEnv("OPENAI_API_KEY", "sk-openai");
  vi.stubEnv("TRANSCRIPTION_URL", server.baseUrl);
  vi.stubEnv("TRANSCRIPTION_MODEL", server.model);
  const chosen = await chooseTranscriber(readEnv(), options);
  expect((await chosen?.as(aScope).transcribe(piece))?.parts).toMatchObject([{ text: "Hello." }]);
  await server.close();

  const own = await aSpeechServer(() => ({ body: { text: "Hello." } }), { key: "sk-own" });
  vi.stubEnv("TRANSCRIPTION_URL", own.baseUrl);
  vi.stubEnv("TRANSCRIPTION_KEY", "sk-own");
  const keyed = await chooseTranscriber(readEnv(), options);
  expect((await keyed?.as(aScope).transcribe(piece))?.parts).toHaveLength(1);
  await own.close();
});

import type { ChokePoint } from "@besunny/ai/outside/choke-point";
import { askedWays, type SpeechMemory, type Transcriber } from "@besunny/ai/speech/transcriber";
import type { Clock } from "@besunny/core/context";
import type { PlatformDatabase } from "@besunny/db/platform/platform-database";

import type { Env } from "./env";

const OPENAI_URL = "https://api.openai.com/v1";
/** Servers of one's own often ask for no key, and the client asks for one. */
const NO_KEY = "none";

type Options = {
  db: { platform: Pick<PlatformDatabase, "speechModels"> };
  clock: Clock;
  /** Makes the way by which calls to outside models go out. */
  wayOut: () => Promise<ChokePoint>;
};

/** Returns the server that TRANSCRIPTION_MODEL means, or null. OpenAI's key goes to the address that is OpenAI's and to no other. */
export async function chooseTranscriber(
  env: Env,
  { db, clock, wayOut }: Options,
): Promise<Transcriber | null> {
  const { TRANSCRIPTION_MODEL: model, TRANSCRIPTION_URL: url } = env;
  if (!model) return null;
  const { createTranscriber } = await import("@besunny/ai/outside/outside-transcriber");
  const apiKey = env.TRANSCRIPTION_KEY ?? (url ? undefined : env.OPENAI_API_KEY) ?? NO_KEY;
  return createTranscriber({
    connection: { apiKey, baseUrl: url ?? env.OPENAI_BASE_URL ?? OPENAI_URL },
    model,
    chokePoint: await wayOut(),
    memory: memoryIn(db.platform.speechModels, clock),
  });
}

function memoryIn(models: PlatformDatabase["speechModels"], clock: Clock): SpeechMemory {
  return {
    async find(of) {
      const row = await models.find(of);
      const way = askedWays.find((each) => each === row?.way);
      return row && way ? { ...row, way } : null;
    },
    keep: ({ server, model }, gives) => models.put({ server, model }, gives, clock()),
  };
}

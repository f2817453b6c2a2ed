import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Ai } from "@besunny/ai/ai";
import type { Mail } from "@besunny/connectors/mail/mail";
import type { Tools } from "@besunny/core/context";
import type { DependencyName } from "@besunny/core/system";
import type { Database } from "@besunny/db/database";
import type { Console } from "@besunny/engine/console/console-types";
import type { Reader } from "@besunny/reading/pool/reader";

import type { OwnCache } from "../cache";
import type { Env } from "../env";
import { askInngest } from "./ask-inngest";

const SILENT_MS = 60_000;
const SENTENCE = "The lease ends on 31 December 2027.";

export type Given = {
  env: Env;
  db: Database;
  tools: Pick<Tools, "files" | "index" | "clock" | "transcriber"> & { ai: Ai; reader: Reader };
  cache: Pick<OwnCache, "ping">;
  mail: Mail;
  runs: Console | null;
};

/** Tries one dependency for real. Returns what was found; throws with the reason when it does not work. */
export type Trial = (given: Given) => Promise<string>;

export const trials: Readonly<Record<DependencyName, Trial>> = {
  database: async ({ db }) => `PostgreSQL ${await db.platform.server.version()}`,

  /** Writes an object, reads it back and deletes it. */
  async files({ tools: { files } }) {
    const key = `system-test/${randomUUID()}`;
    const written = randomUUID();
    await files.write(key, new TextEncoder().encode(written));
    try {
      const read = new TextDecoder().decode(await files.read(key));
      if (read !== written) throw new Error("An object that was written was read back differently");
    } finally {
      await files.remove(key);
    }
    return "wrote, read and deleted an object";
  },

  async index({ tools: { index } }) {
    await index.ping();
    const { passages, documents, model } = await index.stats();
    return `${passages} passages of ${documents} documents, ${model}`;
  },

  /** Somebody must be there who takes work. */
  async queue({ runs, env, tools }) {
    if (!runs) return askInngest(env);
    const { workers, queued } = await runs.metrics();
    const now = tools.clock().getTime();
    const alive = workers.filter(({ seenAt }) => now - seenAt.getTime() < SILENT_MS);
    if (alive.length === 0) throw new Error("No worker has been heard of for a minute");
    return `${alive.length} at work, ${queued} waiting`;
  },

  async embeddings({ tools: { ai } }) {
    const own = ai.as?.({ workspaceId: "", operation: "platform.test-dependency" }) ?? ai;
    const [vector] = await own.embed([SENTENCE]);
    if (vector?.length !== ai.dimensions)
      throw new Error(`A vector has ${vector?.length ?? 0} numbers, not ${ai.dimensions}`);
    return `${ai.embeddingModel}, ${ai.dimensions} dimensions`;
  },

  async answers({ tools: { ai } }) {
    const { answers } = await ai.readAnswers({
      question: "When does the lease end?",
      passages: [{ n: 1, documentId: "", title: "Lease", text: SENTENCE, headingPath: [] }],
    });
    const [best] = answers;
    const words = best && SENTENCE.slice(...best.span);
    if (!words?.includes("31 December 2027"))
      throw new Error(`The model found “${words ?? "nothing"}” where a date is the answer`);
    return `found “${words}”`;
  },

  /** Draws a page as a picture and recognises its words. */
  recognition: (given) =>
    inFolder(async (folder) => {
      const { reader } = given.tools;
      const page = join(folder, "page.pdf");
      await writeFile(page, pdfWith("Invoice total 4711"));
      const picture = join(folder, "page.png");
      await writeFile(picture, await reader.renderPage({ path: page, page: 1, width: 1200 }));
      const { text } = await reader.read({
        path: picture,
        fileName: "page.png",
        outputDirectory: folder,
      });
      if (!text.includes("4711"))
        throw new Error(`“Invoice total 4711” was recognised as “${text.trim().slice(0, 80)}”`);
      return `recognised “${text.trim().slice(0, 80)}”`;
    }),

  libreoffice: (given) =>
    inFolder(async (folder) => {
      const path = join(folder, "note.rtf");
      await writeFile(path, String.raw`{\rtf1\ansi BeSunny prints a note.\par}`);
      const print = await given.tools.reader.print({ path, fileName: "note.rtf" });
      if (!print) throw new Error("There is no program soffice on this machine");
      return `printed a note of ${print.pdf.byteLength} bytes`;
    }),

  async mail({ mail }) {
    await mail.verify();
    return "the server let BeSunny in; no message was sent";
  },

  async redis({ cache }) {
    if (!cache.ping) throw new Error("REDIS_URL is not set");
    await cache.ping();
    return "answered";
  },

  async models({ env }) {
    if (!env.OPENAI_API_KEY) throw new Error("OPENAI_API_KEY is not set");
    const { listModels } = await import("@besunny/ai/outside/list-models");
    const offered = await listModels({
      apiKey: env.OPENAI_API_KEY,
      baseUrl: env.OPENAI_BASE_URL ?? "https://api.openai.com/v1",
    });
    const { OPENAI_MODEL: wanted } = env;
    if (wanted && !offered.some(({ id }) => id === wanted))
      throw new Error(
        `The provider offers ${offered.length} models, and ${wanted} is none of them`,
      );
    return `${offered.length} models offered`;
  },

  /** Sends a second of silence. Its other answers come from recordings in which somebody speaks. */
  async speech({ tools: { transcriber }, db }) {
    if (!transcriber) throw new Error("TRANSCRIPTION_MODEL is not set");
    await transcriber
      .as({ workspaceId: "", operation: "platform.test-dependency" })
      .transcribe({ bytes: silence(), fileName: "test.wav", mediaType: "audio/wav", seconds: 1 });
    const gives = await db.platform.speechModels.find(transcriber);
    const given = gives && gifts.filter((name) => gives[name]);
    return given === null
      ? `${transcriber.model} answered; the first recording will show whether it returns times`
      : `${transcriber.model} answered; it returns ${["text", ...given].join(", ")}`;
  },
};

const gifts = ["times", "words", "speakers", "confidence"] as const;
const SAMPLES_A_SECOND = 16_000;

/** Returns a second of silence as WAV: one channel, 16 bits. */
function silence(): Uint8Array {
  const bytes = Buffer.alloc(44 + SAMPLES_A_SECOND * 2);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(SAMPLES_A_SECOND, 24);
  bytes.writeUInt32LE(SAMPLES_A_SECOND * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(SAMPLES_A_SECOND * 2, 40);
  return bytes;
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "besunny-test-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Returns a PDF of one small page with a line of large letters. */
function pdfWith(line: string): string {
  const drawn = `BT /F1 32 Tf 30 50 Td (${line}) Tj ET`;
  return `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 400 120]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length ${drawn.length}>> stream
${drawn}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
%%EOF`;
}

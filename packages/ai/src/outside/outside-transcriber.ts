import { type Heard, isTimed } from "@besunny/document-model/transcripts/heard";
import { explainSpeechFailure } from "../speech/explain-speech-failure";
import { heardIn } from "../speech/heard-answer";
import {
  type AskedWay,
  askedWays,
  type SpeechGives,
  type SpeechMemory,
  type SpeechPiece,
  type Transcriber,
} from "../speech/transcriber";
import type { ChokePoint } from "./choke-point";
import { type AskedOfSpeech, type Connection, clients, toFile } from "./clients";
import { statusOf } from "./failures";
import { type CallScope, RedactionRefused } from "./outside-call";
import { OutsideRefused } from "./outside-refused";
import { wholeScope } from "./whole-scope";

/** Shorter than the time for which the money of a call is reserved. */
const TIMEOUT_MS = 14 * 60_000;
const LARGEST_BYTES = 25 * 1024 ** 2;

type Given = { scope: Partial<CallScope>; signal: AbortSignal | undefined };

export type TranscriberOptions = {
  connection: Connection;
  model: string;
  chokePoint: ChokePoint;
  memory: SpeechMemory;
  timeoutMs?: number;
};

/**
 * Returns a server that speaks OpenAI's protocol as one that writes down what is said. Everything goes through the choke point. The way of
 * asking that a model takes is learned from its first answer with words, and kept.
 */
export function createTranscriber(options: TranscriberOptions): Transcriber {
  const { connection, model, chokePoint, memory, timeoutMs = TIMEOUT_MS } = options;
  const of = { server: connection.baseUrl, model };
  let problem: string | null = null;
  let client: ReturnType<typeof clients.patient> | null = null;

  async function ask(piece: SpeechPiece, way: AskedWay, { scope, signal }: Given): Promise<Heard> {
    client ??= clients.patient(connection, timeoutMs);
    const { audio } = client;
    const { value } = await chokePoint.call(
      {
        scope: wholeScope(scope),
        to: of,
        kind: "transcription",
        texts: [],
        mostOutput: 0,
        audioSeconds: piece.seconds,
        hasLocalRung: false,
        signal,
        timeoutMs,
      },
      async (out) => {
        const file = await toFile(piece.bytes, piece.fileName, { type: piece.mediaType });
        const answer = await audio.transcriptions
          .create({ file, model, stream: false, ...formOf[way] }, { signal: out.signal })
          .asResponse();
        const heard = heardIn(await answer.text(), piece.seconds);
        out.ended("whole");
        return heard;
      },
    );
    return value;
  }

  /** Asks in the ways that are left, until the server takes one. A server that takes none says why for the last. */
  async function askAny(piece: SpeechPiece, ways: readonly AskedWay[], given: Given) {
    const [way = "text", ...rest] = ways;
    try {
      return { way, heard: await ask(piece, way, given) };
    } catch (error) {
      if (rest.length === 0 || !isOfTheForm(error)) throw error;
      return askAny(piece, rest, given);
    }
  }

  const bound = (scope: Partial<CallScope>): Transcriber => ({
    ...of,
    as: (given) => bound({ ...scope, ...given }),
    async transcribe(piece, signal) {
      if (piece.bytes.length > LARGEST_BYTES)
        throw new RangeError(`A piece of ${piece.bytes.length} bytes is larger than servers take`);
      try {
        const known = await memory.find(of);
        const { way, heard } = await askAny(piece, waysFrom(known, model), { scope, signal });
        const gives = givesOf(heard, way);
        if (gives && !areSame(gives, known)) await memory.keep(of, gives);
        problem = null;
        return heard;
      } catch (error) {
        signal?.throwIfAborted();
        const failure = explainSpeechFailure(error, model);
        if (isOfTheServer(error)) problem = failure.message;
        throw failure;
      }
    },
    problem: () => problem,
  });
  return bound({});
}

const formOf: Record<
  AskedWay,
  Pick<AskedOfSpeech, "response_format" | "timestamp_granularities" | "chunking_strategy">
> = {
  words: {
    response_format: "verbose_json",
    timestamp_granularities: ["word", "segment"],
  },
  segments: { response_format: "verbose_json" },
  speakers: { response_format: "diarized_json", chunking_strategy: "auto" },
  text: { response_format: "json" },
};

/** The way that is known comes first, and the others after it: a server may have changed. */
function waysFrom(known: SpeechGives | null, model: string): AskedWay[] {
  const first = known?.way ?? (/diari[sz]e/i.test(model) ? "speakers" : "words");
  return [first, ...askedWays.filter((way) => way !== first)];
}

function isOfTheServer(error: unknown): boolean {
  return !(error instanceof OutsideRefused) && !(error instanceof RedactionRefused);
}

/** Returns true for the answer to a form that the server does not take. */
function isOfTheForm(error: unknown): boolean {
  const status = statusOf(error);
  return status === 400 || status === 415 || status === 422;
}

/** Nothing is learned from a piece in which nobody speaks. */
function givesOf({ parts }: Heard, way: AskedWay): SpeechGives | null {
  if (parts.length === 0) return null;
  return {
    way,
    words: parts.some(({ words }) => words !== undefined),
    times: isTimed(parts),
    speakers: parts.some(({ speaker }) => speaker !== null),
    confidence: parts.some(({ confidence }) => confidence !== null),
  };
}

function areSame(gives: SpeechGives, known: SpeechGives | null): boolean {
  const { way, words, times, speakers, confidence } = gives;
  return (
    known !== null &&
    known.way === way &&
    known.words === words &&
    known.times === times &&
    known.speakers === speakers &&
    known.confidence === confidence
  );
}

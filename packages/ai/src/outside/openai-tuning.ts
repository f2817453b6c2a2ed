import {
  type HostedTuning,
  type TuningExample,
  TuningRefused,
  type TuningState,
} from "../hosted/hosted-tuning";
import { CHARACTERS, estimatedTokens, tuningFile } from "../hosted/tuning-file";
import type { ChokePoint } from "./choke-point";
import { type Connection, clients, toFile } from "./clients";
import { statusOf } from "./failures";
import type { CallScope } from "./outside-call";

type Official = ReturnType<typeof clients.official>;
type FineTuningJob = Awaited<ReturnType<Official["fineTuning"]["jobs"]["retrieve"]>>;

export type OpenAiTuningOptions = {
  connection: Connection;
  chokePoint: ChokePoint;
  scope: CallScope;
  /** The model to tune. */
  model: string;
  /** US dollars for a million tokens of training, or null if the price is not known. */
  usdPerMillion: number | null;
  /** From this cost on, two people must agree, in millionths of a US dollar. An unknown cost always asks for two. */
  twoPeopleFromMicro?: number;
  epochs?: number;
};

const TIMEOUT_MS = 60_000;
const TEN_DOLLARS = 10_000_000;
const LEAST_EXAMPLES = 10;
const EVENTS = 50;
const JOBS_LOOKED_AT = 100;

const states: Record<FineTuningJob["status"], TuningState> = {
  validating_files: "queued",
  queued: "queued",
  running: "running",
  succeeded: "succeeded",
  failed: "failed",
  cancelled: "cancelled",
};

/**
 * Tunes a model at a server that speaks OpenAI's protocol. The start is one call of the ledger: its most likely cost is reserved and kept, since the
 * provider bills when the tuning is over. All other calls cost nothing.
 */
export function createOpenAiTuning(options: OpenAiTuningOptions): HostedTuning {
  const { connection, chokePoint, scope, model, usdPerMillion, epochs = 3 } = options;
  const { twoPeopleFromMicro = TEN_DOLLARS } = options;
  const client = clients.official(connection, TIMEOUT_MS);
  const costOf = (tokens: number) =>
    usdPerMillion === null ? null : Math.ceil(tokens * usdPerMillion);

  async function call<Result>(
    work: (sent: { texts: string[]; signal: AbortSignal }) => Promise<Result>,
    given: { texts?: readonly string[]; costMicro?: number | null; signal?: AbortSignal },
  ): Promise<Result> {
    const { texts = [], costMicro = 0, signal } = given;
    const { value } = await chokePoint.call(
      {
        scope,
        to: { server: connection.baseUrl, model },
        kind: "tuning",
        texts,
        mostOutput: 0,
        fixedMicro: costMicro,
        hasLocalRung: false,
        signal,
        timeoutMs: TIMEOUT_MS,
      },
      async (out) => {
        const result = await work({ texts: out.texts, signal: out.signal });
        out.ended("whole");
        return result;
      },
    );
    return value;
  }

  const estimate: HostedTuning["estimate"] = async (examples, signal) => {
    const tokens = estimatedTokens(tuningFile(examples));
    const { data } = await call((sent) => client.models.list(sent), given(signal));
    const offered = data.find(({ id }) => id === model);
    if (!offered) throw new TuningRefused(`The provider does not offer ${model}. Choose another.`);
    const costMicro = costOf(tokens * epochs);
    return {
      examples: examples.length,
      tokens,
      epochs,
      costMicro,
      shutdownDate: offered.shutdown_date ?? null,
      peopleNeeded: costMicro === null || costMicro >= twoPeopleFromMicro ? 2 : 1,
    };
  };

  /** A step that died after its work finds the job that it started. */
  const findStarted = (key: string, signal?: AbortSignal) =>
    call((sent) => jobOf(client, key, sent.signal), given(signal));

  return {
    server: connection.baseUrl,
    model,
    estimate,

    async start(examples, { key, userIds }, signal) {
      if (examples.length < LEAST_EXAMPLES)
        throw new TuningRefused(`At least ${LEAST_EXAMPLES} labelled documents are needed.`);
      const { costMicro, peopleNeeded } = await estimate(examples, signal);
      if (new Set(userIds).size < peopleNeeded)
        throw new TuningRefused(
          peopleNeeded === 2
            ? "Two people must agree to this cost."
            : "Somebody must agree to this cost.",
        );
      const started = await findStarted(key, signal);
      if (started) return { id: started };
      const texts = examples.map(({ text }) => text.slice(0, CHARACTERS));
      return call((sent) => startWith(client, { examples, model, epochs, key, ...sent }), {
        texts,
        costMicro,
        ...given(signal),
      });
    },

    async watch(id, signal) {
      const { job, events } = await call(async (sent) => {
        const found = await client.fineTuning.jobs.retrieve(id, sent);
        const { data } = await client.fineTuning.jobs.listEvents(id, { limit: EVENTS }, sent);
        return { job: found, events: data };
      }, given(signal));
      const state = states[job.status];
      if (job.finished_at !== null || state === "cancelled")
        for (const file of [job.training_file, ...job.result_files]) await deleteFile(file, signal);
      return {
        state,
        events: events.map(({ created_at, message }) => ({
          at: new Date(1_000 * created_at),
          message,
        })),
        trainedTokens: job.trained_tokens,
        costMicro: job.trained_tokens === null ? null : costOf(job.trained_tokens),
        problem: job.error?.message ?? null,
        tuned: job.fine_tuned_model,
      };
    },

    async cancel(id, signal) {
      const job = await call((sent) => client.fineTuning.jobs.retrieve(id, sent), given(signal));
      const isOver = ["succeeded", "failed", "cancelled"].includes(job.status);
      if (!isOver) await call((sent) => client.fineTuning.jobs.cancel(id, sent), given(signal));
      await deleteFile(job.training_file, signal);
    },
  };

  /** A file that is gone was deleted before. */
  async function deleteFile(id: string, signal?: AbortSignal): Promise<void> {
    try {
      await call((sent) => client.files.delete(id, sent), given(signal));
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  }
}

/** Returns the id of the job of this name, or null if there is none. */
async function jobOf(client: Official, key: string, signal: AbortSignal): Promise<string | null> {
  const { data } = await client.fineTuning.jobs.list({ limit: JOBS_LOOKED_AT }, { signal });
  return data.find(({ metadata }) => metadata?.besunny === key)?.id ?? null;
}

type Starting = {
  examples: readonly TuningExample[];
  texts: readonly string[];
  model: string;
  epochs: number;
  key: string;
  signal: AbortSignal;
};

/** Uploads the texts as they may leave and starts the job. Leaves no file behind if the job does not start. */
async function startWith(
  client: Official,
  { examples, texts, model, epochs, key, signal }: Starting,
): Promise<{ id: string }> {
  if (texts.length !== examples.length)
    throw new TuningRefused("The texts could not be made anonymous.");
  // The choke point tries a call again whose answer was lost, and the job may be there.
  const started = await jobOf(client, key, signal);
  if (started) return { id: started };
  const file = tuningFile(examples.map(({ type }, index) => ({ type, text: texts[index] ?? "" })));
  const uploaded = await client.files.create(
    { file: await toFile(Buffer.from(file), `${key}.jsonl`), purpose: "fine-tune" },
    { signal },
  );
  try {
    const { id } = await client.fineTuning.jobs.create(
      {
        model,
        training_file: uploaded.id,
        metadata: { besunny: key },
        method: { type: "supervised", supervised: { hyperparameters: { n_epochs: epochs } } },
      },
      { signal },
    );
    return { id };
  } catch (error) {
    await client.files.delete(uploaded.id).catch(() => undefined);
    throw error;
  }
}

function given(signal: AbortSignal | undefined) {
  return signal ? { signal } : {};
}

import {
  type Anonymise,
  type Approval,
  type HostedTuning,
  type Outgoing,
  type TuningExample,
  TuningRefused,
  type TuningState,
} from "../hosted/hosted-tuning";
import { estimatedTokens, tuningFile } from "../hosted/tuning-file";
import { clients, toFile } from "./clients";
import { statusOf } from "./failures";

type Official = ReturnType<typeof clients.official>;
type FineTuningJob = Awaited<ReturnType<Official["fineTuning"]["jobs"]["retrieve"]>>;

export type OpenAiTuningOptions = {
  apiKey: string;
  baseUrl: string;
  /** The model to tune. */
  model: string;
  /** US dollars for a million tokens of training, or null if the price is not known. */
  usdPerMillion: number | null;
  /** From this cost on, two people must agree, in millionths of a US dollar. An unknown cost always asks for two. */
  twoPeopleFromMicro: number;
  epochs?: number;
  anonymise: Anonymise;
  outgoing: Outgoing;
};

const TIMEOUT_MILLISECONDS = 60_000;
const LEAST_EXAMPLES = 10;
const EVENTS = 50;

const states: Record<FineTuningJob["status"], TuningState> = {
  validating_files: "queued",
  queued: "queued",
  running: "running",
  succeeded: "succeeded",
  failed: "failed",
  cancelled: "cancelled",
};

/** Tunes a model at a server that speaks OpenAI's protocol. Texts pass the anonymiser before they leave. */
export function createOpenAiTuning(options: OpenAiTuningOptions): HostedTuning {
  const { apiKey, baseUrl, model, usdPerMillion, epochs = 3, anonymise, outgoing } = options;
  const client = clients.official({ apiKey, baseUrl }, TIMEOUT_MILLISECONDS);
  const call = <Result>(work: () => Promise<Result>) => outgoing("tuning", work);
  const costOf = (tokens: number) =>
    usdPerMillion === null ? null : Math.ceil(tokens * usdPerMillion);

  const estimate: HostedTuning["estimate"] = async (examples, signal) => {
    const tokens = estimatedTokens(tuningFile(examples));
    const { data } = await call(() => client.models.list(given(signal)));
    const offered = data.find(({ id }) => id === model);
    if (!offered) throw new TuningRefused(`The provider does not offer ${model}. Choose another.`);
    return {
      examples: examples.length,
      tokens,
      epochs,
      costMicro: costOf(tokens * epochs),
      shutdownDate: offered.shutdown_date ?? null,
    };
  };

  return {
    estimate,

    async start(examples, approval, signal) {
      if (examples.length < LEAST_EXAMPLES)
        throw new TuningRefused(`At least ${LEAST_EXAMPLES} labelled documents are needed.`);
      const { costMicro } = await estimate(examples, signal);
      mustBeApproved(approval, costMicro, options.twoPeopleFromMicro);
      const file = tuningFile(await anonymous(examples, anonymise, signal));
      const uploaded = await call(async () =>
        client.files.create(
          { file: await toFile(Buffer.from(file), "labels.jsonl"), purpose: "fine-tune" },
          given(signal),
        ),
      );
      try {
        const { id } = await call(() =>
          client.fineTuning.jobs.create(
            {
              model,
              training_file: uploaded.id,
              method: {
                type: "supervised",
                supervised: { hyperparameters: { n_epochs: epochs } },
              },
            },
            given(signal),
          ),
        );
        return { id };
      } catch (error) {
        await call(() => client.files.delete(uploaded.id));
        throw error;
      }
    },

    async watch(id, signal) {
      const job = await call(() => client.fineTuning.jobs.retrieve(id, given(signal)));
      const { data } = await call(() =>
        client.fineTuning.jobs.listEvents(id, { limit: EVENTS }, given(signal)),
      );
      const state = states[job.status];
      if (job.finished_at !== null || state === "cancelled")
        for (const file of [job.training_file, ...job.result_files]) await deleteFile(file, signal);
      return {
        state,
        events: data.map(({ created_at, message }) => ({
          at: new Date(1_000 * created_at),
          message,
        })),
        trainedTokens: job.trained_tokens,
        costMicro: job.trained_tokens === null ? null : costOf(job.trained_tokens),
        problem: job.error?.message ?? null,
      };
    },

    async cancel(id, signal) {
      const { training_file: file } = await call(() =>
        client.fineTuning.jobs.cancel(id, given(signal)),
      );
      await deleteFile(file, signal);
    },

    async result(id, signal) {
      const job = await call(() => client.fineTuning.jobs.retrieve(id, given(signal)));
      return job.fine_tuned_model ? { server: baseUrl, model: job.fine_tuned_model } : null;
    },
  };

  /** A file that is gone was deleted before. */
  async function deleteFile(id: string, signal?: AbortSignal): Promise<void> {
    try {
      await call(() => client.files.delete(id, given(signal)));
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  }
}

function mustBeApproved({ userIds }: Approval, costMicro: number | null, limit: number): void {
  const needed = costMicro === null || costMicro >= limit ? 2 : 1;
  if (new Set(userIds).size >= needed) return;
  throw new TuningRefused(
    needed === 2 ? "Two people must agree to this cost." : "Somebody must agree to this cost.",
  );
}

async function anonymous(
  examples: readonly TuningExample[],
  anonymise: Anonymise,
  signal?: AbortSignal,
): Promise<TuningExample[]> {
  const { texts } = await anonymise(
    examples.map(({ text }) => text),
    signal,
  );
  if (texts.length !== examples.length)
    throw new TuningRefused("The texts could not be made anonymous.");
  return examples.map(({ type }, index) => ({ type, text: texts[index] ?? "" }));
}

function given(signal: AbortSignal | undefined) {
  return signal ? { signal } : {};
}

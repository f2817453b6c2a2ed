import type { OpenAiOptions } from "../openai-ai";
import { isModelGone } from "../outside/failures";
import { listModels } from "../outside/list-models";
import type { CallScope } from "../outside/outside-call";
import { createOutsideChat } from "../outside/outside-chat";
import { createCurrentModel } from "./current-model";
import { explainFailure } from "./explain-failure";
import type { Hosted } from "./hosted";

type Options = Omit<OpenAiOptions, "fallback" | "baseUrl"> & { baseUrl: string };

/** Holds the model in use. Sends the provider nothing before the first use. */
export function createHostedModel(options: Options) {
  const { apiKey, baseUrl, model: named = null, onWarning, onListed, chokePoint } = options;
  const connection = { apiKey, baseUrl };
  const chat = createOutsideChat(connection, chokePoint, options.timeoutMs);
  let warning: string | null = null;
  let last: string | null = null;
  const model = createCurrentModel({
    list: async () => {
      const models = await listModels(connection);
      onListed?.(models);
      return models.map(({ id, shutdownDate }) => ({
        id,
        shutdownDate: options.endOf?.(id) ?? shutdownDate,
      }));
    },
    named,
    clock: options.clock ?? (() => new Date()),
    onWarning: (sentence) => {
      warning = sentence;
      onWarning?.(sentence);
    },
  });

  return {
    warning: () => warning,

    async current(scope: CallScope): Promise<Hosted> {
      last = await model.name();
      return { chat, model: last, scope };
    },

    explain(error: unknown): string {
      if (isModelGone(error)) model.forget();
      return explainFailure(error, { model: last ?? named, isNamed: named !== null });
    },
  };
}

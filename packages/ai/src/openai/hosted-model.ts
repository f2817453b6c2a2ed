import type { ChokePoint } from "../outside/choke-point";
import { isModelGone } from "../outside/failures";
import { listModels } from "../outside/list-models";
import type { CallScope } from "../outside/outside-call";
import { createOutsideChat } from "../outside/outside-chat";
import { createCurrentModel } from "./current-model";
import { explainFailure } from "./explain-failure";
import type { Hosted } from "./hosted";

export type HostedModelOptions = {
  apiKey: string;
  /** Base URL of any server that speaks OpenAI's protocol. */
  baseUrl: string;
  /** If absent, the first use chooses a model that the server offers. */
  model?: string;
  /** The way by which every call goes out. */
  chokePoint: ChokePoint;
  /** Called with a sentence for people when the model ends soon. */
  onWarning?: (sentence: string) => void;
  /** Called with the models of the provider, each time they were listed. */
  onListed?: (models: readonly { id: string; shutdownDate: string | null }[]) => void;
  /** Returns the day (ISO) on which a model ends, by what is known besides the provider's list; null if nothing is. */
  endOf?: (model: string) => string | null;
  clock?: () => Date;
  /** Milliseconds after which a call to a chat model is given up. */
  timeoutMs?: number;
};

/** Holds the model in use. Sends the provider nothing before the first use. */
export function createHostedModel(options: HostedModelOptions) {
  const { apiKey, baseUrl, model: named = null, onWarning, onListed, chokePoint } = options;
  const connection = { apiKey, baseUrl };
  const chat = createOutsideChat(connection, chokePoint, options.timeoutMs);
  let warning: string | null = null;
  let last: string | null = null;
  let shutdownDates = new Map<string, string | null>();
  const model = createCurrentModel({
    list: async () => {
      const models = await listModels(connection);
      shutdownDates = new Map(models.map(({ id, shutdownDate }) => [id, shutdownDate]));
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

    /** The model that was asked last, or the one that was named. Its name is null if it is not chosen yet. */
    inUse() {
      const name = last ?? named;
      const shutdownDate = (name && (options.endOf?.(name) ?? shutdownDates.get(name))) ?? null;
      return { server: baseUrl, model: name, shutdownDate };
    },

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

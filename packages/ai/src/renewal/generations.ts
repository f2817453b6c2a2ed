import type { Ai } from "../ai";
import type { PassageIndex } from "../index/passage-index";
import type { CallScope } from "../outside/outside-call";

/** Makes the vectors of one embedding model. */
export type Embedder = Pick<Ai, "dimensions" | "embeddingModel" | "embed" | "embedQuestion"> & {
  /** Returns the model, working for a workspace; absent where the model is local. */
  as?(scope: CallScope): Pick<Ai, "embed" | "embedQuestion">;
};

/** The scope of embeddings for an index that is about to be replaced. Nobody asked for them. */
export function scopeOfIndex(workspaceId: string, documentId: string | null): CallScope {
  const nobody = { projectIds: [], userId: null, apiKeyId: null, traceId: "" };
  return { workspaceId, documentId, ...nobody, operation: "search.previous-index" };
}

/** One index of passages with the model that its vectors come from. Without an embedder it can only be searched by words. */
export type Generation = {
  id: string;
  index: PassageIndex;
  embedder: Embedder | null;
  /** Length of the vectors of the index. */
  dimensions: number;
  /** Closes the index, and the models that only it needs. */
  close(): Promise<void>;
};

/** The indexes that this process knows: the one of its own embedding model, and the one that answers while that one is filled. */
export type IndexGenerations = {
  /** The id of the index that this process wants to search: that of its embedding model. */
  wantedId: string;
  wanted: PassageIndex;
  /** Returns the index that answers in place of the wanted one; null if the wanted one answers. */
  predecessor(): Promise<Generation | null>;
  /** Reads again which index answers, before the usual few seconds are over. */
  refresh(): void;
  /** Deletes an index that does not answer any more. Deleting it twice does no harm. */
  remove(id: string): Promise<void>;
};

/** The parts of the id of an index: where it is and the model and the length of its vectors. */
export type GenerationName = { adapter: "sqlite" | "qdrant"; model: string; dimensions: number };

/** Returns the id of an index. */
export function generationId({ adapter, model, dimensions }: GenerationName): string {
  return `${adapter}/${model} ${dimensions}`;
}

/** Reads the id of an index; null for an id of another form. */
export function readGenerationId(id: string): GenerationName | null {
  const [, adapter, model, digits] = /^(sqlite|qdrant)\/(.+) (\d+)$/.exec(id) ?? [];
  if (!adapter || !model || !digits) return null;
  const dimensions = Number(digits);
  return { adapter: adapter === "qdrant" ? "qdrant" : "sqlite", model, dimensions };
}

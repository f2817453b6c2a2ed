import OpenAI from "openai";

import type { OfferedModel } from "./choose-model";

const TIMEOUT_MILLISECONDS = 10_000;

/** Lists the models that the provider offers, by `GET /models`. */
export async function listModels(connection: {
  apiKey: string;
  baseURL: string;
}): Promise<OfferedModel[]> {
  const client = new OpenAI({ ...connection, timeout: TIMEOUT_MILLISECONDS, maxRetries: 1 });
  const { data } = await client.models.list();
  return data.map(({ id, shutdown_date }) => ({ id, shutdownDate: shutdown_date ?? null }));
}

import type { OfferedModel } from "../openai/choose-model";
import { type Connection, clients } from "./clients";

/** Lists the models that the provider offers, by `GET /models`. Nothing of a workspace leaves, and it costs nothing. */
export async function listModels(connection: Connection): Promise<OfferedModel[]> {
  const { data } = await clients.official(connection).models.list({ maxRetries: 1 });
  return data.map(({ id, shutdown_date }) => ({ id, shutdownDate: shutdown_date ?? null }));
}

import { z } from "zod";

import { type FunctionConfig, functionConfig } from "./function-config";
import { type ServeHandler, serveUrl } from "./serve-handler";

const Registration = z.looseObject({ app_id: z.string(), functions: z.array(z.unknown()) });

/** Asks the SDK, by its in-band sync, which functions it serves. Throws when one asks for what the engine cannot do. */
export async function readFunctions(handler: ServeHandler): Promise<FunctionConfig[]> {
  const response = await handler(
    new Request(serveUrl, {
      method: "PUT",
      headers: {
        host: "engine.invalid",
        "content-type": "application/json",
        "x-inngest-sync-kind": "in_band",
      },
      body: JSON.stringify({ url: serveUrl }),
    }),
  );
  const body: unknown = await response.json();
  if (!response.ok || response.headers.get("x-inngest-sync-kind") !== "in_band") {
    throw new Error(`The functions could not be read: ${response.status} ${JSON.stringify(body)}`);
  }
  const { app_id: app, functions } = Registration.parse(body);
  return functions.map((registered) => functionConfig(registered, app));
}

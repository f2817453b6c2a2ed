import { z } from "zod";

import { ChatRequest } from "../openai-requests";

const id = z.string().min(1);
const metadata = z.record(z.string().max(64), z.string().max(512)).optional();

const EmbeddingRequest = z.strictObject({
  model: id,
  input: z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(2048)]),
  encoding_format: z.enum(["float", "base64"]).optional(),
  dimensions: z.number().int().min(1).optional(),
  user: z.string().optional(),
});

const TuningRequest = z.strictObject({
  model: id,
  training_file: id,
  validation_file: id.nullish(),
  suffix: z.string().min(1).max(64).nullish(),
  seed: z.number().int().min(0).max(2_147_483_647).nullish(),
  method: z.record(z.string(), z.unknown()).optional(),
  hyperparameters: z.record(z.string(), z.unknown()).optional(),
  metadata,
});

const BatchRequest = z.strictObject({
  input_file_id: id,
  endpoint: z.enum([
    "/v1/responses",
    "/v1/chat/completions",
    "/v1/embeddings",
    "/v1/completions",
    "/v1/moderations",
  ]),
  completion_window: z.literal("24h"),
  output_expires_after: z.record(z.string(), z.unknown()).optional(),
  metadata,
});

/** The bodies of requests that are checked, by path. They are closed: the provider refuses parameters that it does not know. */
const bodies: Readonly<Record<string, z.ZodType>> = {
  "/v1/chat/completions": ChatRequest,
  "/v1/embeddings": EmbeddingRequest,
  "/v1/fine_tuning/jobs": TuningRequest,
  "/v1/batches": BatchRequest,
};

/** Returns why the published schema refuses the body of a request; null if it does not. */
export function schemaProblem(path: string, body: unknown): string | null {
  const parsed = bodies[path]?.safeParse(body);
  return parsed && !parsed.success ? z.prettifyError(parsed.error) : null;
}

/** Returns the files that a request names. */
export function filesNamed(body: unknown): string[] {
  if (typeof body !== "object" || body === null) return [];
  return ["training_file", "validation_file", "input_file_id"].flatMap((name) => {
    const file: unknown = Reflect.get(body, name);
    return typeof file === "string" ? [file] : [];
  });
}

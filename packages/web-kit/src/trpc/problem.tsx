import { z } from "zod";

/** A failure, in words for a person. */
export type Problem = {
  message: string;
  hint: string | null;
  code: string | null;
  traceId: string | null;
};

const transportError = z.object({
  message: z.string(),
  data: z
    .object({
      code: z.string(),
      hint: z.string().nullish(),
      traceId: z.string().nullish(),
    })
    .partial()
    .nullish(),
});

/** Reads any error as a problem; what did not come from the API keeps its own words. */
export function problemOf(error: unknown): Problem {
  const { data: read } = transportError.safeParse(error);
  return {
    message: read?.message ?? "",
    hint: read?.data?.hint ?? null,
    code: read?.data?.code ?? null,
    traceId: read?.data?.traceId ?? null,
  };
}

import { z } from "zod";

const refused = z.object({
  data: z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) }),
});

/** Returns the server's message about each refused field, by the field's name. */
export function fieldErrorsOf(error: unknown): Partial<Record<string, string>> {
  const { data } = refused.safeParse(error);
  return Object.fromEntries((data?.data.errors ?? []).map(({ path, message }) => [path, message]));
}

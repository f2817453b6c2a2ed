import { z } from "zod";

import type { Change } from "../actions/action";

const held = z.union([z.string(), z.array(z.string()), z.null()]);
const Stored = z.object({
  action: z.string(),
  documentId: z.string(),
  field: z.string(),
  before: held,
  after: held,
  with: z.record(z.string(), held).optional(),
});

/** Returns a change as it was kept. */
export function storedChange(stored: unknown): Change {
  const { with: more, ...change } = Stored.parse(stored);
  return { ...change, ...(more && { with: more }) };
}

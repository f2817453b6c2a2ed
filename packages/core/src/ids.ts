import { z } from "zod";

/** An id as this house makes them: what it names, then letters and digits. */
export function idOf(prefix: "bat" | "doc" | "key" | "prj") {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-Za-z_]{1,56}$`), `Give an id that begins with ${prefix}_`);
}

import { z } from "zod";

import shipped from "./retirements.json" with { type: "json" };

/** The days (ISO) on which models end, as their makers said on the day on which the file was read. */
export const shippedRetirements = z
  .object({
    source: z.string(),
    readOn: z.iso.date(),
    server: z.url(),
    models: z.array(
      z.object({ model: z.string(), endsOn: z.iso.date(), replacement: z.string().nullable() }),
    ),
  })
  .parse(shipped);

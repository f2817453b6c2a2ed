import { z } from "zod";

import { happeningNames } from "../happenings";
import { query } from "../operation/query";
import { instant } from "../shapes";

/** Lists what has happened since a number, in order. What happened to a document is told to those who see it. */
export const listHappenings = query("happenings.list-happenings", {
  title: "List what has happened since",
  permission: "document.read",
  input: z.object({
    since: z.number().int().min(0),
    names: z.array(z.enum(happeningNames)).optional(),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    items: z.array(
      z.object({
        seq: z.number(),
        name: z.enum(happeningNames),
        data: z.record(z.string(), z.string()),
        at: instant,
      }),
    ),
    /** The number to go on from, also past what the caller may not see. */
    latest: z.number(),
  }),
  doors: [],

  async handle({ happenings }, { since, names = happeningNames, limit }) {
    const { items, latest } = await happenings.list({ since, names, limit });
    return {
      items: items.map(({ name, data, ...row }) => ({
        ...row,
        name: z.enum(happeningNames).parse(name),
        data: z.record(z.string(), z.string()).parse(data),
      })),
      latest,
    };
  },
});

import { z } from "zod";

/** The schema of a moment that PostgreSQL and RFC 3339 can both write: the years 1 to 9999. */
export const moment = z.coerce
  .date()
  .min(new Date("0001-01-01T00:00:00.000Z"), "Give a year from 0001 to 9999")
  .max(new Date("9999-12-31T23:59:59.999Z"), "Give a year from 0001 to 9999");

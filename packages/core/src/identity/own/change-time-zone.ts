import { z } from "zod";

import { identityOperation } from "../../operation/identity";
import { nothing } from "../../shapes";

/** Changes the time zone in which a person reads days and gets their digest. */
export const changeTimeZone = identityOperation("identity.change-time-zone", {
  title: "Change your time zone",
  input: z.object({
    userId: z.string(),
    timeZone: z.string().max(64).refine(isTimeZone, "Give a time zone such as Europe/Paris"),
  }),
  output: nothing,
  doors: ["web"],
  notAudited: "It changes only how its caller reads times.",

  handle: ({ db }, { userId, timeZone }) => db.identity.users.setTimeZone(userId, timeZone),
});

function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone }));
  } catch {
    return false;
  }
}

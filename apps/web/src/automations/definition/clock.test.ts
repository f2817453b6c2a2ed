import { expect, test } from "vitest";

import { clockOf, cronOf } from "./clock";

test.each(["0 8 * * *", "30 17 * * 1-5", "5 9 * * 3", "0 0 1 * *"])(
  "%s is read as a choice and written as it was",
  (cron) => {
    const clock = clockOf(cron);
    expect(clock.rhythm).not.toBe("own");
    expect(cronOf(clock)).toBe(cron);
  },
);

test.each([
  "*/5 * * * *",
  "0 8 2 * *",
  "0 8 * 1 *",
  "0 8 * * 1,2",
  "99 8 * * *",
  "",
  "0 8 * * * *",
])("“%s” stays as it is written", (cron) => expect(clockOf(cron).rhythm).toBe("own"));

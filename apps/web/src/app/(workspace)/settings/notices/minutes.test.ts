import { expect, test } from "vitest";

import { minuteOf, timeOf } from "./minutes";

test("a time is read as its minute of the day and written back", () => {
  for (const time of ["00:00", "07:05", "22:30", "23:59"])
    expect(timeOf(minuteOf(time) ?? -1)).toBe(time);
});

test("what is no time is none", () => {
  for (const time of ["", "24:00", "7:5", "12:60"]) expect(minuteOf(time)).toBeNull();
});

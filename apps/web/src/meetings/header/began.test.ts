import { expect, test } from "vitest";

import { begunAt, dayAndTime } from "./began";

test("a day without a time stays that day wherever the person is", () => {
  const beganAt = new Date("2026-03-09T00:00:00Z");
  expect(dayAndTime({ beganAt, isTimeKnown: false })).toEqual({ day: "2026-03-09", time: "" });
  expect(begunAt("2026-03-09", "")).toEqual({ beganAt, isTimeKnown: false });
});

test("a time is that of the person, and comes back as it was given", () => {
  const given = begunAt("2026-03-09", "09:05");
  expect(given.isTimeKnown).toBe(true);
  expect(dayAndTime(given)).toEqual({ day: "2026-03-09", time: "09:05" });
});

test("no day is no beginning", () => {
  expect(begunAt("", "10:00")).toEqual({ beganAt: null, isTimeKnown: false });
  expect(dayAndTime({ beganAt: null, isTimeKnown: false })).toEqual({ day: "", time: "" });
});

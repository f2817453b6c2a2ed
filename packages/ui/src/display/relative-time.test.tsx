// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { RelativeTime } from "./relative-time";

const now = new Date("2026-11-28T12:00:00Z");

beforeEach(() => void vi.useFakeTimers({ now }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const shown = () => screen.getByRole("time").textContent;

test.each([
  [0, "now"],
  [9, "now"],
  [50, "50 seconds ago"],
  [180, "3 minutes ago"],
  [7_200, "2 hours ago"],
  [86_400, "yesterday"],
  [-300, "in 5 minutes"],
  [30 * 86_400, "Oct 29, 2026"],
])("a moment %d seconds ago is shown as %j", (seconds, words) => {
  render(<RelativeTime at={ago(seconds)} />);
  expect(shown()).toBe(words);
});

test("it stays true while the page is open", () => {
  render(<RelativeTime at={ago(60)} />);
  expect(shown()).toBe("1 minute ago");
  act(() => vi.advanceTimersByTime(120_000));
  expect(shown()).toBe("3 minutes ago");
});

test("machines read the exact moment, from a text as well", () => {
  render(<RelativeTime at={ago(60).toISOString()} />);
  expect(screen.getByRole("time").getAttribute("datetime")).toBe(ago(60).toISOString());
});

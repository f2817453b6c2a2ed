// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { useCountdown } from "./use-countdown";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

function aCountdown() {
  const { result, unmount } = renderHook(() => useCountdown());
  return {
    unmount,
    left: () => result.current[0],
    wait: (seconds: number) => act(() => result.current[1](seconds)),
  };
}

test("there is nothing to wait for before it begins", () => {
  expect(aCountdown().left()).toBe(0);
});

test("it counts down to zero and stays there", () => {
  const { left, wait } = aCountdown();
  wait(3);
  expect(left()).toBe(3);
  pass(1_000);
  expect(left()).toBe(2);
  pass(1_900);
  expect(left()).toBe(1);
  pass(250);
  expect(left()).toBe(0);
  pass(60_000);
  expect(left()).toBe(0);
});

test("a part of a second counts as one", () => {
  const { left, wait } = aCountdown();
  wait(0.4);
  expect(left()).toBe(1);
});

test("a computer that slept comes back to the right number", () => {
  const { left, wait } = aCountdown();
  wait(60);
  vi.setSystemTime(Date.now() + 45_000);
  pass(250);
  expect(left()).toBe(15);
});

test("another wait replaces the first", () => {
  const { left, wait } = aCountdown();
  wait(10);
  pass(5_000);
  wait(30);
  expect(left()).toBe(30);
  pass(1_000);
  expect(left()).toBe(29);
});

test("no timer runs after the screen is gone", () => {
  const { wait, unmount } = aCountdown();
  wait(10);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Toaster, toast } from "./toast";

beforeEach(() => {
  vi.useFakeTimers();
  render(<Toaster label="Notices" />);
});

afterEach(async () => {
  await pass(60_000);
  cleanup();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function show(run: () => void) {
  act(run);
  await pass(20);
}

const isShown = (words: string) => screen.queryByText(words) !== null;
/** It fades out for a moment after its time. */
const fadeMs = 500;

test("a note leaves after four seconds", async () => {
  await show(() => toast.done("Saved"));
  await pass(3_900);
  expect(isShown("Saved")).toBe(true);
  await pass(100 + fadeMs);
  expect(isShown("Saved")).toBe(false);
});

test("what can be undone stays for eight seconds", async () => {
  await show(() => toast.done("Moved to trash", { label: "Undo", run: vi.fn() }));
  await pass(7_900);
  expect(isShown("Moved to trash")).toBe(true);
  await pass(100 + fadeMs);
  expect(isShown("Moved to trash")).toBe(false);
});

test("undo runs once and takes the toast away", async () => {
  const undo = vi.fn();
  await show(() => toast.done("Moved to trash", { label: "Undo", run: undo }));
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  await pass(fadeMs);
  expect(undo).toHaveBeenCalledTimes(1);
  expect(isShown("Moved to trash")).toBe(false);
});

test("a failure stays for ten seconds, with its reason", async () => {
  await show(() => toast.failed("That could not be done", "The disk is full."));
  await pass(9_900);
  expect(isShown("The disk is full.")).toBe(true);
  await pass(100 + fadeMs);
  expect(isShown("That could not be done")).toBe(false);
});

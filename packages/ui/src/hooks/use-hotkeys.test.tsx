// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { useHotkeys } from "./use-hotkeys";

const palette = vi.fn();
const library = vi.fn();
const down = vi.fn();
const help = vi.fn();
const enter = vi.fn();
const other = vi.fn();

function Part() {
  useHotkeys({ l: other });
  return null;
}

function Page() {
  useHotkeys({ "mod+k": palette, "g l": library, j: down, "?": help, Enter: enter });
  return (
    <>
      <Part />
      <input aria-label="Name" />
      <input aria-label="Select" type="checkbox" />
      <textarea aria-label="Note" />
      <div role="dialog">
        <button type="button">Close</button>
      </div>
      <button type="button">Page</button>
    </>
  );
}

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
  render(<Page />);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Returns false when the key was taken. */
const press = (key: string, change: object = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, ...change });

test.each([{ metaKey: true }, { ctrlKey: true }])("mod is %j", (held) => {
  expect(press("k", held)).toBe(false);
  expect(palette).toHaveBeenCalledTimes(1);
});

test("a key that does nothing is left to the browser", () => {
  expect(press("x")).toBe(true);
  expect(press("j", { ctrlKey: true })).toBe(true);
  expect(press("j", { altKey: true })).toBe(true);
  expect(press("k")).toBe(true);
  expect(down).not.toHaveBeenCalled();
  expect(palette).not.toHaveBeenCalled();
});

test("Enter presses the button that has the focus, and acts anywhere else", () => {
  expect(press("Enter", {}, screen.getByRole("button", { name: "Page" }))).toBe(true);
  expect(enter).not.toHaveBeenCalled();
  expect(press("Enter")).toBe(false);
  expect(enter).toHaveBeenCalledTimes(1);
});

test("capitals and signs are keys as well", () => {
  press("J");
  press("?", { shiftKey: true });
  expect(down).toHaveBeenCalledTimes(1);
  expect(help).toHaveBeenCalledTimes(1);
});

describe("two keys after one another", () => {
  test("do one thing", () => {
    press("g");
    press("l");
    expect(library).toHaveBeenCalledTimes(1);
  });

  test("do nothing when the second comes late", () => {
    press("g");
    vi.advanceTimersByTime(1_300);
    press("l");
    expect(library).not.toHaveBeenCalled();
  });

  test("do nothing when another key came between them", () => {
    press("g");
    press("x");
    press("l");
    expect(library).not.toHaveBeenCalled();
  });

  test("do nothing when the first belonged to the browser", () => {
    press("g", { ctrlKey: true });
    press("l");
    expect(library).not.toHaveBeenCalled();
  });
});

describe("while a person types", () => {
  test.each(["Name", "Note"])("single keys in %s are text", (label) => {
    press("j", {}, screen.getByLabelText(label));
    expect(down).not.toHaveBeenCalled();
  });

  test("keys with mod work all the same", () => {
    press("k", { ctrlKey: true }, screen.getByLabelText("Name"));
    expect(palette).toHaveBeenCalledTimes(1);
  });

  test("a checkbox is no text", () => {
    press("j", {}, screen.getByLabelText("Select"));
    expect(down).toHaveBeenCalledTimes(1);
  });
});

test("the page behind a dialog hears no single key", () => {
  press("j", {}, screen.getByRole("button", { name: "Close" }));
  expect(down).not.toHaveBeenCalled();
});

test("what another has taken is not done again", () => {
  const button = screen.getByRole("button", { name: "Page" });
  button.addEventListener("keydown", (event) => event.preventDefault());
  press("j", {}, button);
  expect(down).not.toHaveBeenCalled();
});

test("a screen that is gone hears nothing", () => {
  cleanup();
  press("j");
  expect(down).not.toHaveBeenCalled();
});

test("the end of a sequence is no key of its own in another part of the page", () => {
  press("l");
  expect(other).toHaveBeenCalledTimes(1);
  press("g");
  press("l");
  expect(library).toHaveBeenCalledTimes(1);
  expect(other).toHaveBeenCalledTimes(1);
});

// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { LoadMore } from "./load-more";

type Look = (entries: { isIntersecting: boolean }[]) => void;

/** The window of a person: it sees what the test says. */
let looks: Look[] = [];
const see = (isIntersecting: boolean) => {
  for (const look of looks) look([{ isIntersecting }]);
};

beforeEach(() => {
  looks = [];
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(private readonly look: Look) {}
      observe() {
        looks.push(this.look);
      }
      disconnect() {
        looks = looks.filter((look) => look !== this.look);
      }
    },
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("it asks for more when the end of the list comes into view, and not before", () => {
  const onLoad = vi.fn();
  render(<LoadMore label="More" loading={false} onLoad={onLoad} />);
  see(false);
  expect(onLoad).not.toHaveBeenCalled();
  see(true);
  expect(onLoad).toHaveBeenCalledTimes(1);
});

test("it does not ask while it loads, and asks again when the end is still in view", () => {
  const onLoad = vi.fn();
  const { rerender } = render(<LoadMore label="More" loading onLoad={onLoad} />);
  see(true);
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  expect(onLoad).not.toHaveBeenCalled();
  rerender(<LoadMore label="More" loading={false} onLoad={onLoad} />);
  see(true);
  expect(onLoad).toHaveBeenCalledTimes(1);
});

test("it asks for the next page, not for the one of the first render", () => {
  const first = vi.fn();
  const second = vi.fn();
  const { rerender } = render(<LoadMore label="More" loading={false} onLoad={first} />);
  rerender(<LoadMore label="More" loading={false} onLoad={second} />);
  see(true);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledTimes(1);
});

test("people who do not scroll have a button", () => {
  const onLoad = vi.fn();
  render(<LoadMore label="More" loading={false} onLoad={onLoad} />);
  fireEvent.click(screen.getByRole("button", { name: "More" }));
  expect(onLoad).toHaveBeenCalledTimes(1);
});

test("a list that is gone asks for nothing", () => {
  const onLoad = vi.fn();
  render(<LoadMore label="More" loading={false} onLoad={onLoad} />);
  cleanup();
  see(true);
  expect(onLoad).not.toHaveBeenCalled();
});

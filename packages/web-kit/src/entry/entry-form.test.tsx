// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";

import { EntryForm } from "./entry-form";

afterEach(cleanup);

const aForm = (change: Partial<Parameters<typeof EntryForm>[0]> = {}) => (
  <EntryForm title="Join" submitLabel="Go" isBusy={false} onSubmit={vi.fn()} {...change}>
    <input name="name" defaultValue="Ada " />
  </EntryForm>
);

test("it reads its fields as they were typed; a field that is not there is empty", () => {
  const onSubmit = vi.fn();
  render(aForm({ onSubmit: (read) => onSubmit(read("name"), read("other")) }));
  fireEvent.click(screen.getByRole("button", { name: "Go" }));
  expect(onSubmit).toHaveBeenCalledExactlyOnceWith("Ada ", "");
});

test("it cannot be sent twice", () => {
  const onSubmit = vi.fn();
  render(aForm({ onSubmit, isBusy: true }));
  fireEvent.click(screen.getByRole("button", { name: "Go" }));
  expect(onSubmit).not.toHaveBeenCalled();
});

test("a refusal is announced, with what to do", () => {
  render(aForm({ problem: { message: "It is used up.", hint: "Ask for another." } }));
  expect(screen.getByRole("alert").textContent).toBe("It is used up.Ask for another.");
});

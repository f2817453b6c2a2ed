// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";

import { Field } from "./field";
import { Input } from "./input";

afterEach(cleanup);

function anInput(given: { hint?: string; error?: string | null }) {
  render(
    <Field label="Email" {...given}>
      {(control) => <Input {...control} />}
    </Field>,
  );
  const input = screen.getByLabelText("Email");
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  return { input, words: described.map((id) => document.getElementById(id)?.textContent) };
}

test("the label names its control, and nothing describes it that is not there", () => {
  const { input, words } = anInput({});
  expect(words).toEqual([]);
  expect(input.hasAttribute("aria-invalid")).toBe(false);
});

test("hint and error describe the control, and an error marks it and is announced", () => {
  const { input, words } = anInput({ hint: "Of your company", error: "No such domain" });
  expect(words).toEqual(["Of your company", "No such domain"]);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect(screen.getByRole("alert").textContent).toBe("No such domain");
});

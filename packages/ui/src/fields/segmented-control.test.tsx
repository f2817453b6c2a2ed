// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { SegmentedControl } from "./segmented-control";

afterEach(cleanup);

function aControl() {
  const onChange = vi.fn();
  const options = ["day", "week"].map((value) => ({ value, label: value }));
  render(<SegmentedControl label="Range" value="day" options={options} onChange={onChange} />);
  return onChange;
}

test("it reports another choice", async () => {
  const onChange = aControl();
  await userEvent.click(screen.getByRole("radio", { name: "week" }));
  expect(onChange).toHaveBeenCalledExactlyOnceWith("week");
});

test("the choice cannot be taken away by choosing it again", async () => {
  const onChange = aControl();
  await userEvent.click(screen.getByRole("radio", { name: "day" }));
  expect(onChange).not.toHaveBeenCalled();
  expect(screen.getByRole("radio", { name: "day" }).getAttribute("aria-checked")).toBe("true");
});

test("it is reached and moved by keys", async () => {
  const onChange = aControl();
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard("{ArrowRight}{Enter}");
  expect(onChange).toHaveBeenCalledExactlyOnceWith("week");
});

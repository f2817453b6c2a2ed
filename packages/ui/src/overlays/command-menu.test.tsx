// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { type CommandGroup, CommandMenu } from "./command-menu";

afterEach(cleanup);

const run = vi.fn();
const onQueryChange = vi.fn();
const onOpenChange = vi.fn();
beforeEach(() => vi.clearAllMocks());

const aGroup = (heading: string, ...ids: string[]): CommandGroup => ({
  heading,
  items: ids.map((id) => ({ id, label: `Go to ${id}`, run: () => run(id) })),
});

function aMenu(groups: readonly CommandGroup[]) {
  return (
    <CommandMenu
      open
      onOpenChange={onOpenChange}
      label="Everything"
      placeholder="Search"
      emptyText="Nothing fits"
      query=""
      onQueryChange={onQueryChange}
      groups={groups}
    />
  );
}

const chosen = () => screen.getByRole("option", { selected: true }).textContent;

test("Enter runs the first item, and the arrows go round", async () => {
  const user = userEvent.setup();
  render(aMenu([aGroup("Pages", "home", "library"), aGroup("Documents", "doc_1")]));
  expect(document.activeElement?.getAttribute("placeholder")).toBe("Search");
  await user.keyboard("{Enter}{ArrowDown}{Enter}{ArrowDown}{Enter}{ArrowDown}{Enter}");
  expect(run.mock.calls.flat()).toEqual(["home", "library", "doc_1", "home"]);
});

test("it passes on what is typed and shows what it is given, unfiltered", async () => {
  const user = userEvent.setup();
  render(aMenu([aGroup("Pages", "home")]));
  await user.keyboard("x");
  expect(onQueryChange).toHaveBeenCalledExactlyOnceWith("x");
  expect(screen.getAllByRole("option")).toHaveLength(1);
});

test("the first item is chosen again when other items come in", () => {
  const { rerender } = render(aMenu([aGroup("Pages", "home", "library")]));
  rerender(aMenu([aGroup("Documents", "doc_1"), aGroup("Pages", "home", "library")]));
  expect(chosen()).toBe("Go to doc_1");
});

test("a person's choice stays when items are added below", async () => {
  const user = userEvent.setup();
  const { rerender } = render(aMenu([aGroup("Pages", "home", "library")]));
  await user.keyboard("{ArrowDown}");
  rerender(aMenu([aGroup("Pages", "home", "library"), aGroup("Documents", "doc_1")]));
  expect(chosen()).toBe("Go to library");
});

test("it says so when nothing fits", () => {
  render(aMenu([]));
  expect(screen.getByText("Nothing fits")).toBeDefined();
});

test("Escape closes it", async () => {
  const user = userEvent.setup();
  render(aMenu([aGroup("Pages", "home")]));
  await user.keyboard("{Escape}");
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
});

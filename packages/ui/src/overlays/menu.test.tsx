// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Menu, MenuCheckboxItem, MenuItem } from "./menu";

afterEach(cleanup);

const rename = vi.fn();
const trash = vi.fn();
const check = vi.fn();
beforeEach(() => vi.clearAllMocks());

async function openedByKey() {
  const user = userEvent.setup();
  render(
    <Menu trigger={<button type="button">More</button>}>
      <MenuItem onSelect={rename}>Rename</MenuItem>
      <MenuItem disabled onSelect={trash}>
        Trash
      </MenuItem>
      <MenuCheckboxItem checked={false} onCheckedChange={check} count={3}>
        Invoices
      </MenuCheckboxItem>
    </Menu>,
  );
  await user.tab();
  await user.keyboard("{Enter}");
  return user;
}

const focused = () => document.activeElement?.textContent;

test("Enter on its button opens it with the first item focused", async () => {
  await openedByKey();
  expect(screen.getByRole("menu")).toBeDefined();
  await vi.waitFor(() => expect(focused()).toBe("Rename"));
});

test("arrow keys and letters move over what can be chosen", async () => {
  const user = await openedByKey();
  await user.keyboard("{ArrowDown}");
  expect(focused()).toBe("Invoices3");
  await user.keyboard("{Home}");
  expect(focused()).toBe("Rename");
  await user.keyboard("i");
  await vi.waitFor(() => expect(focused()).toBe("Invoices3"));
});

test("Enter chooses, closes it and returns the focus", async () => {
  const user = await openedByKey();
  await user.keyboard("{Enter}");
  expect(rename).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("menu")).toBeNull();
  await vi.waitFor(() => expect(focused()).toBe("More"));
});

test("what is on or off is switched without closing it", async () => {
  const user = await openedByKey();
  await user.keyboard("{ArrowDown}{Enter}");
  expect(check).toHaveBeenCalledExactlyOnceWith(true);
  expect(screen.getByRole("menuitemcheckbox").getAttribute("aria-checked")).toBe("false");
  expect(screen.getByRole("menu")).toBeDefined();
});

test("Escape closes it without choosing", async () => {
  const user = await openedByKey();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect([rename, trash, check].some(({ mock }) => mock.calls.length > 0)).toBe(false);
});

test("something else can open it, such as a key of the page", async () => {
  const opened = vi.fn();
  const menu = (isOpen: boolean) => (
    <Menu open={isOpen} onOpenChange={opened} trigger={<button type="button">More</button>}>
      <MenuItem onSelect={rename}>Rename</MenuItem>
    </Menu>
  );
  const { rerender } = render(menu(false));
  expect(screen.queryByRole("menu")).toBeNull();

  rerender(menu(true));
  expect(screen.getByRole("menu")).toBeDefined();
  await userEvent.setup().keyboard("{Escape}");
  expect(opened).toHaveBeenCalledWith(false);
});

// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test, vi } from "vitest";

import { Dialog } from "./dialog";

afterEach(cleanup);

function Page({ onOpenChange = vi.fn() }: { onOpenChange?: (open: boolean) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setIsOpen(true)}>
        Delete
      </button>
      <Dialog
        open={isOpen}
        onOpenChange={(open) => {
          setIsOpen(open);
          onOpenChange(open);
        }}
        title="Delete it?"
        description="It is gone then."
        closeLabel="Close"
        actions={<button type="button">Yes</button>}
      >
        <input aria-label="Reason" />
      </Dialog>
    </>
  );
}

async function opened(onOpenChange?: (open: boolean) => void) {
  const user = userEvent.setup();
  render(<Page {...(onOpenChange && { onOpenChange })} />);
  await user.click(screen.getByRole("button", { name: "Delete" }));
  return user;
}

test("it has its title as its name and says what it is about", async () => {
  await opened();
  const dialog = screen.getByRole("dialog", { name: "Delete it?" });
  const described = dialog.getAttribute("aria-describedby");
  expect(document.getElementById(described ?? "")?.textContent).toBe("It is gone then.");
});

test("the focus goes into it and stays there", async () => {
  const user = await opened();
  const dialog = screen.getByRole("dialog");
  const reached = new Set<string>();
  for (let n = 0; n < 5; n += 1) {
    expect(dialog.contains(document.activeElement)).toBe(true);
    reached.add(document.activeElement?.getAttribute("aria-label") ?? "Yes");
    await user.tab();
  }
  expect([...reached].sort()).toEqual(["Close", "Reason", "Yes"]);
});

test("Escape closes it, and the focus goes back to what opened it", async () => {
  const onOpenChange = vi.fn();
  const user = await opened(onOpenChange);
  await user.keyboard("{Escape}");
  expect(onOpenChange).toHaveBeenCalledExactlyOnceWith(false);
  expect(screen.queryByRole("dialog")).toBeNull();
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe("Delete"));
});

test("its button closes it", async () => {
  const user = await opened();
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(screen.queryByRole("dialog")).toBeNull();
});

"use client";

import { Button } from "@besunny/ui/buttons/button";
import { CommandMenu } from "@besunny/ui/overlays/command-menu";
import { Dialog } from "@besunny/ui/overlays/dialog";
import { Sheet } from "@besunny/ui/overlays/sheet";
import { ShortcutsDialog } from "@besunny/ui/overlays/shortcuts-dialog";
import { Tooltip } from "@besunny/ui/overlays/tooltip";
import { House, Search } from "lucide-react";
import { useState } from "react";

import { Specimen } from "./specimen";

type Open = "dialog" | "right" | "bottom" | "command" | "keys" | null;

export function Overlays() {
  const [open, setOpen] = useState<Open>(null);
  const [query, setQuery] = useState("");
  const close = () => setOpen(null);

  return (
    <Specimen name="Dialog, Sheet, CommandMenu, ShortcutsDialog, Tooltip">
      <Button onClick={() => setOpen("dialog")}>Dialog</Button>
      <Button onClick={() => setOpen("right")}>Sheet, right</Button>
      <Button onClick={() => setOpen("bottom")}>Sheet, bottom</Button>
      <Button onClick={() => setOpen("command")}>CommandMenu</Button>
      <Button onClick={() => setOpen("keys")}>ShortcutsDialog</Button>
      <Tooltip content="Words on hover and focus" shortcut="t">
        <Button>Tooltip</Button>
      </Tooltip>
      <Dialog
        open={open === "dialog"}
        onOpenChange={close}
        title="Delete 3 documents for good"
        description="This cannot be undone."
        closeLabel="Close"
        actions={
          <>
            <Button onClick={close}>Keep</Button>
            <Button variant="danger" onClick={close}>
              Delete
            </Button>
          </>
        }
      />
      <Sheet open={open === "right"} onOpenChange={close} title="About" closeLabel="Close">
        <p className="p-4">A panel beside the page.</p>
      </Sheet>
      <Sheet
        open={open === "bottom"}
        onOpenChange={close}
        title="More"
        closeLabel="Close"
        side="bottom"
      >
        <p className="p-4">A panel of narrow screens.</p>
      </Sheet>
      <CommandMenu
        open={open === "command"}
        onOpenChange={close}
        label="Commands"
        placeholder="Search or ask"
        emptyText="Nothing fits"
        query={query}
        onQueryChange={setQuery}
        groups={[
          {
            heading: "Go to",
            items: [
              { id: "home", label: "Home", icon: <House />, shortcut: "g h", run: close },
              { id: "search", label: "Search", icon: <Search />, shortcut: "g s", run: close },
            ],
          },
        ]}
      />
      <ShortcutsDialog
        open={open === "keys"}
        onOpenChange={close}
        title="Keyboard shortcuts"
        closeLabel="Close"
        groups={[{ heading: "Everywhere", keys: [{ keys: ["⌘K"], does: "Search or ask" }] }]}
      />
    </Specimen>
  );
}

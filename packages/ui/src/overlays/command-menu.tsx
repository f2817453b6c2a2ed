"use client";

import { Command } from "cmdk";
import { Dialog as Primitive } from "radix-ui";
import { type ReactNode, useEffect, useState } from "react";

import { Kbd } from "../display/kbd";

export type CommandGroup = {
  heading: string;
  items: readonly {
    id: string;
    label: string;
    icon?: ReactNode;
    shortcut?: string;
    hint?: string;
    run: () => void;
  }[];
};

/** Offers commands by key: type, choose with the arrows, Enter. It shows all given `groups`; the caller filters them by `query`. */
export function CommandMenu({
  open,
  onOpenChange,
  label,
  placeholder,
  emptyText,
  query,
  onQueryChange,
  groups,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  label: string;
  placeholder: string;
  emptyText: string;
  query: string;
  onQueryChange: (query: string) => void;
  groups: readonly CommandGroup[];
}) {
  const first = groups[0]?.items[0]?.id ?? "";
  const [chosen, setChosen] = useState(first);
  // Late results must not leave the old choice selected: a new first item is selected at once.
  useEffect(() => setChosen(first), [first]);

  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Primitive.Content
          aria-describedby={undefined}
          className="fixed top-[10vh] left-1/2 z-50 w-[min(38rem,calc(100vw-1.5rem))] -translate-x-1/2 animate-fade overflow-hidden rounded-lg border border-n6 bg-raised shadow-raised"
        >
          <Primitive.Title className="sr-only">{label}</Primitive.Title>
          <Command label={label} shouldFilter={false} value={chosen} onValueChange={setChosen} loop>
            <Command.Input
              value={query}
              onValueChange={onQueryChange}
              placeholder={placeholder}
              className="h-12 w-full border-n6 border-b bg-transparent px-4 text-lg outline-none placeholder:text-n10"
            />
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-6 text-center text-n11">{emptyText}</Command.Empty>
              {groups.map((group) => (
                <CommandGroupView key={group.heading} group={group} />
              ))}
            </Command.List>
          </Command>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

function CommandGroupView({ group }: { group: CommandGroup }) {
  return (
    <Command.Group
      heading={group.heading}
      className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-n11 [&_[cmdk-group-heading]]:text-xs"
    >
      {group.items.map((item) => (
        <Command.Item
          key={item.id}
          value={item.id}
          onSelect={item.run}
          className="flex min-h-9 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-n4"
        >
          <span className="text-n11 [&_svg]:size-4">{item.icon}</span>
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.hint && <span className="truncate text-n11 text-xs">{item.hint}</span>}
          {item.shortcut && <Kbd>{item.shortcut}</Kbd>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

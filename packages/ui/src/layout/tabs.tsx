"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ReactNode } from "react";

import { classNames } from "../class-names";

export type Tab = { value: string; label: string; count?: number | undefined; content: ReactNode };

/** Views of one thing, side by side; arrow keys move between them. */
export function Tabs({
  label,
  tabs,
  value,
  onChange,
  className,
  listClassName,
}: {
  label: string;
  tabs: readonly Tab[];
  value: string;
  onChange: (value: string) => void;
  className?: string;
  listClassName?: string;
}) {
  return (
    <Primitive.Root value={value} onValueChange={onChange} className={className}>
      <Primitive.List
        aria-label={label}
        className={classNames("flex gap-4 overflow-x-auto border-n6 border-b", listClassName)}
      >
        {tabs.map((tab) => (
          <Primitive.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px inline-flex h-9 shrink-0 items-center gap-1.5 border-transparent border-b-2 text-n11 transition-colors -outline-offset-2 hover:text-n12 data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-n12"
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="text-n11 text-xs tabular-nums">{tab.count}</span>
            )}
          </Primitive.Trigger>
        ))}
      </Primitive.List>
      {tabs.map((tab) => (
        <Primitive.Content key={tab.value} value={tab.value} className="-outline-offset-2">
          {tab.content}
        </Primitive.Content>
      ))}
    </Primitive.Root>
  );
}

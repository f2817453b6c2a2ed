"use client";

import { Kbd } from "../display/kbd";
import { Dialog } from "./dialog";

export type ShortcutGroup = { heading: string; keys: readonly { keys: string[]; does: string }[] };

/** The keys of this screen, opened by `?`. */
export function ShortcutsDialog({
  open,
  onOpenChange,
  title,
  closeLabel,
  groups,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  closeLabel: string;
  groups: readonly ShortcutGroup[];
}) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} closeLabel={closeLabel}>
      <div className="flex flex-col gap-5">
        {groups.map((group) => (
          <section key={group.heading}>
            <h3 className="mb-1 text-n11 text-xs">{group.heading}</h3>
            <dl>
              {group.keys.map(({ keys, does }) => (
                <div key={does} className="flex min-h-8 items-center justify-between gap-4">
                  <dt>{does}</dt>
                  <dd className="flex gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

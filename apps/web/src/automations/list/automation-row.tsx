"use client";

import type { Outputs } from "@besunny/api/browser/outputs";
import { RelativeTime } from "@besunny/ui/display/relative-time";
import { Link } from "@besunny/web-kit/link";

import { AutomationMenu } from "./automation-menu";
import { StateBadge } from "./state-badge";

type Automation = Outputs["automations"]["list"]["items"][number];

/** An automation in the list: its state, whose it is, and what it does as a sentence. */
export function AutomationRow({ automation }: { automation: Automation }) {
  const { id, name, owner, sentence, updatedAt } = automation;

  return (
    <li className="relative flex items-start gap-3 border-n5 border-b px-4 py-3 transition-colors hover:bg-n3 has-[a:focus-visible]:bg-n3">
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/automations/${id}`}
            data-row
            className="min-w-0 truncate font-medium before:absolute before:inset-0"
          >
            <bdi>{name}</bdi>
          </Link>
          <StateBadge automation={automation} />
        </div>
        <p className="mt-0.5 line-clamp-2 max-w-[75ch] text-n11">
          {sentence.replace(/(?<!\{)\{\w+\}(?!\})/g, "…")}
        </p>
        <p className="mt-1 text-n11 text-xs">
          {owner && (
            <>
              <bdi>{owner.name}</bdi>
              {" · "}
            </>
          )}
          <RelativeTime at={updatedAt} />
        </p>
      </div>
      <div className="relative">
        <AutomationMenu automation={automation} />
      </div>
    </li>
  );
}

"use client";

import { SegmentedControl } from "@besunny/ui/fields/segmented-control";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { focusRowSoon } from "~/documents/row-focus";
import { MeetingHeader } from "./header/meeting-header";
import type { Meeting } from "./meeting";
import { FindingsPanel } from "./panel/findings-panel";
import { PanelProvider } from "./panel/panel-context";
import { Transcript } from "./transcript/transcript";
import { useMeetingKeys } from "./use-meeting-keys";
import { useMeetingPlace } from "./use-meeting-place";

/** The two sides of a meeting: beside each other where there is room, one at a time on narrow screens. */
export function OpenMeeting({ meeting }: { meeting: Meeting }) {
  const t = useTranslations("meetings");
  const { place } = useMeetingPlace();
  const [side, setSide] = useState<"found" | "said">(place.turn ? "said" : "found");
  const [editing, setEditing] = useState<string | null>(null);
  useMeetingKeys(meeting, setEditing);
  const edit = (id: string | null) => {
    setEditing(id);
    if (id === null && editing) focusRowSoon(editing);
  };

  return (
    <div className="flex h-[calc(100dvh-3.5rem)] flex-col md:h-dvh">
      <MeetingHeader meeting={meeting} />
      <div className="flex justify-center border-b p-1.5 lg:hidden">
        <SegmentedControl
          label={t("side")}
          value={side}
          options={[
            { value: "found", label: t("found_side") },
            { value: "said", label: t("transcript") },
          ]}
          onChange={(next) => setSide(next === "said" ? "said" : "found")}
        />
      </div>
      <div className="flex min-h-0 flex-1">
        <div className={`min-h-0 min-w-0 flex-1 ${side === "said" ? "flex" : "hidden"} lg:flex`}>
          <Transcript meeting={meeting} />
        </div>
        <aside
          aria-label={t("found_side")}
          className={`min-h-0 min-w-0 flex-1 overflow-y-auto lg:w-[28rem] lg:flex-none lg:border-l xl:w-[34rem] ${side === "found" ? "block" : "hidden"} lg:block`}
        >
          <PanelProvider
            meeting={meeting}
            editing={editing}
            onEdit={edit}
            onGo={() => setSide("said")}
          >
            <FindingsPanel meeting={meeting} />
          </PanelProvider>
        </aside>
      </div>
    </div>
  );
}

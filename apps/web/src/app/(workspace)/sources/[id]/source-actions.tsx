"use client";

import { can } from "@besunny/api/browser/policy";
import { Button } from "@besunny/ui/buttons/button";
import { Tooltip } from "@besunny/ui/overlays/tooltip";
import { Link } from "@besunny/web-kit/link";
import {
  Eye,
  ListFilter,
  Pause,
  Play,
  PlugZap,
  Scale,
  SlidersHorizontal,
  Trash2,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useShell } from "~/shell/shell-context";
import type { Source } from "~/sources/source";
import type { ShownState } from "~/sources/source-state";
import { useSourceVerbs } from "~/sources/use-source-verbs";

import { RemoveSource } from "./remove-source";

/** Offers the actions that fit the state of the source. */
export function SourceActions({ source, state }: { source: Source; state: ShownState }) {
  const t = useTranslations("sources");
  const { role } = useShell();
  const verbs = useSourceVerbs(source);
  const [isRemoving, setRemoving] = useState(false);
  const { id, isMine, stateReason } = source;
  const mayChange = can(role, "source.manage") && (isMine || can(role, "source.manageAll"));
  const isStopped = state === "stopped";
  const asksForAccount = stateReason === "reconnect" || stateReason === "scope-missing";

  return (
    <div className="flex flex-wrap gap-2">
      {mayChange && isStopped && isMine && asksForAccount && (
        <Button asChild variant="primary">
          <Link href={`/settings/connections#${source.connectionId}`}>
            <PlugZap aria-hidden />
            {t("reconnect")}
          </Link>
        </Button>
      )}
      {mayChange && (state === "paused" || (isStopped && !asksForAccount)) && (
        <Button
          variant="primary"
          icon={<Play aria-hidden />}
          disabled={verbs.isBusy}
          onClick={verbs.resume}
        >
          {t("resume")}
        </Button>
      )}
      {mayChange && source.state === "live" && (
        <>
          <Button icon={<Eye aria-hidden />} disabled={verbs.isBusy} onClick={verbs.look}>
            {t("lookNow")}
          </Button>
          <Tooltip content={t("compareHint")}>
            <Button icon={<Scale aria-hidden />} disabled={verbs.isBusy} onClick={verbs.compare}>
              {t("compareNow")}
            </Button>
          </Tooltip>
        </>
      )}
      {mayChange && (source.state === "live" || source.state === "listing") && (
        <Button icon={<Pause aria-hidden />} disabled={verbs.isBusy} onClick={verbs.pause}>
          {t("pause")}
        </Button>
      )}
      <Button asChild>
        <Link href={`/sources/${id}/items`}>
          <ListFilter aria-hidden />
          {t("items")}
        </Link>
      </Button>
      {mayChange && isMine && (
        <Button asChild>
          <Link href={`/sources/${id}/change`}>
            <SlidersHorizontal aria-hidden />
            {t("change")}
          </Link>
        </Button>
      )}
      {can(role, "source.manageAll") && source.visibility === "source" && (
        <Button asChild>
          <Link href={`/sources/${id}/people`}>
            <Users aria-hidden />
            {t("people")}
          </Link>
        </Button>
      )}
      {mayChange && (
        <Button variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => setRemoving(true)}>
          {t("remove")}
        </Button>
      )}
      {isRemoving && <RemoveSource source={source} onClose={() => setRemoving(false)} />}
    </div>
  );
}

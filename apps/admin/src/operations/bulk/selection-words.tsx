"use client";

import { Link } from "@besunny/web-kit/link";
import { useTranslations } from "next-intl";

import { functionName } from "../function-name";
import { useRunSetting } from "../kept-here";
import { runsHref } from "../runs/run-filters";

import type { Operation } from "./operation";

/** Which runs an operation is of, in words; opens those that fit now. */
export function SelectionWords({ operation }: { operation: Operation }) {
  const t = useTranslations("bulk");
  const ts = useTranslations("runState");
  const { workspaceName } = useRunSetting();
  const { runIds, filter } = operation;
  if (runIds.length > 0) return t("chosen", { count: runIds.length });

  const words = [
    filter.states?.map((state) => ts(state)).join(", "),
    filter.functionId && functionName(filter.functionId),
    filter.workspaceId && workspaceName(filter.workspaceId),
    filter.fingerprint?.slice(0, 8),
  ].filter(Boolean);
  return (
    <Link
      href={runsHref({
        state: filter.states ?? null,
        function: filter.functionId ?? null,
        workspace: filter.workspaceId ?? null,
        fingerprint: filter.fingerprint ?? null,
        from: filter.from ?? null,
        to: filter.to ?? null,
      })}
      className="underline underline-offset-2"
    >
      {words.length > 0 ? words.join(" · ") : t("all")}
    </Link>
  );
}

"use client";

import { RelativeTime } from "@besunny/ui/display/relative-time";
import { useTranslations } from "next-intl";

import { Panel } from "../panel";
import { useReleases } from "./use-releases";
import { useSentences } from "./use-sentences";

/** Which release decided from when on, and why. */
export function ChangeList() {
  const t = useTranslations("releases");
  const tell = useSentences();
  const { changes, nameOf } = useReleases();
  if (changes.length === 0) return null;
  return (
    <Panel title={t("changes")} hint={t("changesHint")}>
      <ul aria-label={t("changes")}>
        {changes.map(({ id, releaseId, kind, reason, byId, createdAt }) => (
          <li key={id} className="border-n5 border-b py-2 last:border-0">
            <p>
              {t(`change_${kind}`, { release: nameOf(releaseId) })}{" "}
              <span className="text-n11 text-sm">
                <RelativeTime at={createdAt} />
              </span>
            </p>
            {reason && (
              <p dir="auto" className="break-words text-n11 text-sm">
                {byId === null ? tell(reason) : reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

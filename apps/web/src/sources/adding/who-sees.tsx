"use client";

import {
  type SourceKind,
  type SourceVisibility,
  sourceVisibilities,
} from "@besunny/api/browser/vocabulary";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { useTRPC } from "@besunny/web-kit/trpc/client";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";

/** The kinds whose items have people of their own at the source. */
const shared: readonly SourceKind[] = ["drive", "onedrive", "sharepoint", "dropbox"];

/** Names the people who will see what comes, in a sentence that names them. */
export function WhoSees({
  kind,
  seen,
  projectIds,
  onChange,
}: {
  kind: SourceKind;
  seen: SourceVisibility;
  projectIds: readonly string[];
  onChange: (next: { seen?: SourceVisibility; projects?: string[] }) => void;
}) {
  const t = useTranslations("addSource");
  const name = useId();
  const offered = sourceVisibilities.filter((each) => each !== "source" || shared.includes(kind));

  return (
    <fieldset>
      <legend className="font-semibold text-lg">{t("who")}</legend>
      <div className="mt-2 flex flex-col gap-2">
        {offered.map((each) => (
          <div key={each}>
            <label className="flex items-start gap-2.5">
              <input
                type="radio"
                name={name}
                checked={seen === each}
                onChange={() => onChange({ seen: each })}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span>{t(`who_${each}`)}</span>
            </label>
            {seen === each && each !== "filed" && (
              <p className="ml-6.5 text-n11 text-sm">{t(`whoHint_${each}`)}</p>
            )}
            {seen === each && each === "filed" && (
              <Projects
                chosen={projectIds}
                onChange={(projects) => onChange({ projects: [...projects] })}
              />
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Projects({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (projectIds: readonly string[]) => void;
}) {
  const t = useTranslations("addSource");
  const trpc = useTRPC();
  const format = useFormatter();
  const projects = useQuery(trpc.projects.list.queryOptions({}));
  const all = projects.data?.items ?? [];
  const names = all.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);

  return (
    <div className="ml-6.5">
      <p className="text-n11 text-sm">
        {chosen.length === 0
          ? t("whoHint_filedNowhere")
          : t("whoHint_filed", { names: format.list(names) })}
      </p>
      {projects.data && all.length === 0 && (
        <p className="mt-1 text-n11 text-sm">{t("noProjects")}</p>
      )}
      {all.length > 0 && (
        <ul
          aria-label={t("projects")}
          className="mt-1 max-h-48 overflow-y-auto rounded-md border border-n6 p-2"
        >
          {all.map(({ id, name }) => (
            <li key={id} className="flex min-h-8 items-center gap-2">
              <Checkbox
                label={name}
                checked={chosen.includes(id)}
                onCheckedChange={(isOn) =>
                  onChange(isOn === true ? [...chosen, id] : chosen.filter((each) => each !== id))
                }
              />
              <bdi aria-hidden>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

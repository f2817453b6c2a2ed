"use client";

import { Table, TableCell, TableHead, TableRow } from "@besunny/ui/layout/table";
import { useFormatter, useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";

import { labelParsers } from "./place";

/** The number of labels of each type, source, person or week. One narrows the list below to itself. */
export function LabelGroups({
  part,
  groups,
}: {
  part: "value" | "source" | "by" | "week";
  groups: readonly { key: string; name: string; count: number }[];
}) {
  const t = useTranslations("labels");
  const format = useFormatter();
  const [place, setPlace] = useQueryStates(labelParsers, { history: "push" });
  return (
    <section aria-label={t(`by_${part}`)}>
      <h2 className="font-semibold">{t(`by_${part}`)}</h2>
      <div className="max-h-80 overflow-y-auto">
        <Table label={t(`by_${part}`)}>
          <thead>
            <tr>
              <TableHead>{t(part)}</TableHead>
              <TableHead numeric>{t("labels")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, name, count }) => {
              const isChosen = place[part] === key;
              return (
                <TableRow key={key}>
                  <TableCell className="max-w-40 truncate">
                    <button
                      type="button"
                      aria-pressed={isChosen}
                      className="underline underline-offset-2 aria-pressed:font-semibold"
                      onClick={() => void setPlace({ [part]: isChosen ? null : key })}
                    >
                      <bdi>{name}</bdi>
                    </button>
                  </TableCell>
                  <TableCell numeric>{format.number(count)}</TableCell>
                </TableRow>
              );
            })}
          </tbody>
        </Table>
      </div>
    </section>
  );
}

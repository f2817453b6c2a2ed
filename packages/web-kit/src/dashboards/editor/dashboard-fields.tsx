"use client";

import { type DashboardDraft, rangePresets } from "@besunny/api/browser/dashboards";
import { comparisons } from "@besunny/api/browser/figures";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";

/** The title and the description of a dashboard, and the range with which it opens. */
export function DashboardFields({
  draft,
  onChange,
}: {
  draft: DashboardDraft;
  onChange: (next: Partial<DashboardDraft>) => void;
}) {
  const t = useTranslations("dashboards");
  const { title, description, content } = draft;

  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-[2fr_3fr_auto_auto]">
      <Field label={t("titleField")} error={title.trim() === "" ? t("titleMissing") : null}>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            value={title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("descriptionField")}>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("opensWith")}>
        {({ id }) => (
          <Select
            id={id}
            label={t("opensWith")}
            value={content.range}
            options={rangePresets.map((value) => ({ value, label: t(`range_${value}`) }))}
            onChange={(next) =>
              onChange({
                content: {
                  ...content,
                  range: rangePresets.find((each) => each === next) ?? content.range,
                },
              })
            }
          />
        )}
      </Field>
      <Field label={t("compare")}>
        {({ id }) => (
          <Select
            id={id}
            label={t("compare")}
            value={content.compare}
            options={comparisons.map((value) => ({ value, label: t(`compare_${value}`) }))}
            onChange={(next) =>
              onChange({
                content: {
                  ...content,
                  compare: comparisons.find((each) => each === next) ?? content.compare,
                },
              })
            }
          />
        )}
      </Field>
    </div>
  );
}

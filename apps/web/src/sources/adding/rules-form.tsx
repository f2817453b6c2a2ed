"use client";

import type { SourceKind } from "@besunny/api/browser/vocabulary";
import { Checkbox } from "@besunny/ui/fields/checkbox";
import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";
import { useId } from "react";

import type { Rules } from "./choice";
import { dayOf, kindsOf, listOf, mediaTypesOf, textOf } from "./rule-texts";

const MB = 1_000_000;
const mailKinds: readonly SourceKind[] = ["gmail", "outlook", "imap"];

/** The rules of a source. Each changes the dry run once its field is left. */
export function RulesForm({
  kind,
  rules,
  onChange,
}: {
  kind: SourceKind;
  rules: Rules;
  onChange: (rules: Rules) => void;
}) {
  const t = useTranslations("addSource");
  const titleId = useId();
  const isMail = mailKinds.includes(kind);
  const set = (next: Partial<Rules>) => onChange({ ...rules, ...next });

  return (
    <details open={Object.keys(rules).length > 0} className="group">
      <summary className="w-fit cursor-pointer rounded-sm">
        <h2 id={titleId} className="inline font-semibold text-lg">
          {t("rules")}
        </h2>
      </summary>
      <p className="mt-0.5 text-n11">{t("rulesHint")}</p>
      <fieldset aria-labelledby={titleId} className="mt-3 grid gap-4 sm:grid-cols-2">
        <Words
          label={t("include")}
          value={rules.include}
          onChange={(include) => set({ include })}
        />
        <Words
          label={t("exclude")}
          value={rules.exclude}
          onChange={(exclude) => set({ exclude })}
        />
        <p className="text-n11 text-xs sm:col-span-2">{t("patternHint")}</p>
        <Field label={t("since")}>
          {(control) => (
            <Input
              {...control}
              type="date"
              defaultValue={dayOf(rules.since)}
              onBlur={({ target: { value } }) =>
                set({ since: value ? new Date(`${value}T00:00:00Z`) : null })
              }
            />
          )}
        </Field>
        <Field label={t("mostBytes")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={100_000}
              defaultValue={rules.mostBytes ? String(rules.mostBytes / MB) : ""}
              onBlur={({ target: { value } }) =>
                set({ mostBytes: value ? Math.round(Number(value) * MB) : null })
              }
            />
          )}
        </Field>
        {isMail ? (
          <>
            <Words
              label={t(kind === "gmail" ? "labelsOf_gmail" : "labelsOf_other")}
              value={rules.labels}
              onChange={(labels) => set({ labels })}
            />
            <Words
              label={t("senders")}
              hint={t("sendersHint")}
              value={rules.senders}
              onChange={(senders) => set({ senders })}
            />
            <span className="flex items-center gap-2 sm:col-span-2">
              <Checkbox
                label={t("withAttachments")}
                checked={rules.withAttachments ?? false}
                onCheckedChange={(isOn) => set({ withAttachments: isOn === true })}
              />
              <span aria-hidden>{t("withAttachments")}</span>
            </span>
          </>
        ) : (
          <Field label={t("mediaTypes")}>
            {({ id }) => (
              <Select
                id={id}
                label={t("mediaTypes")}
                value={kindsOf(rules.mediaTypes)}
                options={(["all", "documents", "pictures"] as const).map((value) => ({
                  value,
                  label: t(`kinds_${value}`),
                }))}
                onChange={(next) => set({ mediaTypes: [...mediaTypesOf(next)] })}
              />
            )}
          </Field>
        )}
      </fieldset>
    </details>
  );
}

function Words({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  value: readonly string[] | undefined;
  onChange: (words: string[]) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          defaultValue={textOf(value)}
          dir="auto"
          autoComplete="off"
          onBlur={(event) => onChange(listOf(event.target.value))}
        />
      )}
    </Field>
  );
}

"use client";

import { Checkbox } from "@besunny/ui/fields/checkbox";
import { useTranslations } from "next-intl";
import { useId } from "react";

type Person = { id: string; name: string; email: string };

/** The people who get a report: platform admins, since others may not see its figures. */
export function RecipientFields({
  people,
  chosen,
  onChange,
}: {
  people: readonly Person[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}) {
  const t = useTranslations("reports");
  const formId = useId();
  const gone = chosen.filter((id) => !people.some((person) => person.id === id)).length;

  return (
    <fieldset>
      <legend className="mb-2 font-medium text-sm">{t("recipients")}</legend>
      <ul className="flex flex-col gap-2">
        {people.map(({ id, name, email }) => (
          <li key={id}>
            <div className="flex items-center gap-2.5">
              <Checkbox
                id={`${formId}-${id}`}
                label={`${name} (${email})`}
                checked={chosen.includes(id)}
                onCheckedChange={(checked) =>
                  onChange(checked === true ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              />
              <label htmlFor={`${formId}-${id}`} className="min-w-0 truncate">
                {name} <span className="text-n11 text-sm">{email}</span>
              </label>
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-n11 text-xs">
        {t("recipientsHint")}
        {gone > 0 && ` ${t("gone", { count: gone })}`}
      </p>
    </fieldset>
  );
}

"use client";

import { redactionActions, redactionKinds } from "@besunny/api/browser/vocabulary";
import { Select } from "@besunny/ui/fields/select";
import { useTranslations } from "next-intl";

import type { Policy } from "./policy";

type Actions = Policy["actions"];
type Kind = keyof Actions;

/** One line for each kind of detail, with what is done with it. */
export function KindActions({
  actions,
  mayChange,
  onChange,
}: {
  actions: Actions;
  mayChange: boolean;
  onChange: (kind: Kind, action: Actions[Kind]) => void;
}) {
  const t = useTranslations("outgoing");
  const options = redactionActions.map((value) => ({ value, label: t(`action_${value}`) }));

  return (
    <ul className="divide-y divide-n4">
      {redactionKinds.map((kind) => (
        <li key={kind} className="flex min-h-10 items-center justify-between gap-3 py-1">
          <span className="min-w-0 break-words first-letter:uppercase">{t(`kind_${kind}`)}</span>
          {mayChange ? (
            <Select
              label={t(`kind_${kind}`)}
              className="w-36 shrink-0"
              value={actions[kind]}
              options={options}
              onChange={(next) => {
                const action = redactionActions.find((each) => each === next);
                if (action) onChange(kind, action);
              }}
            />
          ) : (
            <span className="shrink-0 text-n11">{t(`action_${actions[kind]}`)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

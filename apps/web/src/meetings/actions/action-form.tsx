"use client";

import { Button } from "@besunny/ui/buttons/button";
import { useTranslations } from "next-intl";

import type { Action } from "../meeting";
import { useActionFields } from "./action-fields";
import { useActionVerbs } from "./use-action-verbs";

/** Changes the words, the owner and the day of an action where it is. Escape leaves it as it was. */
export function ActionForm({
  action,
  names,
  onEnd,
}: {
  action: Action;
  names: readonly string[];
  onEnd: () => void;
}) {
  const t = useTranslations("actions");
  const { change } = useActionVerbs();
  const { given, isOwnerChanged, fields } = useActionFields(action, names);

  function save() {
    const { text, owner, dueOn } = given();
    const changed = {
      ...(text !== action.text && { text }),
      ...(isOwnerChanged && { owner }),
      ...(dueOn !== (action.due?.on ?? null) && { dueOn }),
    };
    if (Object.keys(changed).length === 0) onEnd();
    else change({ id: action.id, version: action.version, ...changed }, onEnd);
  }

  return (
    <form
      aria-label={t("edit")}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => event.key === "Escape" && onEnd()}
      className="flex min-w-0 flex-1 flex-col gap-2 py-1"
    >
      {fields}
      <div className="flex gap-2">
        <Button size="sm" type="submit" variant="primary">
          {t("save")}
        </Button>
        <Button size="sm" variant="ghost" onClick={onEnd}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
